import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { AddressField } from "./address-field.ts";
import "./address-field.ts";
import { wrongOf } from "./addresses.ts";
import "./share-list.ts";

interface CreatedLink {
  readonly share_link: string;
  readonly message: string;
}

type Step =
  | { readonly name: "closed" }
  | { readonly name: "editing"; readonly problem: string | null }
  | { readonly name: "saving" }
  | { readonly name: "created"; readonly link: CreatedLink };

/** Makes links to one dashboard, and shows those that there are. */
@customElement("share-dialog")
export class ShareDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private step: Step = { name: "closed" };
  @query("dialog")
  private dialog!: HTMLDialogElement;
  @query("address-field")
  private addresses!: AddressField;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(36rem, calc(100vw - 24px));
      }
      dialog[open],
      form,
      .created {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
      }
      p {
        color: var(--muted);
      }
      input[readonly] {
        flex: 1;
        width: auto;
        min-width: 0;
      }
    `,
  ];

  async show(): Promise<void> {
    this.step = { name: "editing", problem: null };
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { step } = this;
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.step = { name: "closed" })}">
        ${step.name === "closed" ? nothing : html`
          ${step.name === "created" ? this.#created(step.link) : this.#form(step)}
          <share-list dashboard-id="${this.dashboardId}"></share-list>
          <div class="row end">
            <button type="button" @click="${() => this.dialog.close()}">Close</button>
          </div>
        `}
      </dialog>
    `;
  }

  #form(step: Step & { name: "editing" | "saving" }) {
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
          <input type="password" name="password" autocomplete="new-password" maxlength="128">
          <small>Optional. Visitors are asked for it.</small>
        </label>
        <address-field></address-field>
        ${problem === null ? nothing : html`
          <p class="problem" role="alert">${problem}</p>
        `}
        <div class="row end">
          <button class="primary" ?disabled="${step.name === "saving"}">Create link</button>
        </div>
      </form>
    `;
  }

  #created(link: CreatedLink) {
    return html`
      <div class="created">
        <h2 id="heading">Link created</h2>
        <div class="row">
          <input readonly aria-label="Link" .value="${link.share_link}" @focus="${selectAll}">
          <copy-button label="Copy link" text="${link.share_link}"></copy-button>
        </div>
        <p role="status">${link.message}</p>
      </div>
    `;
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const password = String(fields.get("password") ?? "");
    const email = this.addresses.takeAll();
    if (wrongOf(email).length > 0) return;
    const body = {
      access: fields.get("access"),
      ...(password === "" ? {} : { password }),
      ...(email.length === 0 ? {} : { email }),
    };
    this.step = { name: "saving" };
    try {
      const path = `dashboards/${this.dashboardId}/share`;
      const link = await send<CreatedLink>(path, { method: "POST", body });
      this.step = { name: "created", link };
      await this.renderRoot.querySelector("share-list")?.refresh();
    } catch (failure) {
      this.step = { name: "editing", problem: messageOf(failure) };
    }
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    "share-dialog": ShareDialog;
  }
}
