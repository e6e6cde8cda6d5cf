import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { modal } from "../ui/modal.ts";
import type { Failure } from "./owned-source.ts";
import { texts } from "../texts.ts";

/** Says why a source could not be reached: how far it came, what came back, and what to try. */
@customElement("connection-failure")
export class ConnectionFailure extends LitElement {
  /** What its button says. */
  @property()
  action = texts.source.close;
  @state()
  private failure: Failure | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(36rem, calc(100vw - 24px));
      }
      dialog[open] {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .stage {
        font-weight: 600;
      }
      p {
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 0 0 var(--space-1);
        font-size: var(--text-normal);
      }
      pre {
        max-height: 12rem;
        margin: 0;
        padding: var(--space-3);
        overflow: auto;
        border-radius: 6px;
        background: var(--sunken);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: var(--text-small);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
      }
    `,
  ];

  /** Fires `corrected` when it is closed again. */
  async show(failure: Failure): Promise<void> {
    this.failure = failure;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { failure } = this;
    return html`
      <dialog
        role="alertdialog"
        aria-labelledby="heading"
        aria-describedby="why"
        @close="${() => this.dispatchEvent(new Event("corrected"))}"
      >
        ${failure === null ? nothing : this.#words(failure)}
      </dialog>
    `;
  }

  #words({ stage, message, answer }: Failure) {
    const { title, tries } = texts.source.stages[stage] ?? texts.source.stages.server;
    return html`
      <h2 id="heading">${texts.source.connectionFailure}</h2>
      <div id="why">
        <p class="stage problem">${title}</p>
        <p>${message}</p>
      </div>
      ${answer === undefined ? nothing : html`
        <section>
          <h3 id="answer">${texts.source.cameBack}</h3>
          <pre tabindex="0" role="region" aria-labelledby="answer">${answer}</pre>
        </section>
      `}
      <section>
        <h3>${texts.source.whatToTry}</h3>
        <ul>
          ${tries.map((text) =>
            html`
              <li>${text}</li>
            `
          )}
        </ul>
      </section>
      <div class="row end">
        <button type="button" class="primary" @click="${() => this.dialog.close()}">
          ${this.action}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "connection-failure": ConnectionFailure;
  }
}
