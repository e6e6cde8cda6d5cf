import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { Grip } from "./placing.ts";
import { texts } from "../texts.ts";

/**
 * Tells what somebody does to the place of an item: `drag` counts cells from where it was taken, `step` goes
 * one in a direction, `drop` keeps it, `cancel` takes it back; `swap` gives it the place of the item before or
 * after it and keeps that.
 */
export class Gripped extends Event {
  constructor(
    readonly item: string,
    readonly grip: Grip,
    readonly name: "drag" | "step" | "swap" | "drop" | "cancel",
    readonly columns = 0,
    readonly rows = 0,
  ) {
    super("gripped", { bubbles: true, composed: true });
  }
}

/** Distance from one row of the grid to the next, and between two cells. */
const ROW = 38;
const GAP = 8;
const COLUMNS = 24;
const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** By this an item of the grid is taken and moved or made larger, with a pointer or the arrow keys. */
@customElement("grid-handle")
export class GridHandle extends LitElement {
  /** Key of the item. */
  @property()
  item = "";
  @property()
  grip: Grip = "move";
  /** What the item is called. */
  @property()
  about = "";
  #from: { readonly x: number; readonly y: number } | null = null;
  #stepped = false;

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      button.quiet {
        display: block;
        padding: 4px 6px;
        touch-action: none;
        cursor: grab;
      }
      button.quiet:active {
        cursor: grabbing;
      }
      :host([grip="resize"]) button.quiet {
        padding: 5px;
        cursor: nwse-resize;
      }
      svg {
        display: block;
        width: 14px;
        height: 14px;
        fill: currentcolor;
      }
      @media (max-width: 760px) {
        :host {
          display: none;
        }
      }
    `,
  ];

  override focus(): void {
    this.renderRoot.querySelector("button")?.focus();
  }

  override render() {
    const word = this.grip === "move" ? texts.dashboard.move : texts.dashboard.resize;
    return html`
      <button
        class="quiet"
        type="button"
        title="${texts.dashboard.wordDragOrUseTheArrow(word)}"
        aria-label="${`${word} ${this.about}`}"
        @pointerdown="${this.#take}"
        @pointermove="${this.#drag}"
        @pointerup="${this.#drop}"
        @pointercancel="${this.#cancel}"
        @keydown="${this.#press}"
        @blur="${this.#leave}"
      >
        ${this.grip === "move" ? DOTS : CORNER}
      </button>
    `;
  }

  #take(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#from = { x: event.pageX, y: event.pageY };
  }

  #drag(event: PointerEvent): void {
    const grid = this.closest(".grid");
    if (this.#from === null || grid === null) return;
    const column = (grid.clientWidth + GAP) / COLUMNS;
    const columns = Math.round((event.pageX - this.#from.x) / column);
    this.#tell("drag", columns, Math.round((event.pageY - this.#from.y) / ROW));
  }

  #drop(): void {
    if (this.#from === null) return;
    this.#from = null;
    this.#tell("drop");
  }

  #cancel(): void {
    this.#from = null;
    this.#stepped = false;
    this.#tell("cancel");
  }

  #press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step !== undefined) {
      this.#stepped = true;
      this.#tell("step", ...step);
    } else if (event.key === "Escape") {
      this.#cancel();
    } else if (event.key === "Enter" || event.key === " ") {
      this.#leave();
    } else return;
    event.preventDefault();
  }

  #leave(): void {
    if (this.#stepped) this.#tell("drop");
    this.#stepped = false;
  }

  #tell(name: Gripped["name"], columns = 0, rows = 0): void {
    this.dispatchEvent(new Gripped(this.item, this.grip, name, columns, rows));
  }
}

/** All ways to move and resize an item. */
export function handles(item: string, title: string) {
  const handle = (grip: Grip) =>
    html`
      <grid-handle
        slot="tools"
        class="${grip === "resize" ? "corner" : nothing}"
        item="${item}"
        grip="${grip}"
        about="${title}"
      ></grid-handle>
    `;
  return html`
    ${handle("move")}${handle("resize")}
    <tile-menu slot="tools" item="${item}" about="${title}"></tile-menu>
  `;
}

const DOTS = html`
  <svg viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="4" cy="2" r="1.5" />
    <circle cx="10" cy="2" r="1.5" />
    <circle cx="4" cy="7" r="1.5" />
    <circle cx="10" cy="7" r="1.5" />
    <circle cx="4" cy="12" r="1.5" />
    <circle cx="10" cy="12" r="1.5" />
  </svg>
`;
const CORNER = html`
  <svg viewBox="0 0 14 14" aria-hidden="true">
    <path d="M12 2v10H2v-2h8V2z" />
  </svg>
`;

declare global {
  interface HTMLElementTagNameMap {
    "grid-handle": GridHandle;
  }
}
