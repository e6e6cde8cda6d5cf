import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { FilePicked } from "../ui/file-button.ts";
import "../ui/file-button.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { dashboardIn } from "./grafana-json.ts";
import type { OwnedDashboard } from "./owned.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "asking"; readonly problem: string | null }
  | { readonly name: "saving" }
  | { readonly name: "made"; readonly dashboard: OwnedDashboard };

/** Makes a dashboard of Grafana's JSON and tells what of it cannot be shown. */
@customElement("grafana-dialog")
export class GrafanaDialog extends LitElement {
  @state()
  private current: State = { name: "asking", problem: null };
  @query("dialog")
  private dialog!: HTMLDialogElement;
  @query("textarea")
  private text!: HTMLTextAreaElement;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(40rem, calc(100vw - 24px));
      }
      dialog[open],
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      textarea {
        width: 100%;
        min-height: 9rem;
        padding: 7px 10px;
        border: 1px solid var(--outline);
        border-radius: 6px;
        background: var(--surface);
        color: inherit;
        font:
          var(--text-small) / 1.4 ui-monospace,
          monospace;
        resize: vertical;
      }
      ul {
        max-height: 40vh;
        margin: 0;
        padding-inline-start: var(--space-5);
        overflow: auto;
        overflow-wrap: anywhere;
      }
    `,
  ];

  show(): void {
    this.current = { name: "asking", problem: null };
    this.dialog.showModal();
  }

  override render() {
    const { current } = this;
    return html`
      <dialog aria-labelledby="heading" @close="${() => current.name === "made" && reload()}">
        ${current.name === "made" ? made(current.dashboard) : this.#form(current)}
        <div class="row end">
          <button type="button" @click="${() => this.dialog.close()}">${texts.dashboard
            .close}</button>
        </div>
      </dialog>
    `;
  }

  #form(current: State & { name: "asking" | "saving" }) {
    const problem = current.name === "asking" ? current.problem : null;
    return html`
      <form @submit="${this.#save}">
        <h2 id="heading">${texts.dashboard.newDashboardFromGrafana}</h2>
        <p>
          ${texts.dashboard.takeTheJsonOfADashboard}
        </p>
        <file-button
          label="${texts.dashboard.chooseAJsonFile}"
          accept=".json,application/json"
          @file-picked="${this.#read}"
        ></file-button>
        <label class="field">
          ${texts.dashboard.orPasteIt}
          <textarea required spellcheck="false"></textarea>
        </label>
        <p class="problem" role="alert" ?hidden="${problem === null}">${problem ?? nothing}</p>
        <div class="row end">
          <button class="primary" ?disabled="${current.name ===
            "saving"}">${texts.dashboard.makeTheDashboard}</button>
        </div>
      </form>
    `;
  }

  readonly #read = async ({ file }: FilePicked): Promise<void> => {
    this.text.value = await file.text();
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { value } = this.text;
    this.current = { name: "saving" };
    try {
      const body = { dashboard: dashboardIn(value), overwrite: false };
      const { id } = await send<{ id: number }>("api/dashboards/db", { method: "POST", body });
      this.current = {
        name: "made",
        dashboard: await send<OwnedDashboard>(`dashboards/${id}`),
      };
    } catch (failure) {
      this.current = { name: "asking", problem: messageOf(failure) };
    }
  };
}

function made({ id, name, visualizations, tiles, notes = [] }: OwnedDashboard) {
  const shown = visualizations.length + tiles.length;
  return html`
    <h2 id="heading">${texts.dashboard.nameWasMade(name)}</h2>
    <p role="status">
      ${shown === 1 ? texts.dashboard.n1PanelIs : texts.dashboard.shownPanelsAre(shown)} ${texts
        .dashboard.shown}${notes.length === 0 ? "." : `, ${notes.length} cannot be:`}
    </p>
    ${notes.length === 0 ? nothing : html`
      <ul tabindex="0" aria-label="${texts.dashboard.whatCannotBeShown}">
        ${notes.map(({ title, text }) =>
          html`
            <li><strong>${title}</strong> ${text}</li>
          `
        )}
      </ul>
    `}
    <p><a href="${address(`app/dashboards/${id}`).href}">${texts.dashboard.openTheDashboard}</a></p>
  `;
}

function reload(): void {
  location.reload();
}

declare global {
  interface HTMLElementTagNameMap {
    "grafana-dialog": GrafanaDialog;
  }
}
