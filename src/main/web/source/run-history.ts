import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { scrolledTable } from "../ui/scrolled-table.ts";
import { agoText } from "./ago.ts";
import type { Failure, Run } from "./owned-source.ts";
import { texts } from "../texts.ts";

/** Asks to tell more of a failure. */
export class WhyAsked extends Event {
  constructor(readonly failure: Failure) {
    super("why-asked", { bubbles: true, composed: true });
  }
}

/** The newest runs of a source, newest first. */
@customElement("run-history")
export class RunHistory extends LitElement {
  @property({ attribute: false })
  runs: readonly Run[] = [];
  @property({ attribute: false })
  format = Format.UTC;
  @property({ attribute: false })
  now = Date.now();
  /** Whether rows stay where they are: a run brings none then. */
  @property({ type: Boolean })
  live = false;

  static override styles = [
    controls,
    scrolledTable,
    css`
      td:first-child {
        min-width: 5rem;
      }
      @media (max-width: 560px) {
        th,
        td {
          padding-inline: var(--space-2);
        }
      }
      small {
        display: block;
        color: var(--muted);
      }
    `,
  ];

  override render() {
    if (this.runs.length === 0) {
      return html`
        <p>${texts.source.noRuns}</p>
      `;
    }
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="${texts.source.runs}">
        <table>
          <thead>
            <tr>
              ${texts.source.runColumns.map((name, index) =>
                html`
                  <th scope="col" class="${index > 1 ? "number" : ""}">${name}</th>
                `
              )}
            </tr>
          </thead>
          <tbody>
            ${this.runs.map((run) => this.#row(run))}
          </tbody>
        </table>
      </div>
    `;
  }

  #row({ started, state, rows, ms, remarks = [], error }: Run) {
    const { format } = this;
    return html`
      <tr>
        <td title="${format.instantWithZone(Date.parse(started))}">
          ${agoText(started, this.now, navigator.languages)}
        </td>
        <td colspan="${error === undefined ? 1 : 2}">
          ${error === undefined ? this.#result(state) : this.#failure(error)} ${remarks.map((
            remark,
          ) =>
            html`
              <small>${remark}</small>
            `
          )}
        </td>
        ${error === undefined
          ? html`
            <td class="number">${this.live ? nothing : format.number(rows)}</td>
          `
          : nothing}
        <td class="number">${texts.source.milliseconds(format.number(ms))}</td>
      </tr>
    `;
  }

  #result(state: Run["state"]): string {
    return this.live ? texts.source.runReached : texts.source.runStates[state];
  }

  #failure(failure: Failure) {
    const { title } = texts.source.stages[failure.stage] ?? texts.source.stages.server;
    return html`
      <span class="problem">${title}.</span>
      <button class="quiet" @click="${() => this.dispatchEvent(new WhyAsked(failure))}">${texts
        .source
        .why}</button>
      <small>${failure.message}</small>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "run-history": RunHistory;
  }
}
