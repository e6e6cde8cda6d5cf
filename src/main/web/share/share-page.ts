import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Content } from "../dashboard/content.ts";
import type { DashboardEditor } from "../dashboard/dashboard-editor.ts";
import type { DashboardView, Data } from "../dashboard/dashboard-view.ts";
import "../dashboard/dashboard-view.ts";
import { pathsOfLink } from "../dashboard/editing.ts";
import type { FilterDialog } from "../dashboard/filter-dialog.ts";
import type { OwnedDashboard } from "../dashboard/owned.ts";
import { aloneIn, pagesOfLink, titleOf } from "../dashboard/pages.ts";
import type { Table } from "../dataset/table.ts";
import { LiveData } from "../live/live-data.ts";
import { controls } from "../ui/controls.ts";
import type { Field } from "../ui/entry-form.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import type { LoadNote } from "../ui/load-note.ts";
import { loadPart } from "../ui/part.ts";
import { contentOf, type SharedDashboard } from "./shared-dashboard.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "locked" }
  | { readonly name: "needs-code" }
  | { readonly name: "paused" }
  | { readonly name: "gone" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "open"; readonly content: Content; readonly edit: OwnedDashboard | null };

const PASSWORD: readonly Field[] = [{
  name: "password",
  label: texts.share.password,
  type: "password",
  autocomplete: "current-password",
}];

/** What whoever opens a share link or a public dashboard sees. */
@customElement("share-page")
export class SharePage extends LitElement {
  @state()
  private current: State = { name: "loading" };
  readonly #token = location.pathname.split("/").at(-1) ?? "";
  readonly #root = `share/${this.#token}`;

  readonly #kiosk = new URLSearchParams(location.search).has("kiosk");
  readonly #alone = aloneIn(location.search);
  readonly #pages = pagesOfLink(location.href);

  @query("dashboard-view, dashboard-editor")
  private view!: DashboardView | DashboardEditor | null;
  @query("filter-dialog")
  private filters!: FilterDialog;
  @query("load-note")
  private note!: LoadNote;

  static override styles = [
    controls,
    css`
      .words {
        max-width: 28rem;
        margin: 0 auto;
        padding: 18vh var(--space-4) 0;
        text-align: center;
        display: grid;
        gap: var(--space-3);
        justify-items: center;
        color: var(--muted);
      }
      .words h1,
      .words button {
        color: var(--text);
      }
    `,
  ];

