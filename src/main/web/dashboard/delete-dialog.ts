import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { texts } from "../texts.ts";

/** Asks whether a dashboard shall really go, and then goes to the others. */
@customElement("delete-dialog")
export class DeleteDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property()
  name = "";
  @state()
  private problem: string | null = null;
  @state()
  private asking = false;
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [controls, modal];

  async show(): Promise<void> {
    this.problem = null;
    this.asking = true;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.asking = false)}">
        ${this.asking ? this.#question() : nothing}
      </dialog>
    `;
  }

  #question() {
    return html`
      <h2 id="heading">${texts.dashboard.deleteThisDashboard}</h2>
      <p style="margin-block: var(--space-3); overflow-wrap: anywhere">
        ${texts.dashboard.nameGoesWithItsVisualizationsIts(
          this
            .name,
        )}
      </p>
      <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
        nothing}</p>
      <div class="row end">
        <button type="button" autofocus @click="${() => this.dialog.close()}">${texts.dashboard
          .keepIt}</button>
        <button class="primary danger" @click="${this.#delete}">${texts.dashboard.delete}</button>
      </div>
    `;
  }

  async #delete(): Promise<void> {
    try {
      await send(`dashboards/${this.dashboardId}`, { method: "DELETE" });
      location.href = address("app/").href;
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "delete-dialog": DeleteDialog;
  }
}
