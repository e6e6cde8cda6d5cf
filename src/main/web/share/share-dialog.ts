import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";

interface CreatedLink {
  readonly share_link: string;
  readonly message: string;
}

type Step =
  | { readonly name: "editing"; readonly problem: string | null }
  | { readonly name: "saving" }
  | { readonly name: "created"; readonly link: CreatedLink; readonly copied: boolean };

/** Makes links to one dashboard. */
@customElement("share-dialog")
export class ShareDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private step: Step = { name: "editing", problem: null };
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    css`
      dialog {
        width: min(30rem, calc(100vw - 24px));
        padding: var(--space-5);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      form,
      .created {
        display: grid;
        gap: var(--space-4);
      }
      h2 {
        font-size: var(--text-large);
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        padding: 0 0 var(--space-1);
        font-weight: 600;
      }
      .row {
        display: flex;
        gap: var(--space-2);
      }
      .end {
        justify-content: flex-end;
      }
      p {
        color: var(--muted);
      }
    `,
  ];

  show(): void {
    this.step = { name: "editing", problem: null };
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading">
        ${this.step.name === "created"
          ? this.#created(this.step.link, this.step.copied)
          : this.#form(this.step)}
      </dialog>
    `;
  }

  #form(step: Exclude<Step, { name: "created" }>) {
    const problem = step.name === "editing" ? step.problem : null;
    return html`
      <form @submit="${this.#create}">
        <h2 id="heading">Share dashboard</h2>
        <fieldset>
          <legend>Anyone with the link</legend>
          <label><input type="radio" name="access" value="view" checked> can view</label>
          <label><input type="radio" name="access" value="edit"> can edit</label>
        </fieldset>
        <label class="field">
          Password
          <input type="password" name="password" autocomplete="new-password" maxlength="200">
          <small>Optional. Visitors are asked for it.</small>
        </label>
        ${problem === null ? nothing : html`
          <p class="problem" role="alert">${problem}</p>
        `}
        <div class="row end">
          <button type="button" @click="${this.#close}">Cancel</button>
          <button class="primary" ?disabled="${step.name === "saving"}">Create link</button>
        </div>
      </form>
    `;
  }

  #created(link: CreatedLink, copied: boolean) {
    return html`
      <div class="created">
        <h2 id="heading">Link created</h2>
        <div class="row">
          <input readonly aria-label="Link" .value="${link.share_link}" @focus="${selectAll}">
          <button class="primary" @click="${this.#copy}">${copied ? "Copied" : "Copy link"}</button>
        </div>
        <p role="status">${link.message}</p>
        <div class="row end"><button @click="${this.#close}">Close</button></div>
      </div>
    `;
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const password = String(fields.get("password") ?? "");
    const body = { access: fields.get("access"), ...(password === "" ? {} : { password }) };
    this.step = { name: "saving" };
    try {
      const path = `dashboards/${this.dashboardId}/share`;
      const link = await send<CreatedLink>(path, { method: "POST", body });
      this.step = { name: "created", link, copied: false };
    } catch (failure) {
      this.step = { name: "editing", problem: messageOf(failure) };
    }
  }

  readonly #close = () => this.dialog.close();

  async #copy(): Promise<void> {
    if (this.step.name !== "created") return;
    const copied = await copy(this.step.link.share_link, this.renderRoot.querySelector("input"));
    this.step = { ...this.step, copied };
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

/** Browsers give the clipboard to pages over HTTPS only; elsewhere the selected text is copied. */
async function copy(text: string, field: HTMLInputElement | null): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return await navigator.clipboard.writeText(text).then(() => true, () => false);
  }
  field?.select();
  return document.execCommand("copy");
}

declare global {
  interface HTMLElementTagNameMap {
    "share-dialog": ShareDialog;
  }
}
