import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isNumeric, type Table } from "../dataset/table.ts";
import type { Trouble } from "../source/source-trouble.ts";
import "../source/source-trouble.ts";
import { controls } from "../ui/controls.ts";
import { Format, NOTHING } from "../ui/format.ts";
import type { Tile } from "../visualization/visualization.ts";
import { type Load, NewestTable } from "../visualization/newest-table.ts";
import { outageText } from "../visualization/outage.ts";
import { texts } from "../texts.ts";

/** One number, large, with what it is. */
@customElement("key-metric")
export class KeyMetric extends LitElement {
  @property({ attribute: false })
  tile!: Tile;
  @property({ attribute: false })
  load!: Load;
  @property({ attribute: false })
  format = Format.UTC;
  /** Counts the times that newer data was asked for. */
  @property({ attribute: false })
  turn = 0;
  /** Whether it fills a place on the grid. */
  @property({ type: Boolean, reflect: true })
  placed = false;
  /** Why its source cannot be refreshed; null as long as it can. */
  @property({ attribute: false })
  trouble: Trouble | null = null;
  readonly #newest = new NewestTable(this);

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
      }
      h2 {
        font-size: 0.8125rem;
        font-weight: 500;
        color: var(--muted);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
      }
      .head h2 {
        flex: 1 1 6rem;
      }
      .value {
        min-height: 2.5rem;
        font-size: var(--text-metric);
        line-height: 2.5rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.01em;
        overflow-wrap: anywhere;
      }
      .long {
        font-size: var(--text-large);
      }
      .problem,
      .note,
      .outage {
        font-size: var(--text-small);
      }
      .outage {
        color: var(--danger);
      }
      .note {
        color: var(--muted);
      }
      :host([placed]) {
        container-type: size;
        display: flex;
        flex-direction: column;
        overflow: hidden;
        padding: var(--space-2) var(--space-3);
      }
      :host([placed]) .value {
        flex: 1;
        display: grid;
        align-content: center;
        min-height: 0;
        font-size: clamp(1rem, min(44cqh, 150cqw / var(--letters)), 4rem);
        line-height: 1.1;
      }
      @container (height < 96px) {
        h2 {
          -webkit-line-clamp: 1;
        }
      }
    `,
  ];

  override render() {
    return html`
      <div class="head">
        <h2 class="clamped" title="${this.tile.title}">${this.tile.title}</h2>
        <slot name="tools"></slot>
      </div>
      ${this.#body()} ${this.#outage()}
    `;
  }

  /** Owners are told more of it as soon as that is known. */
  #outage() {
    if (this.trouble !== null) {
      return html`
        <source-trouble .trouble="${this.trouble}"></source-trouble>
      `;
    }
    const { state } = this.#newest;
    const words = state.name === "loaded"
      ? outageText(state.table, Date.now(), navigator.languages)
      : null;
    return words === null ? nothing : html`
      <p class="outage" role="status">${words}</p>
    `;
  }

  #body() {
    const { state } = this.#newest;
    switch (state.name) {
      case "loading":
        return html`
          <p class="value" aria-busy="true">…</p>
          ${state.long
            ? html`
              <p class="note" role="status">${texts.visualization.thisTakesLonger}</p>
            `
            : nothing}
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${state.message}</p>
        `;
      case "loaded": {
        const text = this.#text(state.table);
        return html`
          <p
            class="value ${text.length > 16 ? "long" : ""}"
            style="${`--letters: ${Math.max(4, text.length)}`}"
          >
            ${text}
          </p>
          ${state.stale === null ? nothing : html`
            <p class="note">${texts.dashboard.notUpToDateStale(state.stale)}</p>
          `}
        `;
      }
    }
  }

  /**
   * The last value of the last column: the measure, and the newest if there is one for every bucket. A
   * statement may have words after its numbers.
   */
  #text({ columns }: Table): string {
    const last = columns.at(-1);
    const words = last?.type === "text" || last?.type === "boolean";
    const column = (words ? columns.findLast(({ type }) => isNumeric(type)) : null) ?? last;
    const cell = column?.values.at(-1);
    if (column === undefined || cell === undefined) return NOTHING;
    const look = this.tile.options;
    if (isNumeric(column.type)) return this.format.number(cell, look);
    return this.format.column({ ...column, values: [cell] }, null, look, true)[0] ?? NOTHING;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "key-metric": KeyMetric;
  }
}
