import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "../share/share-dialog.ts";
import type { ShareDialog } from "../share/share-dialog.ts";
import type { OwnedSource } from "../source/owned-source.ts";
import type { TroubleAsked } from "../source/source-trouble.ts";
import type { ChartAsked, SourcesDialog } from "../source/sources-dialog.ts";
import "../source/sources-dialog.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { LiveData } from "../live/live-data.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Content } from "./content.ts";
import "./dashboard-editor.ts";
import type { Data } from "./dashboard-view.ts";
import type { DashboardEditor } from "./dashboard-editor.ts";
import type { DeleteDialog } from "./delete-dialog.ts";
import "./delete-dialog.ts";
import type { FilterDialog } from "./filter-dialog.ts";
import "./filter-dialog.ts";
import { pathsOf } from "./editing.ts";
import { isSame, NO_TROUBLES, type Troubles, troublesOf } from "./troubles.ts";
import { contentOf, type OwnedDashboard as Owned } from "./owned.ts";
import type { Wish } from "./wish.ts";
import type { RenameDialog } from "./rename-dialog.ts";
import "./rename-dialog.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly owned: Owned; readonly content: Content };

/** Milliseconds between two looks whether sources can be refreshed. */
const CHECK_AFTER = 5_000;

/** A dashboard of the signed-in user, with what can be done with it. */
@customElement("owned-dashboard")
export class OwnedDashboard extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private current: State = { name: "loading" };
  @state()
  private troubles: Troubles = NO_TROUBLES;
  @query("share-dialog")
  private dialog!: ShareDialog;
  @query("rename-dialog")
  private rename!: RenameDialog;
  @query("sources-dialog")
  private sources!: SourcesDialog;

  @query("filter-dialog")
  private filters!: FilterDialog;
  @query("delete-dialog")
  private deletion!: DeleteDialog;
  @query("dashboard-editor")
  private editor!: DashboardEditor | null;

  static override styles = [
    controls,
    css`
      .words {
        padding: 16vh var(--space-4) 0;
        text-align: center;
        color: var(--muted);
      }
    `,
  ];

  readonly #asked: Data = {
    visualization: (id, search, signal) => send(`visualizations/${id}/data${search}`, { signal }),
    tile: (index, search, signal) =>
      send(`dashboards/${this.dashboardId}/tiles/${index}/data${search}`, { signal }),
    annotations: (search) => send(`dashboards/${this.dashboardId}/annotations${search}`),
  };
  #live: LiveData | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#live = new LiveData(this.#asked, `dashboards/${this.dashboardId}/events`, {
      news: () => {
        const { busy = false } = this.editor ?? {};
        if (!busy) this.editor?.refresh();
        return !busy;
      },
      changed: () => {
        void this.#look();
        return this.editor?.busy !== true;
      },
    });
    void this.#load();
    this.#timer = setInterval(() => void this.#check(), CHECK_AFTER);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live?.stop();
    clearInterval(this.#timer);
  }

  /** Whether sources can be refreshed: no event tells of it, for it changes nothing that is shown. */
  async #check(): Promise<void> {
    const { current } = this;
    if (current.name !== "loaded" || document.hidden) return;
    if (!current.owned.sources.some(({ refresh }) => refresh != null)) return;
    const path = `dashboards/${this.dashboardId}`;
    const { sources } = await send<Owned>(path).catch(() => current.owned);
    if (this.current === current) this.#tell(current.owned, sources);
  }

  #tell(owned: Owned, sources: readonly OwnedSource[]): void {
    const format = new Format(navigator.languages, owned.time_zone);
    const reader = { format, locales: navigator.languages, now: Date.now() };
    const troubles = troublesOf(owned, sources, reader);
    if (!isSame(troubles, this.troubles)) this.troubles = troubles;
  }

  /** Shows what somebody else has changed meanwhile; a server that is away for now takes nothing with it. */
  async #look(): Promise<void> {
    const { current } = this;
    if (current.name !== "loaded" || document.hidden || this.editor?.busy) return;
    const owned = await send<Owned>(`dashboards/${this.dashboardId}`).catch(() => current.owned);
    if (this.current !== current || this.editor?.busy) return;
    if (owned.version !== current.owned.version) this.#show(owned);
    this.editor?.refresh();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <main class="words"><p>${texts.dashboard.loading}</p></main>
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
      <dashboard-editor
        .owned="${owned}"
        .content="${content}"
        .data="${this.#live}"
        .troubles="${this.troubles}"
        @trouble-asked="${({ source }: TroubleAsked) => this.sources.show(source)}"
        .paths="${pathsOf(this.dashboardId)}"
        .reload="${this.#load}"
        shareable
        @wish="${({ name, of }: Wish) => name === "share" && this.dialog.show(of)}"
      >
        <button slot="actions" @click="${() => this.rename.show()}">${texts.dashboard
          .rename}</button>
        <button slot="actions" @click="${() => this.sources.show()}">${texts.dashboard
          .dataSources}</button>
        <button slot="actions" @click="${() => this.filters.show()}">${texts.dashboard
          .filterData}</button>
        <button slot="actions" @click="${() => this.deletion.show()}">${texts.dashboard
          .delete}</button>
        <button slot="actions" @click="${askForApi}">${texts.dashboard.streamdataApi}</button>
        <button slot="actions" class="primary" @click="${() => this.dialog.show()}">${texts
          .dashboard.share}</button>
      </dashboard-editor>
      <share-dialog dashboard-id="${this.dashboardId}"></share-dialog>
      <rename-dialog
        dashboard-id="${this.dashboardId}"
        name="${owned.name}"
        version="${owned.version}"
        @renamed="${this.#load}"
      ></rename-dialog>
      <delete-dialog dashboard-id="${this.dashboardId}" name="${owned.name}"></delete-dialog>
      <filter-dialog
        timed
        path="${`dashboards/${this.dashboardId}`}"
        .of="${owned}"
        .format="${format}"
        @filtered="${this.#load}"
      ></filter-dialog>
      <sources-dialog
        dashboard-id="${this.dashboardId}"
        .sources="${owned.sources}"
        .format="${format}"
        @changed="${this.#load}"
        @chart-asked="${this.#propose}"
      ></sources-dialog>
    `;
  }

  #show(owned: Owned): void {
    const content = contentOf(owned);
    document.title = texts.dashboard.titleStreamdata(content.title);
    this.current = { name: "loaded", owned, content };
    this.#tell(owned, owned.sources);
    this.#live?.start();
  }

  /** Its columns may have come only now. */
  readonly #propose = async ({ source }: ChartAsked): Promise<void> => {
    await this.#load();
    await this.updateComplete;
    await this.editor?.updateComplete;
    await this.editor?.propose(source);
  };

  /** Reads it again; what somebody is about to save stays. */
  refresh(): Promise<void> {
    return this.#load();
  }

  readonly #load = async (): Promise<void> => {
    try {
      this.#show(await send<Owned>(`dashboards/${this.dashboardId}`));
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  };
}

/** The application has the dialog that tells of it. */
function askForApi(event: Event): void {
  event.target?.dispatchEvent(new Event("api-information", { bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementTagNameMap {
    "owned-dashboard": OwnedDashboard;
  }
}
