import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Column, isNumeric } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format, type NumberStyle } from "../ui/format.ts";

const PAGE = 100;

/** Columns as a table that anyone can read; long ones a hundred rows at a time. */
@customElement("data-table")
export class DataTable extends LitElement {
  @property({ attribute: false })
  columns: readonly Column[] = [];
  @property({ attribute: false })
  format = new Format([], "UTC");
  @property({ attribute: false })
  look: NumberStyle = {};
  /** Whether numbers are shown with all their digits. */
  @property({ type: Boolean })
  raw = false;
  /** Time bucket of the first column; null if it has none. */
  @property({ attribute: false })
  bucket: string | null = null;
  /** What the table is about, for those who hear it. */
  @property()
  label = "";
  @state()
  private first = 0;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
        border-top: 1px solid var(--border);
      }
      table {
        border-collapse: separate;
        border-spacing: 0;
        width: max-content;
        min-width: 100%;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 5px var(--space-3);
        text-align: start;
        border-bottom: 1px solid var(--border);
        max-width: 22rem;
        overflow-wrap: break-word;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--sunken);
        font-weight: 600;
        color: var(--muted);
        vertical-align: bottom;
      }
      .number {
        text-align: end;
        white-space: nowrap;
      }
      tr:last-child td {
        border-bottom: none;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding-top: var(--space-2);
        color: var(--muted);
        font-size: var(--text-small);
      }
      .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];

  override render() {
    const count = this.columns[0]?.values.length ?? 0;
    const first = Math.min(this.first, Math.max(0, count - 1));
    const end = Math.min(count, first + PAGE);
    const columns = this.columns.map((column) => ({
      numeric: isNumeric(column.type),
      texts: this.#texts(column).slice(first, end),
    }));
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="${`Table: ${this.label}`}">
        <table>
          <caption class="hidden">${this.label}</caption>
          <thead>
            <tr>
              ${this.columns.map((column) =>
                html`
                  <th scope="col" class="${isNumeric(column.type) ? "number" : ""}">${column
                    .name}</th>
                `
              )}
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: end - first }, (_, row) =>
              html`
                <tr>
                  ${columns.map(({ numeric, texts }) =>
                    html`
                      <td class="${numeric ? "number" : ""}">${texts[row]}</td>
                    `
                  )}
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      ${count > PAGE ? this.#pages(first, end, count) : nothing}
    `;
  }

  #pages(first: number, end: number, count: number) {
    const turn = (rows: number) => () => (this.first = first + rows);
    const number = (value: number) => this.format.number(value);
    return html`
      <nav aria-label="${`Pages of ${this.label}`}">
        <button class="quiet" ?disabled="${first === 0}" @click="${turn(-PAGE)}">Previous</button>
        <span aria-live="polite">
          Rows ${number(first + 1)}–${number(end)} of ${number(count)}
        </span>
        <button class="quiet" ?disabled="${end === count}" @click="${turn(PAGE)}">Next</button>
      </nav>
    `;
  }

  /** Written as a whole column, so that its pages look alike. */
  #texts(column: Column): string[] {
    const bucket = column === this.columns[0] ? this.bucket : null;
    return this.format.column(column, bucket, this.look, this.raw);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "data-table": DataTable;
  }
}
