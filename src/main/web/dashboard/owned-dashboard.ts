import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "../share/share-dialog.ts";
import type { ShareDialog } from "../share/share-dialog.ts";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Content } from "./content.ts";
import type { Data } from "./dashboard-view.ts";
import "./dashboard-view.ts";
import { contentOf, type OwnedDashboard as Owned } from "./owned.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly content: Content };

/** A dashboard of the signed-in user, with what can be done with it. */
@customElement("owned-dashboard")
export class OwnedDashboard extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private current: State = { name: "loading" };
  @query("share-dialog")
  private dialog!: ShareDialog;

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
        return html`
          <dashboard-view .content="${current.content}" .data="${this.#data}">
            <button slot="actions" class="primary" @click="${() =>
              this.dialog.show()}">Share</button>
          </dashboard-view>
          <share-dialog dashboard-id="${this.dashboardId}"></share-dialog>
        `;
    }
  }

  async #load(): Promise<void> {
    try {
      const content = contentOf(await send<Owned>(`dashboards/${this.dashboardId}`));
      document.title = `${content.title} · StreamData`;
      this.current = { name: "loaded", content };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "owned-dashboard": OwnedDashboard;
  }
}
