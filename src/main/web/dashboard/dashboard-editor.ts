import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import type { LoadNote } from "../ui/load-note.ts";
import "../ui/load-note.ts";
import type { Task, VisualizationEditor } from "../visualization/visualization-editor.ts";
import type { Edited } from "../visualization/draft.ts";
import type { Content } from "./content.ts";
import type { DashboardView, Data } from "./dashboard-view.ts";
import "./dashboard-view.ts";
import {
  arrange,
  makeAgain,
  metricTask,
  type Paths,
  placesBefore,
  putMetricBack,
  removeMetric,
  visualizationTask,
} from "./editing.ts";
import type { OwnedDashboard } from "./owned.ts";
import type { Pages } from "./pages.ts";
import { NO_TROUBLES, type Troubles } from "./troubles.ts";
import type { Arranged, Placed, Wish } from "./wish.ts";
import { texts } from "../texts.ts";

/** What somebody is told after a change, and what can be done about it. */
interface News {
  readonly words: string;
  readonly failed?: boolean;
  readonly action?: { readonly label: string; readonly run: () => Promise<void> };
}

const STALE = 412;
const UNDONE: News = { words: texts.dashboard.undone };

/**
 * A dashboard with all that changes it: for its owner, and for the holder of an edit link. Fires
 * `sources-asked` where there is no data yet to make something of.
 */
@customElement("dashboard-editor")
export class DashboardEditor extends LitElement {
  @property({ attribute: false })
  owned!: OwnedDashboard;
  @property({ attribute: false })
  content!: Content;
  @property({ attribute: false })
  data!: Data;
  @property({ attribute: false })
  paths!: Paths;
  @property({ attribute: false })
  pages!: Pages;
  /** Id of the only visualization that is shown, which then is not changed here; null for all. */
  @property({ attribute: false })
  alone: string | null = null;
  /** Whether each visualization can be shared alone: whoever holds this hears the wish. */
  @property({ type: Boolean })
  shareable = false;
  /** Whether whoever looks may change nothing after all. */
  @property({ type: Boolean })
  locked = false;
  /** What is wrong with the sources of what is shown. */
  @property({ attribute: false })
  troubles: Troubles = NO_TROUBLES;
  /** Reads the dashboard again, after which `owned` and `content` are new. */
  @property({ attribute: false })
  reload!: () => Promise<void>;
  @state()
  private news: News | null = null;
  #saving = false;
  @query("visualization-editor")
  private editor!: VisualizationEditor;
  @query("dashboard-view")
  private view!: DashboardView;
  @query("load-note")
  private note!: LoadNote;
  @query(".news")
  private told!: HTMLElement | null;

