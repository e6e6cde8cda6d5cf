import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { readOptions } from "./display-options.ts";
import { type Draft, draftOf, type Edited, editedOf, type Source } from "./draft.ts";
import { missing } from "./missing.ts";
import type { Load } from "./newest-table.ts";
import "../dashboard/key-metric.ts";
import { following, proposal } from "./proposal.ts";
import type { DraftChanged } from "./query-form.ts";
import type { Visualization } from "./visualization.ts";
import type { NamesDrawn } from "./visualization-card.ts";
import "./visualization-card.ts";
import "./visualization-form.ts";
import { texts } from "../texts.ts";

type Step =
  | { readonly name: "closed" }
  | {
    readonly name: "editing";
    readonly task: Task;
    readonly draft: Draft;
    readonly problem: string | null;
    readonly saving: boolean;
    /** What somebody else has done to it meanwhile; null for nothing. */
    readonly conflict: "changed" | "removed" | null;
  };
type Editing = Step & { readonly name: "editing" };

/** What an editor is opened for. */
export interface Task {
  readonly heading: string;
  /** Whether it is about one number instead of a visualization. */
  readonly metric: boolean;
  /** What is changed; null for something new, of which a first one is proposed. */
  readonly edited: Edited | null;
  /** Id of the source of something new; the first one unless told. */
  readonly source?: string;
  /** Keeps it; throws a Problem of status 412 if there has been another version than this meanwhile. */
  save(made: Edited, ofVersion: number | undefined): Promise<void>;
  /** Makes it again, for it has been removed meanwhile; null where that cannot be. */
  readonly again: ((made: Edited) => Promise<void>) | null;
}

/** Makes or changes a visualization or key metric, with a preview of what it will show. */
@customElement("visualization-editor")
export class VisualizationEditor extends LitElement {
  /** Where what is not saved yet can be tried. */
  @property({ attribute: false })
  preview!: string;
  @property({ attribute: false })
  sources: readonly Source[] = [];
  @property({ attribute: false })
  format = Format.UTC;
  @state()
  private step: Step = { name: "closed" };
  /** What the preview shows side by side. */
  @state()
  private names: readonly string[] = [];
  @query("dialog")
  private dialog!: HTMLDialogElement;
  #tried: { readonly asked: string; readonly load: Load } | null = null;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(70rem, calc(100vw - 24px));
        scroll-padding-bottom: 5rem;
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
      .preview:has(key-metric) {
        height: auto;
      }
      .missing {
        place-self: center;
        max-width: 30ch;
        text-align: center;
        color: var(--muted);
      }
      .foot {
        position: sticky;
        bottom: calc(-1 * var(--space-5));
        padding: var(--space-3) 0;
        border-top: 1px solid var(--border);
        background: var(--surface);
        z-index: 1;
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
        dialog {
          scroll-padding-top: 15rem;
        }
        h2 {
          order: -2;
        }
        .preview {
          order: -1;
          top: calc(-1 * var(--space-5));
          height: 14rem;
          z-index: 1;
          background: var(--surface);
        }
      }
    `,
  ];

  get open(): boolean {
    return this.step.name !== "closed";
  }

  async show(task: Task): Promise<void> {
    const { edited, metric, source } = task;
    const first = this.sources.find(({ id }) => id === source) ?? this.sources[0];
    const nothingYet: Edited = { type: "table", title: "", query: {} };
    const draft = edited === null && first !== undefined
      ? proposal(first, metric)
      : draftOf(edited ?? nothingYet, metric);
    this.names = [];
    this.step = { name: "editing", task, draft, problem: null, saving: false, conflict: null };
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

  #form({ draft, task, problem, conflict }: Editing) {
    const lacks = missing(draft) ??
      (draft.title.trim() === "" ? texts.visualization.giveItATitle : null);
    return html`
      <form @submit="${this.#save}" @draft-changed="${this.#changed}">
        <h2 id="heading">${task.heading}</h2>
        <visualization-form
          .draft="${draft}"
          .sources="${this.sources}"
          .names="${this.names}"
        ></visualization-form>
        <div class="preview" @names-drawn="${this.#drawn}">
          ${lacks === null ? this.#card(draft) : html`
            <p class="missing" role="status">${lacks}</p>
          `}
        </div>
        <div class="foot">
          ${problem === null ? nothing : html`
            <p class="problem" role="alert">${problem}</p>
          `}
          <button type="button" @click="${() => this.dialog.close()}">${texts.visualization
            .cancel}</button>
          <button class="primary" ?disabled="${lacks !== null}">
            ${conflict === null ? texts.visualization.save : texts.visualization.saveAnyway}
          </button>
        </div>
      </form>
    `;
  }

  #card(draft: Draft) {
    const { type, title, query, options } = editedOf(draft, this.sources);
    const load = this.#load(this.preview, { type, title: texts.visualization.preview, query });
    const look = readOptions(options);
    if (draft.metric) {
      return html`
        <key-metric
          .tile="${{ index: 0, title, options: look, place: null }}"
          .format="${this.format}"
          .load="${load}"
        ></key-metric>
      `;
    }
    const shown: Visualization = {
      id: "preview",
      type,
      title,
      options: look,
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
        .load="${load}"
      ></visualization-card>
    `;
  }

  /** The same function as long as the same is asked, whatever its title and look. */
  #load(path: string, body: Edited): Load {
    const asked = JSON.stringify(body);
    if (this.#tried?.asked !== asked) {
      this.#tried = { asked, load: (signal) => send(path, { method: "POST", body, signal }) };
    }
    return this.#tried.load;
  }

  #changed({ draft }: DraftChanged): void {
    if (this.step.name === "editing") {
      this.#become({ draft: following(this.step.draft, draft, this.sources) });
    }
  }

  /** It tells while it is drawn, when nothing else may be drawn anew. */
  readonly #drawn = ({ names }: NamesDrawn): void => {
    if (names.join("\n") !== this.names.join("\n")) queueMicrotask(() => (this.names = names));
  };

  #become(change: Partial<Editing>): void {
    if (this.step.name === "editing") this.step = { ...this.step, ...change };
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { step } = this;
    if (step.name !== "editing" || step.saving) return;
    const { task, draft, conflict } = step;
    this.#become({ saving: true, problem: null });
    try {
      const made = editedOf(draft, this.sources);
      if (conflict === "removed" && task.again !== null) await task.again(made);
      else await task.save(made, conflict === null ? task.edited?.version : undefined);
      this.dialog.close();
    } catch (failure) {
      this.#become({ saving: false, ...refusal(failure, step) });
    }
  }
}

/** A second answer that it is gone is about more than the visualization. */
function refusal(failure: unknown, { task, conflict: before }: Editing) {
  const status = failure instanceof Problem ? failure.status : 0;
  if (status === 412) {
    const problem = task.metric
      ? texts.visualization.somebodyElseHasChangedTheDashboard
      : texts.visualization.somebodyElseHasChangedItMeanwhile;
    return { conflict: "changed", problem } as const;
  }
  if (status === 404 && task.again !== null && before !== "removed") {
    const problem = texts.visualization.somebodyElseHasRemovedItMeanwhile;
    return { conflict: "removed", problem } as const;
  }
  return { conflict: before, problem: messageOf(failure) };
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-editor": VisualizationEditor;
  }
}
