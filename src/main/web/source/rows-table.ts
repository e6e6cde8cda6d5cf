import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isNumeric } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { scrolledTable } from "../ui/scrolled-table.ts";
import type { SourceColumn } from "../visualization/draft.ts";
import type { Row } from "./owned-source.ts";

/** Some rows of a source, with the type of each column under its name. */
@customElement("rows-table")
export class RowsTable extends LitElement {
  @property({ attribute: false })
  columns: readonly SourceColumn[] = [];
  @property({ attribute: false })
  rows: readonly Row[] = [];
  @property({ attribute: false })
  format = Format.UTC;
  /** What the table is about, for those who hear it. */
  @property()
  label = "";

  static override styles = [
    controls,
    scrolledTable,
    css`
      table {
        width: max-content;
        min-width: 100%;
      }
      th,
      td {
        max-width: 22rem;
        overflow-wrap: break-word;
      }
      th small {
        display: block;
        font-weight: 400;
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const columns = this.columns.map(({ name, type }) => {
      const values = this.rows.map((row) => row[name] ?? null);
      const texts = this.format.column({ name, type, values }, null, {}, true);
      return { name, type, texts, style: isNumeric(type) ? "number" : "" };
    });
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="${this.label}">
        <table>
          <thead>
            <tr>
              ${columns.map(({ name, type, style }) =>
                html`
                  <th scope="col" class="${style}">${name} <small>${type}</small></th>
                `
              )}
            </tr>
          </thead>
          <tbody>
            ${this.rows.map((_, index) =>
              html`
                <tr>
                  ${columns.map(({ texts, style }) =>
                    html`
                      <td class="${style}">${texts[index]}</td>
                    `
                  )}
                </tr>
              `
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rows-table": RowsTable;
  }
}
