import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "../share/share-dialog.ts";
import type { ShareDialog } from "../share/share-dialog.ts";
import type { SourcesDialog } from "../source/sources-dialog.ts";
import "../source/sources-dialog.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Task, VisualizationEditor } from "../visualization/visualization-editor.ts";
import "../visualization/visualization-editor.ts";
import type { Content } from "./content.ts";
import type { Data } from "./dashboard-view.ts";
import "./dashboard-view.ts";
import { metricTask, removeMetric, visualizationTask } from "./editing.ts";
import { contentOf, type OwnedDashboard as Owned, type OwnedVisualization } from "./owned.ts";
import type { RenameDialog } from "./rename-dialog.ts";
import "./rename-dialog.ts";
import type { Wish } from "./wish.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly owned: Owned; readonly content: Content };

/** A dashboard of the signed-in user, with what can be done with it. */
@customElement("owned-dashboard")
export class OwnedDashboard extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private current: State = { name: "loading" };
  /** What was removed last and can be had back; null for nothing. */
  @state()
  private removed: OwnedVisualization | null = null;
  /** Why the last wish was not fulfilled; null if it was. */
  @state()
  private problem: string | null = null;
  @query("share-dialog")
  private dialog!: ShareDialog;
  @query("rename-dialog")
  private rename!: RenameDialog;
  @query("sources-dialog")
  private sources!: SourcesDialog;
  @query("visualization-editor")
  private editor!: VisualizationEditor;

  static override styles = [
    controls,
    css`
      .words {
        padding: 16vh var(--space-4) 0;
        text-align: center;
        color: var(--muted);
      }
      .news {
        position: sticky;
        bottom: var(--space-4);
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

  readonly #data: Data = {
    visualization: (id, search, signal) => send(`visualizations/${id}/data${search}`, { signal }),
    tile: (index, search, signal) =>
      send(`dashboards/${this.dashboardId}/tiles/${index}/data${search}`, { signal }),
    annotations: () => Promise.resolve([]),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <main class="words"><p>Loading…</p></main>
        `;
      case "failed":
        return html`
          <main class="words"><p class="problem" role="alert">${current.message}</p></main>
        `;
      case "loaded":
        return this.#loaded(current);
    }
  }

  #loaded({ owned, content }: State & { name: "loaded" }) {
    const format = new Format(navigator.languages, content.time_zone);
    return html`
      <dashboard-view .content="${content}" .data="${this.#data}" editable @wish="${this.#fulfil}">
        <button slot="actions" @click="${() => this.rename.show()}">Rename</button>
        <button slot="actions" @click="${() => this.sources.show()}">Data sources</button>
        <button slot="actions" class="primary" @click="${() => this.dialog.show()}">Share</button>
      </dashboard-view>
      ${this.#news()}
      <share-dialog dashboard-id="${this.dashboardId}"></share-dialog>
      <rename-dialog
        dashboard-id="${this.dashboardId}"
        name="${owned.name}"
        @renamed="${this.#load}"
      ></rename-dialog>
      <sources-dialog
        dashboard-id="${this.dashboardId}"
        .sources="${owned.sources}"
        .format="${format}"
        @changed="${this.#load}"
      ></sources-dialog>
      <visualization-editor
        dashboard-id="${this.dashboardId}"
        .sources="${owned.sources}"
        .format="${format}"
      ></visualization-editor>
    `;
  }

  #news() {
    if (this.problem !== null) {
      return html`
        <p class="panel news problem" role="alert">${this.problem}</p>
      `;
    }
    return this.removed === null ? nothing : html`
      <p class="panel news" role="status">
        “${this.removed.title}” was removed.
        <button @click="${this.#undo}">Undo</button>
      </p>
    `;
  }

  async #fulfil({ name, thing, of }: Wish): Promise<void> {
    if (this.current.name !== "loaded") return;
    const { owned } = this.current;
    if (name !== "remove") {
      const task = thing === "metric" ? metricTask(owned, of) : visualizationTask(owned, of);
      const save = async (...made: Parameters<Task["save"]>) => {
        await task.save(...made);
        await this.#load();
      };
      return await this.editor.show({ ...task, save });
    }
    await this.#try(async () => {
      if (thing === "metric") return await removeMetric(owned, of);
      await send(`visualizations/${of}`, { method: "DELETE" });
      this.removed = owned.visualizations.find(({ id }) => id === of) ?? null;
    });
  }

  /** Made again as it was, with another id. */
  readonly #undo = async (): Promise<void> => {
    if (this.removed === null) return;
    const { type, title, query, options, place } = this.removed;
    const body = { type, title, query, options, ...(place ? { place } : {}) };
    await this.#try(async () => {
      await send(`dashboards/${this.dashboardId}/visualizations`, { method: "POST", body });
      this.removed = null;
    });
  };

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      this.problem = null;
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    await this.#load();
  }

  readonly #load = async (): Promise<void> => {
    try {
      const owned = await send<Owned>(`dashboards/${this.dashboardId}`);
      const content = contentOf(owned);
      document.title = `${content.title} · StreamData`;
      this.current = { name: "loaded", owned, content };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "owned-dashboard": OwnedDashboard;
  }
}
