import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { Format } from "../ui/format.ts";
import { scrolledTable } from "../ui/scrolled-table.ts";
import type { Report } from "./owned-source.ts";
import { csvOf } from "./rejected-csv.ts";
import { texts } from "../texts.ts";

/** Which lines of a file were left out, and why. */
@customElement("rejected-lines")
export class RejectedLines extends LitElement {
  @property({ attribute: false })
  report!: Report;
  @property({ attribute: false })
  format = Format.UTC;

  static override styles = [
    controls,
    scrolledTable,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        justify-items: start;
      }
      .scroll {
        justify-self: stretch;
      }
      th,
      td {
        min-width: 5rem;
      }
      th:first-child,
      td:first-child {
        min-width: 0;
        text-align: end;
        white-space: nowrap;
      }
      /* Where there is no room beside the line, the reason stands below it. */
      @media (max-width: 560px) {
        thead {
          display: none;
        }
        tr {
          display: grid;
          grid-template-columns: auto auto minmax(0, 1fr);
          border-bottom: 1px solid var(--border);
        }
        td {
          min-width: 0;
          border: none;
        }
        td:last-child {
          grid-column: 1 / -1;
          color: var(--muted);
        }
      }
    `,
  ];

  override render() {
    const { rejected, rejected_count } = this.report;
    const number = (value: number) => this.format.number(value);
    const cut = rejected.length < rejected_count
      ? ` ${texts.source.rejectedFirst(number(rejected.length))}`
      : "";
    return html`
      <p>${texts.source.rejected(number(rejected_count))}.${cut}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="${texts.source.rejected(
        number(rejected_count),
      )}">
        <table>
          <thead>
            <tr>
              ${texts.source.rejectedColumns.map((name) =>
                html`
                  <th scope="col">${name}</th>
                `
              )}
            </tr>
          </thead>
          <tbody>
            ${rejected.map(({ line, column, text, message }) =>
              html`
                <tr>
                  <td>${number(line)}</td>
                  <td>${column ?? ""}</td>
                  <td>${text ?? ""}</td>
                  <td>${message}</td>
                </tr>
              `
            )}
          </tbody>
        </table>
      </div>
      <copy-button label="${texts.source.copyCsv}" text="${csvOf(rejected)}"></copy-button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejected-lines": RejectedLines;
  }
}
