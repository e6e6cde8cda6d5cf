import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";

/** Gives a dashboard another name; fires `renamed`. */
@customElement("rename-dialog")
export class RenameDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property()
  name = "";
  @state()
  private problem: string | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;
  @query("input")
  private field!: HTMLInputElement;

  static override styles = [
    controls,
    modal,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];

  show(): void {
    this.problem = null;
    this.field.value = this.name;
    this.dialog.showModal();
    this.field.select();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading">
        <form @submit="${this.#save}">
          <h2 id="heading">Rename dashboard</h2>
          <label class="field">Name <input required maxlength="200"></label>
          <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
            nothing}</p>
          <div class="row end">
            <button type="button" @click="${() => this.dialog.close()}">Cancel</button>
            <button class="primary">Rename</button>
          </div>
        </form>
      </dialog>
    `;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const body = { name: this.field.value.trim() };
      await send(`dashboards/${this.dashboardId}`, { method: "PATCH", body });
      this.dialog.close();
      this.dispatchEvent(new Event("renamed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rename-dialog": RenameDialog;
  }
}
