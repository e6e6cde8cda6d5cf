import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "./controls.ts";

const GAP = 4;
const MARGIN = 8;

/** A button that shows what stands in this element below itself; Escape or a click elsewhere hides it. */
@customElement("drop-down")
export class DropDown extends LitElement {
  /** What the button is for. */
  @property()
  label = "";
  /** What is chosen. */
  @property()
  chosen = "";
  /** Stands on the button instead of what is chosen, where nothing is. */
  @property()
  symbol = "";
  @query("button")
  private button!: HTMLButtonElement;
  @query("[popover]")
  private panel!: HTMLElement;

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
        min-width: 0;
        max-width: 100%;
      }
      button {
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button::after {
        content: "";
        display: inline-block;
        margin-inline-start: var(--space-2);
        vertical-align: 2px;
        border: 4px solid transparent;
        border-top-color: currentcolor;
        border-bottom: none;
      }
      :host([symbol]) button {
        min-width: 32px;
        min-height: 28px;
        padding: 0 var(--space-2);
        border-color: transparent;
        background: none;
        color: var(--muted);
      }
      :host([symbol]) button::after {
        content: none;
      }
      [popover] {
        position: absolute;
        inset: auto;
        margin: 0;
        padding: var(--space-3);
        max-width: calc(100vw - 16px);
        max-height: min(34rem, calc(100vh - 16px));
        overflow: auto;
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
      }
    `,
  ];

  override focus(): void {
    this.button.focus();
  }

  close(): void {
    this.panel.hidePopover();
  }

  override render() {
    return html`
      <button
        type="button"
        popovertarget="panel"
        aria-label="${this.symbol === "" ? `${this.label}: ${this.chosen}` : this.label}"
      >
        ${this.symbol === "" ? this.chosen : this.symbol}
      </button>
      <div id="panel" popover @toggle="${this.#place}"><slot></slot></div>
    `;
  }

  /** Below the button, or above where there is more room; always wholly on the screen. */
  #place(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { panel } = this;
    const from = this.button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const room = document.documentElement.clientWidth - width - MARGIN;
    const below = from.bottom + GAP;
    const above = from.top - GAP - height;
    const fits = below + height <= innerHeight - MARGIN || above < MARGIN;
    panel.style.left = `${scrollX + Math.max(MARGIN, Math.min(from.left, room))}px`;
    panel.style.top = `${scrollY + (fits ? below : above)}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "drop-down": DropDown;
  }
}