  static override styles = [
    controls,
    css`
      .news {
        position: sticky;
        bottom: var(--space-4);
        z-index: 1;
        display: flex;
        align-items: center;
        gap: var(--space-4);
        width: fit-content;
        max-width: calc(100vw - 24px);
        margin: 0 auto var(--space-4);
        padding: var(--space-2) var(--space-4);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Whether something is being changed: it may not become something else under somebody's hands. */
  get busy(): boolean {
    return this.editor.open === true || this.view.moving || this.#saving;
  }

  /** Opens the editor with a chart of a source that suits it. */
  async propose(source: string): Promise<void> {
    await this.#edit({ ...visualizationTask(this.paths, this.owned, ""), source });
  }

  /** Puts it on the title. */
  override focus(): void {
    void this.updateComplete.then(() => this.view.focus());
  }

  /** Asks for newer data. */
  refresh(): void {
    this.view.refresh();
  }

  override render() {
    const { owned, content, paths } = this;
    return html`
      <dashboard-view
        .content="${content}"
        .data="${this.data}"
        .troubles="${this.troubles}"
        .pages="${this.pages}"
        .alone="${this.alone}"
        ?editable="${!this.locked && this.alone === null}"
        ?shareable="${this.shareable}"
        @wish="${this.#fulfil}"
        @arranged="${({ title, placed }: Arranged) => this.#arrange(title, placed)}"
      ><slot name="actions" slot="actions"></slot></dashboard-view>
      ${this.news === null ? nothing : this.#news(this.news)}
      <visualization-editor
        .preview="${paths.preview}"
        .sources="${owned.sources}"
        .format="${new Format(navigator.languages, content.time_zone)}"
      ></visualization-editor>
      <load-note></load-note>
    `;
  }

  #news({ words, failed = false, action }: News) {
    return html`
      <p class="panel news" tabindex="-1" role="${failed ? "alert" : "status"}">
        <span class="${failed ? "problem" : ""}">${words}</span>
        ${action === undefined ? nothing : html`
          <button @click="${action.run}">${action.label}</button>
        `}
      </p>
    `;
  }

  async #fulfil({ name, thing, of }: Wish): Promise<void> {
    const { owned, paths } = this;
    if (name === "share") return;
    if (name === "remove") return await this.#remove(thing, of);
    const task = thing === "metric"
      ? metricTask(paths, owned, of)
      : visualizationTask(paths, owned, of);
    await this.#edit(task);
  }

  async #edit(task: Task): Promise<void> {
    // Whoever may share it may add data to it too: without any there is nothing to choose from.
    if (this.shareable && this.owned.sources.length === 0) {
      this.dispatchEvent(new Event("sources-asked"));
      return;
    }
    const { again } = task;
    const save = async (...made: Parameters<Task["save"]>) => {
      await task.save(...made);
      await this.reload();
    };
    const saveAgain = async (made: Edited) => {
      await again?.(made);
      await this.reload();
    };
    const load = () => import("../visualization/visualization-editor.ts");
    if (!(await this.note.need(load, this.editor))) return;
    await this.editor.show({ ...task, save, again: again === null ? null : saveAgain });
  }

  async #remove(thing: Wish["thing"], of: string): Promise<void> {
    const { owned, paths } = this;
    if (thing === "metric") return await this.#removeMetric(of);
    const gone = owned.visualizations.find(({ id }) => id === of);
    if (gone === undefined) return;
    const run = () => this.#try(() => makeAgain(paths, gone), UNDONE);
    await this.#try(
      () => send(`${paths.visualizations}/${of}`, { method: "DELETE" }),
      {
        words: texts.dashboard.titleWasRemoved(gone.title),
        action: { label: texts.dashboard.undo, run },
      },
    );
  }

  async #removeMetric(index: string): Promise<void> {
    const { owned, paths } = this;
    const gone = owned.tiles[Number(index)];
    if (gone === undefined) return;
    const run = () => this.#try(() => putMetricBack(paths, this.owned, index, gone), UNDONE);
    await this.#try(
      () => removeMetric(paths, owned, index),
      {
        words: texts.dashboard.titleWasRemoved(gone.title),
        action: { label: texts.dashboard.undo, run },
      },
    );
  }

  async #arrange(title: string, placed: readonly Placed[], careful = true): Promise<void> {
    const { owned } = this;
    const before = placesBefore(owned, placed);
    const undo = () => this.#try(() => arrange(this.paths, this.owned, before, true), UNDONE);
    const anyway = () => this.#arrange(title, placed, false);
    await this.#try(
      () => arrange(this.paths, owned, placed, careful),
      {
        words: texts.dashboard.titleWasMoved(title),
        action: { label: texts.dashboard.undo, run: undo },
      },
      {
        words: texts.dashboard.titleWasNotMovedSomebodyElse(title) +
          texts.dashboard.hereIsHowItLooksNow,
        failed: true,
        action: { label: texts.dashboard.moveItAnyway, run: anyway },
      },
    );
  }

  /** Changes something and shows how it is then; `stale` is told where somebody was faster. */
  async #try(change: () => Promise<void>, done: News, stale?: News): Promise<void> {
    const held = this.shadowRoot?.activeElement ?? null;
    this.news = null;
    this.#saving = true;
    const news = await change().then(() => done, (failure: unknown): News => {
      const late = failure instanceof Problem && failure.status === STALE;
      return late && stale !== undefined ? stale : { words: messageOf(failure), failed: true };
    });
    await this.reload();
    this.#saving = false;
    this.news = news;
    await this.updateComplete;
    // What was pressed may be gone with what it was about.
    if (held !== null && this.shadowRoot?.activeElement === null) this.told?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-editor": DashboardEditor;
  }
}
