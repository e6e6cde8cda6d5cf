import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { texts } from "../texts.ts";

/** Gives a dashboard another name; fires `renamed`. */
@customElement("rename-dialog")
export class RenameDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property()
  name = "";
  /** The version that was read; another one in between refuses the name. */
  @property({ type: Number })
  version = 0;
  @state()
  private problem: string | null = null;
  #version = 0;
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
    this.#version = this.version;
    this.field.value = this.name;
    this.dialog.showModal();
    this.field.select();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading">
        <form @submit="${this.#save}">
          <h2 id="heading">${texts.dashboard.renameDashboard}</h2>
          <label class="field">${texts.dashboard.name} <input required maxlength="200"></label>
          <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
            nothing}</p>
          <div class="row end">
            <button type="button" @click="${() => this.dialog.close()}">${texts.dashboard
              .cancel}</button>
            <button class="primary">${texts.dashboard.rename}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected override updated(): void {
    // After a refusal the version that was read since is the one to replace.
    if (this.problem !== null) this.#version = this.version;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const body = { name: this.field.value.trim() };
      const ofVersion = this.#version;
      await send(`dashboards/${this.dashboardId}`, { method: "PATCH", body, ofVersion });
      this.dialog.close();
    } catch (failure) {
      const stale = failure instanceof Problem && failure.status === 412;
      this.problem = stale
        ? texts.dashboard.somebodyElseHasChangedThisDashboard2
        : messageOf(failure);
      if (!stale) return;
    }
    this.dispatchEvent(new Event("renamed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rename-dialog": RenameDialog;
  }
}
