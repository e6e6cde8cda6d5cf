import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isNumeric, type Table } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format, NOTHING } from "../ui/format.ts";
import { messageOf } from "../ui/http.ts";
import type { Tile } from "../visualization/visualization.ts";
import { DataLoaded, type Load } from "../visualization/visualization-card.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly table: Table };

/** One number, large, with what it is. */
@customElement("key-metric")
export class KeyMetric extends LitElement {
  @property({ attribute: false })
  tile!: Tile;
  @property({ attribute: false })
  load!: Load;
  @property({ attribute: false })
  format = new Format([], "UTC");
  /** Counts the times that newer data was asked for. */
  @property({ attribute: false })
  turn = 0;
  @state()
  private current: State = { name: "loading" };
  #asked = new AbortController();

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
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
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
      .problem {
        font-size: var(--text-small);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("turn") || changed.has("load")) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  override render() {
    return html`
      <h2 title="${this.tile.title}">${this.tile.title}</h2>
      ${this.#body()}
    `;
  }

  #body() {
    switch (this.current.name) {
      case "loading":
        return html`
          <p class="value" aria-busy="true">…</p>
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${this.current.message}</p>
        `;
      case "loaded": {
        const text = this.#text(this.current.table);
        return html`
          <p class="${text.length > 16 ? "value long" : "value"}">${text}</p>
        `;
      }
    }
  }

  /** The last value of the last column: the measure, and the newest if there is one for every bucket. */
  #text(table: Table): string {
    const column = table.columns.at(-1);
    const cell = column?.values.at(-1);
    if (column === undefined || cell === undefined) return NOTHING;
    const look = this.tile.options;
    if (isNumeric(column.type)) return this.format.number(cell, look);
    return this.format.column({ ...column, values: [cell] }, null, look, true)[0] ?? NOTHING;
  }

  async #load(): Promise<void> {
    this.#asked.abort();
    const asked = this.#asked = new AbortController();
    try {
      const table = await this.load(asked.signal);
      if (asked.signal.aborted) return;
      this.current = { name: "loaded", table };
      this.dispatchEvent(new DataLoaded(Date.parse(table.as_of)));
    } catch (failure) {
      if (asked.signal.aborted) return;
      this.current = { name: "failed", message: messageOf(failure) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "key-metric": KeyMetric;
  }
}
