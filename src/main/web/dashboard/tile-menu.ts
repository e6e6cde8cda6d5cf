import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { DropDown } from "../ui/drop-down.ts";
import "../ui/drop-down.ts";
import { Gripped } from "./grid-handle.ts";
import type { Grip } from "./placing.ts";
import { texts } from "../texts.ts";

type Choice = readonly [text: string, tell: (item: string) => Gripped];

/** Two rows or three columns at once: a step that one sees. */
const TALLER = 2;
const WIDER = 3;

const CHOICES: readonly Choice[] = [
  [texts.dashboard.moveUp, (item) => new Gripped(item, "move", "swap", 0, -1)],
  [texts.dashboard.moveDown, (item) => new Gripped(item, "move", "swap", 0, 1)],
  [texts.dashboard.taller, resized(0, TALLER)],
  [texts.dashboard.shorter, resized(0, -TALLER)],
  [texts.dashboard.widerOnLargeScreens, resized(WIDER, 0)],
  [texts.dashboard.narrowerOnLargeScreens, resized(-WIDER, 0)],
];

/** Moves and resizes an item of the grid step by step, where there is no room to drag it. */
@customElement("tile-menu")
export class TileMenu extends LitElement {
  /** Key of the item. */
  @property()
  item = "";
  /** What the item is called. */
  @property()
  about = "";
  @query("drop-down")
  private dropDown!: DropDown;

  static override styles = [
    controls,
    css`
      :host {
        display: none;
      }
      div {
        display: grid;
      }
      div button {
        min-height: 36px;
        border-color: transparent;
        background: none;
        text-align: start;
      }
      @media (max-width: 760px) {
        :host {
          display: inline-block;
        }
      }
    `,
  ];

  override focus(): void {
    this.dropDown.focus();
  }

  override render() {
    return html`
      <drop-down label="${texts.dashboard.moveOrResizeAbout(this.about)}" symbol="⋯">
        <div>
          ${CHOICES.map(([text, tell]) =>
            html`
              <button type="button" @click="${() => this.#choose(tell(this.item))}">${text}</button>
            `
          )}
        </div>
      </drop-down>
    `;
  }

  #choose(event: Gripped): void {
    this.dropDown.close();
    this.dispatchEvent(event);
    if (event.name === "step") this.dispatchEvent(new Gripped(event.item, event.grip, "drop"));
  }
}

function resized(columns: number, rows: number) {
  const grip: Grip = "resize";
  return (item: string) => new Gripped(item, grip, "step", columns, rows);
}

declare global {
  interface HTMLElementTagNameMap {
    "tile-menu": TileMenu;
  }
}
