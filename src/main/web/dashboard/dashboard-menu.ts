import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { texts } from "../texts.ts";
import { controls } from "../ui/controls.ts";
import type { DialogName } from "./dashboard-dialogs.ts";
import { menuIcons } from "./menu-icons.ts";
import { menuStyle } from "./menu-style.ts";

const FOLDED = "streamdata.menu";
/** From here on there is room for names beside a dashboard. */
const ROOMY = "(min-width: 1100px)";

/** What is chosen from the menu of a dashboard: one of its dialogs, or that of the API. */
export type MenuItem = DialogName | "api";

const ITEMS: readonly (readonly [item: MenuItem, text: string])[] = [
  ["sources", texts.dashboard.dataSources],
  ["filters", texts.dashboard.filterData],
  ["share", texts.dashboard.share],
  ["rename", texts.dashboard.rename],
  ["delete", texts.dashboard.delete],
  ["api", texts.dashboard.streamdataApi],
];

/** Tells what was chosen from the menu. */
export class ItemChosen extends Event {
  constructor(readonly item: MenuItem) {
    super("item-chosen");
  }
}

/** The menu beside a dashboard: names or, folded, pictures alone, as was chosen last; on phones a drawer. */
@customElement("dashboard-menu")
export class DashboardMenu extends LitElement {
  /** Whether whoever looks on may change nothing: then what changes something is not there. */
  @property({ type: Boolean })
  locked = false;
  /** What is open; null for nothing. */
  @property({ attribute: false })
  current: MenuItem | null = null;
  @state()
  private folded = wasFolded() ?? !matchMedia(ROOMY).matches;
  @query("dialog")
  private drawer!: HTMLDialogElement;

  static override styles = [controls, menuStyle];

  /** Shows it over the page, where there is no room beside it. */
  show(): void {
    this.drawer.showModal();
  }

  override render() {
    const { folded } = this;
    return html`
      <div class="side ${folded ? "folded" : ""}">
        <nav aria-label="${texts.dashboard.dashboardMenu}">
          ${this.#items()}
          <button class="fold" title="${folded ? texts.dashboard.expand : nothing}" @click="${this
            .#fold}">
            ${folded ? menuIcons.unfold : menuIcons.fold}
            <span>${folded ? texts.dashboard.expand : texts.dashboard.collapse}</span>
          </button>
        </nav>
      </div>
      <dialog
        class="drawer"
        aria-label="${texts.dashboard.dashboardMenu}"
        @click="${this.#closeBeside}"
      >
        <nav aria-label="${texts.dashboard.dashboardMenu}">
          ${this.#items()}
          <button class="fold" @click="${() => this.drawer.close()}">
            ${menuIcons.fold}<span>${texts.dashboard.close}</span>
          </button>
        </nav>
      </dialog>
    `;
  }

  #items() {
    return html`
      <ul>
        ${ITEMS.filter(([item]) => !this.locked || item === "api").map(([item, text]) =>
          html`
            <li>
              <button
                class="${item}"
                title="${this.folded ? text : nothing}"
                aria-haspopup="dialog"
                aria-current="${item === this.current ? "true" : nothing}"
                @click="${() => this.#choose(item)}"
              >
                ${menuIcons[item]}<span>${text}</span>
              </button>
            </li>
          `
        )}
      </ul>
    `;
  }

  #choose(item: MenuItem): void {
    this.drawer.close();
    this.dispatchEvent(new ItemChosen(item));
  }

  /** The drawer fills its dialog: a click on the dialog itself is one on what lies beside it. */
  #closeBeside(event: Event): void {
    if (event.target === this.drawer) this.drawer.close();
  }

  #fold(): void {
    this.folded = !this.folded;
    try {
      localStorage.setItem(FOLDED, this.folded ? "folded" : "unfolded");
    } catch {
      // Who lets nothing be remembered folds it again the next time.
    }
  }
}

/** As it was left; null where nobody has chosen yet. */
function wasFolded(): boolean | null {
  try {
    const left = localStorage.getItem(FOLDED);
    return left === null ? null : left === "folded";
  } catch {
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-menu": DashboardMenu;
  }
}
