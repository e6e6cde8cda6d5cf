import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Table } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf } from "../ui/http.ts";
import "./chart-canvas.ts";
import { cutNote } from "./cut-note.ts";
import "./data-table.ts";
import { asTable, type Pivot, pivot } from "./pivot.ts";
import type { Visualization } from "./visualization.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | {
    readonly name: "loaded";
    readonly table: Table;
    readonly pivot: Pivot | null;
    /** Why newer data could not be had; null if this is the newest. */
    readonly stale: string | null;
  };

/** Asks for the newest data of a visualization or tile. */
export type Load = (signal: AbortSignal) => Promise<Table>;

/** Tells the dashboard how fresh a part of it is. */
export class DataLoaded extends Event {
  constructor(readonly asOf: number) {
    super("data-loaded", { bubbles: true, composed: true });
  }
}

/** A visualization with its title, its chart and the table behind it. Failing, it leaves the others alone. */
@customElement("visualization-card")
export class VisualizationCard extends LitElement {
  @property({ attribute: false })
  shown!: Visualization;
  @property({ attribute: false })
  load!: Load;
  @property({ attribute: false })
  format = new Format([], "UTC");
  /** Whether the title stands above the card already. */
  @property({ type: Boolean })
  untitled = false;
  /** Counts the times that newer data was asked for. */
  @property({ attribute: false })
  turn = 0;
  @state()
  private current: State = { name: "loading" };
  @state()
  private asTable = false;
  #asked = new AbortController();

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
        min-width: 0;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: var(--space-2);
      }
      h2 {
        font-size: var(--text-normal);
        font-weight: 600;
        line-height: 1.5;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      header button {
        grid-column: 2;
        margin-inline-end: -8px;
      }
      .body {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      }
      .words {
        align-self: center;
        justify-self: center;
        display: grid;
        gap: var(--space-3);
        justify-items: center;
        max-width: 34ch;
        text-align: center;
        color: var(--muted);
      }
      .note {
        color: var(--muted);
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
    const { shown, current } = this;
    const drawn = current.name === "loaded" && current.pivot !== null &&
      current.table.row_count > 0;
    return html`
      <header>
        <h2 title="${shown.title}" ?hidden="${this.untitled}">${shown.title}</h2>
        ${drawn ? this.#toggle() : nothing}
      </header>
      <div class="body" aria-busy="${current.name === "loading"}">${this.#body()}</div>
      ${this.#notes().map((note) =>
        html`
          <p class="note">${note}</p>
        `
      )}
    `;
  }

  #toggle() {
    return html`
      <button class="quiet" @click="${() => (this.asTable = !this.asTable)}">
        ${this.asTable ? "Show as chart" : "Show as table"}
      </button>
    `;
  }

  #body() {
    const { current, shown, format } = this;
    switch (current.name) {
      case "loading":
        return html`
          <p class="words">Loading…</p>
        `;
      case "failed":
        return html`
          <div class="words">
            <p class="problem" role="alert">${current.message}</p>
            <button @click="${() => this.#load()}">Try again</button>
          </div>
        `;
      case "loaded":
        if (current.table.row_count === 0) {
          return html`
            <p class="words">No data to show.</p>
          `;
        }
        if (current.pivot !== null && !this.asTable) {
          return html`
            <chart-canvas .shown="${shown}" .pivot="${current
              .pivot}" .format="${format}"></chart-canvas>
          `;
        }
        return this.#table(current.table, current.pivot);
    }
  }

  #table(table: Table, pivoted: Pivot | null) {
    const { shown, format } = this;
    return html`
      <data-table
        .columns="${pivoted === null ? table.columns : asTable(pivoted)}"
        .format="${format}"
        .look="${shown.options}"
        .bucket="${shown.x?.bucket ?? null}"
        .label="${shown.title}"
        ?raw="${shown.listsRows}"
      ></data-table>
    `;
  }

  #notes(): string[] {
    const { current, format } = this;
    if (current.name !== "loaded") return [];
    const cut = cutNote(current.table, current.pivot, format);
    const stale = current.stale === null ? null : `Not up to date: ${current.stale}`;
    return [cut, stale].filter((note) => note !== null);
  }

  async #load(): Promise<void> {
    this.#asked.abort();
    const asked = this.#asked = new AbortController();
    try {
      const table = await this.load(asked.signal);
      if (asked.signal.aborted) return;
      const pivoted = this.shown.type === "table" ? null : pivot(this.shown, table);
      this.current = { name: "loaded", table, pivot: pivoted, stale: null };
      this.dispatchEvent(new DataLoaded(Date.parse(table.as_of)));
    } catch (failure) {
      if (!asked.signal.aborted) this.current = failed(this.current, messageOf(failure));
    }
  }
}

/** Old data is better than none, as long as it says so. */
function failed(before: State, message: string): State {
  return before.name === "loaded" ? { ...before, stale: message } : { name: "failed", message };
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-card": VisualizationCard;
  }
}
