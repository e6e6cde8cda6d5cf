import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import type { FilePicked } from "../ui/file-button.ts";
import "../ui/file-button.ts";
import type { Format } from "../ui/format.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { Source } from "../visualization/draft.ts";
import { type Progress, sourceOf } from "./upload.ts";

/** A source with what its owner wants to know of it. */
export interface OwnedSource extends Source {
  readonly kind: string;
  /** When its rows last changed, ISO 8601; none if they never have. */
  readonly changed_at?: string | null;
}

/** Shows, adds and removes the data sources of a dashboard; fires `changed`. */
@customElement("sources-dialog")
export class SourcesDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  sources: readonly OwnedSource[] = [];
  @property({ attribute: false })
  format!: Format;
  /** How far a file has come; null while there is none. */
  @state()
  private progress: Progress | null = null;
  @state()
  private problem: string | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(40rem, calc(100vw - 24px));
      }
      dialog[open] {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      ul {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--space-1);
        padding-bottom: var(--space-3);
        border-bottom: 1px solid var(--border);
      }
      .row {
        align-items: center;
      }
      strong {
        margin-inline-end: auto;
        overflow-wrap: anywhere;
      }
      p,
      summary {
        color: var(--muted);
      }
      pre {
        margin: var(--space-2) 0;
        padding: var(--space-3);
        border-radius: 6px;
        background: var(--sunken);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: var(--text-small);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-2);
      }
    `,
  ];

  show(): void {
    this.problem = null;
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading">
        <h2 id="heading">Data sources</h2>
        ${this.sources.length === 0
          ? html`
            <p>There are none yet: upload a file, or let a program push rows.</p>
          `
          : html`
            <ul>${this.sources.map((source) => this.#source(source))}</ul>
          `} ${this.#adding()}
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        <div class="row end">
          <button type="button" @click="${() => this.dialog.close()}">Close</button>
        </div>
      </dialog>
    `;
  }

  #source(source: OwnedSource) {
    const { id, name, kind, row_count, changed_at } = source;
    const when = changed_at ? `, last ${this.format.instantWithZone(Date.parse(changed_at))}` : "";
    return html`
      <li>
        <div class="row">
          <strong>${name}</strong>
          <button
            type="button"
            class="quiet"
            aria-label="${`Remove ${name}`}"
            @click="${() => this.#do(() => send(`sources/${id}`, { method: "DELETE" }))}"
          >
            Remove
          </button>
        </div>
        <p>${kind === "push" ? "Pushed" : "From a file"}: ${this.format.number(
          row_count,
        )} rows${when}</p>
        ${kind === "push" ? pushing(source) : nothing}
      </li>
    `;
  }

  #adding() {
    if (this.progress !== null) {
      return html`
        <p role="status">
          <progress max="100" .value="${this.progress.percent}" aria-label="Reading"></progress>
          Reading the file: ${this.progress.rows} rows
        </p>
      `;
    }
    return html`
      <file-button label="Upload a file" @file-picked="${this.#upload}"></file-button>
      <form @submit="${this.#push}">
        <label class="field">
          Rows that a program pushes
          <input name="name" required maxlength="200" placeholder="Name">
        </label>
        <button>Add</button>
      </form>
    `;
  }

  readonly #upload = async ({ file }: FilePicked): Promise<void> => {
    this.progress = { rows: 0, percent: 0 };
    await this.#do(() =>
      sourceOf(this.dashboardId, file, (progress) => (this.progress = progress))
    );
    this.progress = null;
  };

  readonly #push = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = { name: String(new FormData(form).get("name")), kind: "push" };
    await this.#do(() => send(`dashboards/${this.dashboardId}/sources`, { method: "POST", body }));
    form.reset();
  };

  async #do(change: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = null;
      await change();
      this.dispatchEvent(new Event("changed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

/** A line that a person can run as it is but for the key. */
function pushing({ id }: OwnedSource) {
  const line = `curl -X POST ${address(`sources/${id}/rows`).href} \\
  -H "Authorization: Bearer YOUR_API_KEY" -H "Content-Type: application/json" \\
  -d '[{"at": "${new Date().toISOString()}", "value": 1}]'`;
  return html`
    <details>
      <summary>How to push rows</summary>
      <pre>${line}</pre>
      <copy-button text="${line}" about="the command"></copy-button>
    </details>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "sources-dialog": SourcesDialog;
  }
}
