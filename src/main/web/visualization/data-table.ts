import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { type Column, isNumeric } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format, type NumberStyle } from "../ui/format.ts";
import { scrolledTable } from "../ui/scrolled-table.ts";
import { EVERY, HEIGHT_OF_ROW, MOST_WHOLE, type Rows, rowsAt, widthOf } from "./row-window.ts";
import { texts } from "../texts.ts";

/** A column as it is written. */
interface Written {
  readonly name: string;
  readonly numeric: boolean;
  readonly texts: readonly string[];
}

/** Columns as a table that anyone can read; of a long one only the rows that one sees are elements. */
@customElement("data-table")
export class DataTable extends LitElement {
  @property({ attribute: false })
  columns: readonly Column[] = [];
  @property({ attribute: false })
  format = Format.UTC;
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
  private rows: Rows = EVERY;
  @query(".scroll")
  private scroller!: HTMLElement;
  #written: readonly Written[] = [];
  readonly #resized = new ResizeObserver(() => this.#look());

  static override styles = [
    controls,
    scrolledTable,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        max-height: none;
        border: none;
        border-top: 1px solid var(--border);
        border-radius: 0;
      }
      table {
        width: max-content;
        min-width: 100%;
      }
      th,
      td {
        padding: 5px var(--space-3);
        max-width: 22rem;
        overflow-wrap: break-word;
      }
      td {
        vertical-align: middle;
      }
      th {
        font-weight: 600;
        color: var(--muted);
        vertical-align: bottom;
      }
      .windowed td {
        height: 30px;
        padding-block: 0;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .windowed .room td {
        padding: 0;
        border: none;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Written as whole columns, so that all of their rows look alike; once for all windows of it. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size === 1 && changed.has("rows")) return;
    this.#written = this.columns.map((column, index) => ({
      name: column.name,
      numeric: isNumeric(column.type),
      texts: this.format.column(column, index === 0 ? this.bucket : null, this.look, this.raw),
    }));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("columns")) this.#look();
  }

  get #count(): number {
    return this.columns[0]?.values.length ?? 0;
  }

  override render() {
    const count = this.#count;
    const windowed = count > MOST_WHOLE;
    const first = windowed ? Math.min(this.rows.first, count) : 0;
    const end = windowed ? Math.min(this.rows.end, count) : count;
    return html`
      <div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label="${texts.visualization.tableLabel(this.label)}"
        @scroll="${windowed ? this.#look : nothing}"
      >
        <table class="${windowed ? "windowed" : ""}" aria-rowcount="${windowed
          ? count + 1
          : nothing}">
          <caption class="hidden">${this.label}</caption>
          <thead>
            <tr aria-rowindex="${windowed ? 1 : nothing}">
              ${this.#written.map((column) => heading(column, windowed))}
            </tr>
          </thead>
          <tbody>
            ${this.#room(first)} ${Array.from(
              { length: end - first },
              (_, row) => this.#row(first + row, windowed),
            )} ${this.#room(count - end)}
          </tbody>
        </table>
      </div>
      ${windowed ? this.#pages(count) : nothing}
    `;
  }

  #row(row: number, windowed: boolean) {
    return html`
      <tr aria-rowindex="${windowed ? row + 2 : nothing}">
        ${this.#written.map(({ numeric, texts }) => {
          const text = texts[row] ?? "";
          return html`
            <td class="${numeric ? "number" : ""}" title="${windowed && !numeric
              ? text
              : nothing}">${text}</td>
          `;
        })}
      </tr>
    `;
  }

  /** What stands for rows that are no elements. */
  #room(rows: number) {
    if (rows === 0) return nothing;
    const height = { height: `${rows * HEIGHT_OF_ROW}px` };
    return html`
      <tr class="room" aria-hidden="true">
        <td colspan="${this.columns.length}" style="${styleMap(height)}"></td>
      </tr>
    `;
  }

  #pages(count: number) {
    const { seen, shown } = this.rows;
    const number = (value: number) => this.format.number(value);
    const turn = (by: number) => () =>
      this.scroller.scrollBy({ top: by * Math.max(1, shown - 1) * HEIGHT_OF_ROW });
    const last = Math.min(count, seen + shown);
    return html`
      <nav aria-label="${texts.visualization.pagesOfLabel(this.label)}">
        <button class="quiet" ?disabled="${seen === 0}" @click="${turn(-1)}">${texts.visualization
          .previous}</button>
        <span aria-live="polite">
          ${texts.visualization.rowsCountCount2OfCount3(
            number(seen + 1),
            number(last),
            number(count),
          )}
        </span>
        <button class="quiet" ?disabled="${last === count}" @click="${turn(1)}">${texts
          .visualization.next}</button>
      </nav>
    `;
  }

  readonly #look = (): void => {
    if (this.#count <= MOST_WHOLE || !this.hasUpdated) return;
    const { scrollTop, clientHeight } = this.scroller;
    const rows = rowsAt(scrollTop, clientHeight, this.#count);
    const same = (Object.keys(rows) as (keyof Rows)[]).every((name) =>
      rows[name] === this.rows[name]
    );
    if (!same) this.rows = rows;
  };
}

/** Where only some rows are elements, widths follow from the longest text of all. */
function heading({ name, numeric, texts }: Written, windowed: boolean) {
  const width = windowed ? { minWidth: `${widthOf(name, texts)}ch` } : {};
  return html`
    <th scope="col" class="${numeric ? "number" : ""}" style="${styleMap(width)}">${name}</th>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "data-table": DataTable;
  }
}