  readonly #asked: Data = {
    visualization: (id, search, signal) =>
      this.#table(`visualizations/${id}/data${search}`, signal),
    tile: (index, search, signal) => this.#table(`tiles/${index}/data${search}`, signal),
    annotations: (search) => send(`${this.#root}/annotations${search}`),
  };

  readonly #live = new LiveData(this.#asked, `${this.#root}/events`, {
    news: () => !this.#busy && this.#again(),
    changed: () => {
      if (!this.#busy) void this.#refresh();
      return !this.#busy;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live.stop();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <main class="words" aria-busy="true"><p>${texts.share.loading}</p></main>
        `;
      case "locked":
        return html`
          <entry-form
            heading="${texts.share.thisLinkIsLocked}"
            lead="${texts.share.enterThePasswordThatCameWith}"
            action="${texts.share.open}"
            refusal="${texts.share.thatIsNotThePasswordCheck}"
            .fields="${PASSWORD}"
            .enter="${this.#unlock}"
          ></entry-form>
        `;
      case "needs-code":
        return html`
          <code-form root="${`api/public/dashboards/${this.#token}`}" @entered="${this
            .#open}"></code-form>
        `;
      case "paused":
        return html`
          <main class="words">
            <h1>${texts.share.thisDashboardIsPaused}</h1>
            <p>${texts.share.whoeverSharesItHasPausedIt}</p>
            <button @click="${this.#open}">${texts.share.lookAgain}</button>
          </main>
        `;
      case "gone":
        return html`
          <main class="words">
            <h1>${texts.share.thereIsNoSuchLink}</h1>
            <p>${texts.share.itMayHaveBeenRevokedAsk}</p>
          </main>
        `;
      case "failed":
        return html`
          <main class="words">
            <h1>${texts.share.thisPageCannotBeShown}</h1>
            <p role="alert">${current.message}</p>
            <button @click="${this.#open}">${texts.share.tryAgain}</button>
          </main>
        `;
      case "open":
        return current.edit === null || this.#onlyLooks
          ? html`
            <dashboard-view
              .content="${current.content}"
              .data="${this.#live}"
              .pages="${this.#pages}"
              .alone="${this.#alone}"
              ?kiosk="${this.#kiosk}"
            ></dashboard-view>
          `
          : this.#editor(current.content, current.edit);
    }
  }

  #editor(content: Content, edit: OwnedDashboard) {
    const paths = pathsOfLink(this.#root);
    return html`
      <dashboard-editor
        .owned="${edit}"
        .content="${content}"
        .data="${this.#live}"
        .paths="${paths}"
        .pages="${this.#pages}"
        .reload="${this.#open}"
      >
        <button slot="actions" @click="${this.#filter}">${texts.share.filterData}</button>
      </dashboard-editor>
      <filter-dialog
        path="${paths.dashboard}"
        .of="${edit}"
        @filtered="${this.#open}"
      ></filter-dialog>
      <load-note></load-note>
    `;
  }

  readonly #filter = async (): Promise<void> => {
    const load = () => import("../dashboard/filter-dialog.ts");
    if (await this.note.need(load, this.filters)) await this.filters.show();
  };

  readonly #unlock = async ({ password = "" }): Promise<void> => {
    await send(`${this.#root}/unlock`, { method: "POST", body: { password } });
    await this.#open();
  };

  readonly #open = async (): Promise<void> => {
    await this.#show(await this.#content().catch(stateOf));
  };

  /** Whether nothing is changed on this page, even by those who may. */
  get #onlyLooks(): boolean {
    return this.#kiosk || this.#alone !== null;
  }

  get #busy(): boolean {
    return this.view !== null && "busy" in this.view && this.view.busy;
  }

  #again(): boolean {
    this.view?.refresh();
    return true;
  }

  /** Content that is the same stays the same object, so that nothing is drawn anew but newer data. */
  async #refresh(): Promise<void> {
    try {
      const found = await this.#content();
      const same = this.current.name === "open" &&
        JSON.stringify(found) === JSON.stringify(this.current);
      if (!same) await this.#show(found);
      this.view?.refresh();
    } catch (failure) {
      this.#close(failure);
    }
  }

  async #content(): Promise<State & { name: "open" }> {
    const shared = await send<SharedDashboard>(`${this.#root}/dashboard`);
    return { name: "open", content: contentOf(shared), edit: shared.edit ?? null };
  }

  async #show(asked: State): Promise<void> {
    const state = await loadPart(() => this.#scriptOf(asked)).then(() => asked, stateOf);
    const entering = this.current.name === "locked" || this.current.name === "needs-code";
    this.current = state;
    if (state.name !== "open") return this.#live.stop();
    document.title = texts.share.titleStreamdata(titleOf(state.content, this.#alone));
    this.#live.start();
    if (!entering) return;
    await this.updateComplete;
    this.view?.focus();
  }

  /** Loads what most visitors never need. */
  async #scriptOf(state: State): Promise<unknown> {
    if (state.name === "locked") return await import("../ui/entry-form.ts");
    if (state.name === "needs-code") return await import("./code-form.ts");
    const editable = state.name === "open" && state.edit !== null && !this.#onlyLooks;
    return editable ? await import("../dashboard/dashboard-editor.ts") : null;
  }

  /** A link that was revoked, paused or locked while the page was open takes the page with it. */
  #close(failure: unknown): void {
    const state = stateOf(failure);
    if (state.name !== "failed") void this.#show(state);
  }

  async #table(path: string, signal: AbortSignal): Promise<Table> {
    try {
      return await send<Table>(`${this.#root}/${path}`, { signal });
    } catch (failure) {
      this.#close(failure);
      throw failure;
    }
  }
}

function stateOf(failure: unknown): State {
  const code = failure instanceof Problem ? failure.code : "";
  return STATES[code] ?? { name: "failed", message: messageOf(failure) };
}

const STATES: Readonly<Record<string, State>> = {
  "share.locked": { name: "locked" },
  "share.needs-code": { name: "needs-code" },
  "share.paused": { name: "paused" },
  "share.not-found": { name: "gone" },
};

declare global {
  interface HTMLElementTagNameMap {
    "share-page": SharePage;
  }
}
