import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { readOptions } from "./display-options.ts";
import {
  type Draft,
  draftOf,
  type Edited,
  editedOf,
  missing,
  proposal,
  type Source,
} from "./draft.ts";
import type { Load } from "./newest-table.ts";
import type { DraftChanged } from "./query-form.ts";
import type { Visualization } from "./visualization.ts";
import "./visualization-card.ts";
import "./visualization-form.ts";

type Step =
  | { readonly name: "closed" }
  | {
    readonly name: "editing";
    readonly edited: Edited | null;
    readonly draft: Draft;
    readonly problem: string | null;
    readonly saving: boolean;
    /** Whether somebody else has changed it meanwhile. */
    readonly stale: boolean;
  };
type Editing = Step & { readonly name: "editing" };

/** Makes or changes a visualization, with a preview of what it will show; fires `saved`. */
@customElement("visualization-editor")
export class VisualizationEditor extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  sources: readonly Source[] = [];
  @property({ attribute: false })
  format = new Format([], "UTC");
  @state()
  private step: Step = { name: "closed" };
  @query("dialog")
  private dialog!: HTMLDialogElement;
  #preview: { readonly asked: string; readonly load: Load } | null = null;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(70rem, calc(100vw - 24px));
      }
      form {
        display: grid;
        grid-template-columns: minmax(18rem, 24rem) minmax(0, 1fr);
        gap: var(--space-4) var(--space-5);
      }
      h2,
      .foot {
        grid-column: 1 / -1;
      }
      .preview {
        position: sticky;
        top: 0;
        align-self: start;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        height: 24rem;
      }
      .missing {
        place-self: center;
        max-width: 30ch;
        text-align: center;
        color: var(--muted);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--space-2);
      }
      .foot .problem {
        margin-inline-end: auto;
      }
      @media (max-width: 760px) {
        form {
          grid-template-columns: minmax(0, 1fr);
        }
        .preview {
          position: static;
          height: 18rem;
        }
      }
    `,
  ];

  /** Opens it; with nothing to change it proposes a chart of the first source. */
  async show(edited: Edited | null): Promise<void> {
    const [first] = this.sources;
    const nothingYet: Edited = { type: "table", title: "", query: {} };
    const draft = edited === null && first !== undefined
      ? proposal(first)
      : draftOf(edited ?? nothingYet);
    this.step = { name: "editing", edited, draft, problem: null, saving: false, stale: false };
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.step = { name: "closed" })}">
        ${this.step.name === "closed" ? nothing : this.#form(this.step)}
      </dialog>
    `;
  }

  #form({ draft, edited, problem, saving, stale }: Editing) {
    const lacks = missing(draft) ?? (draft.title.trim() === "" ? "Give it a title." : null);
    return html`
      <form @submit="${this.#save}" @draft-changed="${this.#changed}">
        <h2 id="heading">${edited === null
          ? "Add a visualization"
          : "Change the visualization"}</h2>
        <visualization-form .draft="${draft}" .sources="${this.sources}"></visualization-form>
        <div class="preview">
          ${lacks === null ? this.#card(draft) : html`
            <p class="missing" role="status">${lacks}</p>
          `}
        </div>
        <div class="foot">
          ${problem === null ? nothing : html`
            <p class="problem" role="alert">${problem}</p>
          `}
          <button type="button" @click="${() => this.dialog.close()}">Cancel</button>
          <button class="primary" ?disabled="${saving || lacks !== null}">
            ${stale ? "Save anyway" : "Save"}
          </button>
        </div>
      </form>
    `;
  }

  #card(draft: Draft) {
    const { type, title, query, options } = editedOf(draft, this.sources);
    const shown: Visualization = {
      id: "preview",
      type,
      title,
      options: readOptions(options),
      place: null,
      panel: null,
      x: query.x ? { column: query.x.column, bucket: query.x.bucket ?? null } : null,
      series: query.series ?? null,
      listsRows: (query.measures ?? []).length === 0,
    };
    return html`
      <visualization-card
        .shown="${shown}"
        .format="${this.format}"
        .load="${this.#load({ type, title: "Preview", query })}"
      ></visualization-card>
    `;
  }

  /** The same function as long as the same is asked, whatever its title and look. */
  #load(body: Edited): Load {
    const asked = JSON.stringify(body);
    if (this.#preview?.asked !== asked) {
      const path = `dashboards/${this.dashboardId}/preview`;
      this.#preview = { asked, load: (signal) => send(path, { method: "POST", body, signal }) };
    }
    return this.#preview.load;
  }

  #changed({ draft }: DraftChanged): void {
    this.#become({ draft });
  }

  #become(change: Partial<Editing>): void {
    if (this.step.name === "editing") this.step = { ...this.step, ...change };
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.step.name !== "editing") return;
    const { edited, draft, stale } = this.step;
    const body = editedOf(draft, this.sources);
    this.#become({ saving: true, problem: null });
    try {
      if (edited?.id === undefined) {
        await send(`dashboards/${this.dashboardId}/visualizations`, { method: "POST", body });
      } else {
        const ofVersion = stale ? undefined : edited.version;
        await send(`visualizations/${edited.id}`, { method: "PATCH", body, ofVersion });
      }
      this.dialog.close();
      this.dispatchEvent(new Event("saved"));
    } catch (failure) {
      this.#become({ saving: false, ...refusal(failure) });
    }
  }
}

function refusal(failure: unknown) {
  const stale = failure instanceof Problem && failure.status === 412;
  const problem = stale
    ? "Somebody else has changed it meanwhile. Saving replaces what they did."
    : messageOf(failure);
  return { stale, problem };
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-editor": VisualizationEditor;
  }
}
