import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import type { Trial } from "./owned-source.ts";
import "./rows-table.ts";
import { texts } from "../texts.ts";

const FIRST_ROWS = 10;

/** What a test that went well brought: its first rows, and what was left out. */
@customElement("source-trial")
export class SourceTrial extends LitElement {
  @property({ attribute: false })
  trial!: Trial;
  @property({ attribute: false })
  format = Format.UTC;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { columns, rows, remarks = [] } = this.trial;
    return html`
      ${rows.length === 0
        ? html`
          <p>${texts.source.noRows}</p>
        `
        : html`
          <rows-table
            .columns="${columns}"
            .rows="${rows.slice(0, FIRST_ROWS)}"
            .format="${this.format}"
            label="${texts.source.firstRows}"
          ></rows-table>
        `} ${remarks.length === 0 ? nothing : html`
        <ul>
          ${remarks.map((remark) =>
            html`
              <li>${remark}</li>
            `
          )}
        </ul>
      `}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-trial": SourceTrial;
  }
}
