import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { mayChange } from "../identity/role.ts";
import type { User } from "../identity/session.ts";
import type { OwnedSource } from "../source/owned-source.ts";
import type { TroubleAsked } from "../source/source-trouble.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { LiveData } from "../live/live-data.ts";
import { messageOf, send } from "../ui/http.ts";
import "./change-history.ts";
import type { Content } from "./content.ts";
import type { DashboardDialogs, DialogName, DialogOpened } from "./dashboard-dialogs.ts";
import "./dashboard-dialogs.ts";
import "./dashboard-editor.ts";
import type { DashboardMenu, ItemChosen } from "./dashboard-menu.ts";
import "./dashboard-menu.ts";
import type { Data } from "./dashboard-view.ts";
import type { DashboardEditor } from "./dashboard-editor.ts";
import { pathsOf } from "./editing.ts";
import { menuIcons } from "./menu-icons.ts";
import { isSame, NO_TROUBLES, type Troubles, troublesOf } from "./troubles.ts";
import { contentOf, type OwnedDashboard as Owned } from "./owned.ts";
import { pagesOf, titleOf } from "./pages.ts";
import type { Wish } from "./wish.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly owned: Owned; readonly content: Content };

/** Milliseconds between two looks whether sources can be refreshed. */
const CHECK_AFTER = 5_000;

/** A dashboard of the signed-in user, with what can be done with it. */
@customElement("owned-dashboard")
export class OwnedDashboard extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  /** Id of the only visualization that is shown; null for all. */
  @property({ attribute: false })
  alone: string | null = null;
  /** Whoever looks on. */
  @property({ attribute: false })
  user!: User;
  @state()
  private current: State = { name: "loading" };
  @state()
  private troubles: Troubles = NO_TROUBLES;
  /** The dialog that is open; null for none. */
  @state()
  private opened: DialogName | null = null;
  @query("dashboard-menu")
  private menu!: DashboardMenu;
  @query("dashboard-dialogs")
  private dialogs!: DashboardDialogs;
  @query("dashboard-editor")
  private editor!: DashboardEditor | null;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
      }
      .menu {
        display: none;
        align-items: center;
        gap: var(--space-2);
      }
      @media (max-width: 760px) {
        :host {
          display: block;
        }
        .menu {
          display: flex;
        }
      }
      .words {
        grid-column: 1 / -1;
        padding: 16vh var(--space-4) 0;
        text-align: center;
        color: var(--muted);
      }
    `,
  ];

  readonly #asked: Data = {
    visualization: (id, search, signal) => send(`visualizations/${id}/data${search}`, { signal }),
    tile: (index, search, signal) =>
      send(`dashboards/${this.dashboardId}/tiles/${index}/data${search}`, { signal }),
    annotations: (search) => send(`dashboards/${this.dashboardId}/annotations${search}`),
  };
  #live: LiveData | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#live = new LiveData(this.#asked, `dashboards/${this.dashboardId}/events`, {
      news: () => {
        const { busy = false } = this.editor ?? {};
        if (!busy) this.editor?.refresh();
        return !busy;
      },
      changed: () => {
        void this.#look();
        return this.editor?.busy !== true;
      },
    });
    void this.#load();
    this.#timer = setInterval(() => void this.#check(), CHECK_AFTER);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live?.stop();
    clearInterval(this.#timer);
  }

  /** Whether sources can be refreshed: no event tells of it, for it changes nothing that is shown. */
  async #check(): Promise<void> {
    const { current } = this;
    if (current.name !== "loaded" || document.hidden) return;
    if (!current.owned.sources.some(({ refresh }) => refresh != null)) return;
    const path = `dashboards/${this.dashboardId}`;
    const { sources } = await send<Owned>(path).catch(() => current.owned);
    if (this.current === current) this.#tell(current.owned, sources);
  }

  #tell(owned: Owned, sources: readonly OwnedSource[]): void {
    const format = new Format(navigator.languages, owned.time_zone);
    const reader = { format, locales: navigator.languages, now: Date.now() };
    const troubles = troublesOf(owned, sources, reader);
    if (!isSame(troubles, this.troubles)) this.troubles = troubles;
  }

  /** Shows what somebody else has changed meanwhile; a server that is away for now takes nothing with it. */
  async #look(): Promise<void> {
    const { current } = this;
    if (current.name !== "loaded" || document.hidden || this.editor?.busy) return;
    const owned = await send<Owned>(`dashboards/${this.dashboardId}`).catch(() => current.owned);
    if (this.current !== current || this.editor?.busy) return;
    if (owned.version !== current.owned.version) this.#show(owned);
    this.editor?.refresh();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <main class="words"><p>${texts.dashboard.loading}</p></main>
        `;
      case "failed":
        return html`
          <main class="words"><p class="problem" role="alert">${current.message}</p></main>
        `;
      case "loaded":
        return this.#loaded(current);
    }
  }

  #loaded({ owned, content }: State & { name: "loaded" }) {
    const locked = !mayChange(this.user, owned.owner ?? "");
    return html`
      ${this.alone !== null ? nothing : html`
        <dashboard-menu
          ?locked="${locked}"
          .current="${this.opened}"
          @item-chosen="${this.#choose}"
        ></dashboard-menu>
      `}
      <div>
        <dashboard-editor
          .owned="${owned}"
          .content="${content}"
          .data="${this.#live}"
          .troubles="${this.troubles}"
          @trouble-asked="${({ source }: TroubleAsked) => this.dialogs.open("sources", source)}"
          .paths="${pathsOf(this.dashboardId)}"
          .pages="${pagesOf(this.dashboardId)}"
          .alone="${this.alone}"
          .reload="${this.#load}"
          shareable
          ?locked="${locked}"
          @sources-asked="${() => this.dialogs.open("sources")}"
          @wish="${({ name, of }: Wish) => name === "share" && this.dialogs.open("share", of)}"
        >
          ${this.alone !== null ? nothing : html`
            <button slot="actions" class="menu" @click="${() => this.menu.show()}">
              ${menuIcons.menu} ${texts.dashboard.dashboardMenu}
            </button>
          `}
        </dashboard-editor>
        ${locked || this.alone !== null ? nothing : html`
          <change-history
            dashboard-id="${this.dashboardId}"
            user="${this.user.email}"
            @outdated="${this.#load}"
          ></change-history>
        `}
      </div>
      <dashboard-dialogs
        .owned="${owned}"
        .format="${new Format(navigator.languages, content.time_zone)}"
        .reload="${this.#load}"
        .propose="${this.#propose}"
        @opened="${({ dialog }: DialogOpened) => (this.opened = dialog)}"
      ></dashboard-dialogs>
    `;
  }

  #choose({ item }: ItemChosen): void {
    if (item !== "api") void this.dialogs.open(item);
    // The application has the dialog that tells of it.
    else this.dispatchEvent(new Event("api-information", { bubbles: true, composed: true }));
  }

  #show(owned: Owned): void {
    const content = contentOf(owned);
    document.title = texts.dashboard.titleStreamdata(titleOf(content, this.alone));
    this.current = { name: "loaded", owned, content };
    this.#tell(owned, owned.sources);
    this.#live?.start();
  }

  /** Its columns may have come only now. */
  readonly #propose = async (source: string): Promise<void> => {
    await this.#load();
    await this.updateComplete;
    await this.editor?.updateComplete;
    await this.editor?.propose(source);
  };

  readonly #load = async (): Promise<void> => {
    try {
      this.#show(await send<Owned>(`dashboards/${this.dashboardId}`));
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "owned-dashboard": OwnedDashboard;
  }
}
