import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import "../dashboard/change-history.ts";
import "../dashboard/dashboard-list.ts";
import type { OwnedDashboard } from "../dashboard/owned-dashboard.ts";
import "../dashboard/owned-dashboard.ts";
import "../identity/account-room.ts";
import type { ApiDialog } from "../identity/api-dialog.ts";
import "../identity/api-dialog.ts";
import { currentUser, signOut, type User } from "../identity/session.ts";
import type { SignedIn } from "../identity/sign-in.ts";
import "../identity/sign-in.ts";
import "../identity/users-room.ts";
import "../share/shared-links.ts";
import { controls } from "./controls.ts";
import { address, messageOf } from "./http.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "starting" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "signed-out" }
  | { readonly name: "signed-in"; readonly user: User };

const DASHBOARD = /\/app\/dashboards\/(\d+)\/?$/;
const ROOM = /\/app\/(account|users|shared)\/?$/;

/** The web application: signs people in and shows the room that the address names. */
@customElement("web-application")
export class Application extends LitElement {
  @state()
  private current: State = { name: "starting" };
  @query("api-dialog")
  private api!: ApiDialog;
  @query("owned-dashboard")
  private dashboard!: OwnedDashboard | null;
  /** Whether the menu of a small screen is open. */
  @state()
  private menu = false;

  static override styles = [
    controls,
    css`
      nav,
      #rooms {
        display: flex;
        align-items: center;
        gap: var(--space-2) var(--space-5);
      }
      #rooms {
        flex: 1;
        min-width: 0;
      }
      nav {
        padding: var(--space-2) var(--space-5);
        border-bottom: 1px solid var(--border);
        background: var(--surface);
      }
      nav strong {
        font-weight: 700;
      }
      nav a,
      nav .link {
        padding: 0;
        border: none;
        background: none;
        color: inherit;
        text-decoration: none;
      }
      nav [aria-current] {
        font-weight: 600;
      }
      .menu {
        display: none;
        margin-inline-start: auto;
      }
      nav a:hover,
      nav .link:hover {
        text-decoration: underline;
      }
      .user {
        margin-inline-start: auto;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .words {
        padding: 16vh var(--space-4) 0;
        text-align: center;
        color: var(--muted);
      }
      @media (max-width: 760px) {
        nav {
          padding: var(--space-2) var(--space-3);
        }
        nav {
          flex-wrap: wrap;
        }
        .menu {
          display: block;
        }
        #rooms:not(.open) {
          display: none;
        }
        #rooms {
          flex: 1 0 100%;
          flex-direction: column;
          align-items: stretch;
          gap: 0;
        }
        #rooms > * {
          min-height: 40px;
          padding: var(--space-2) 0;
          margin: 0;
          text-align: start;
          white-space: normal;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "starting":
        return html`
          <main class="words"><p>${texts.ui.loading}</p></main>
        `;
      case "failed":
        return html`
          <main class="words"><p class="problem" role="alert">${current.message}</p></main>
        `;
      case "signed-out":
        return html`
          <sign-in @signed-in="${this.#signedIn}"></sign-in>
        `;
      case "signed-in":
        return html`
          ${this.#navigation(current.user)}
          <div @api-information="${this.#showApi}">${this.#room(current.user)}</div>
          <api-dialog dashboard-id="${shownDashboard()}" .user="${current.user}"></api-dialog>
        `;
    }
  }

  #navigation(user: User) {
    return html`
      <nav aria-label="${texts.ui.application}">
        <strong>${texts.ui.streamdata}</strong>
        <button
          class="menu"
          aria-expanded="${this.menu}"
          aria-controls="rooms"
          @click="${() => (this.menu = !this.menu)}"
        >
          ${texts.ui.menu}
        </button>
        <div id="rooms" class="${this.menu ? "open" : ""}" @keydown="${this.#closeMenu}">
          ${this.#link("app/", texts.ui.yourDashboards)}
          <button class="link" @click="${this.#showApi}">${texts.ui.streamdataApi}</button>
          ${user.role === "admin"
            ? [
              this.#link("app/shared", texts.ui.sharedDashboards),
              this.#link("app/users", texts.ui.users),
            ]
            : nothing}
          <a
            class="user"
            href="${address("app/account").href}"
            aria-current="${isHere("app/account") ? "page" : nothing}"
          >${texts.ui.account}<span> ${user.email}</span></a>
          <button class="quiet" @click="${this.#signOut}">${texts.ui.signOut}</button>
        </div>
      </nav>
    `;
  }

  #link(path: string, text: string) {
    return html`
      <a href="${address(path).href}" aria-current="${isHere(path) ? "page" : nothing}">${text}</a>
    `;
  }

  #closeMenu(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.menu) return;
    this.menu = false;
    this.renderRoot.querySelector<HTMLElement>("nav .menu")?.focus();
  }

  #room(user: User) {
    const [, room] = ROOM.exec(location.pathname) ?? [];
    if (room === "account") {
      return html`
        <account-room .user="${user}"></account-room>
      `;
    }
    if (room === "users") {
      return html`
        <users-room></users-room>
      `;
    }
    if (room === "shared") {
      return html`
        <shared-links></shared-links>
      `;
    }
    const dashboardId = shownDashboard();
    return dashboardId === ""
      ? html`
        <dashboard-list></dashboard-list>
      `
      : html`
        <owned-dashboard dashboard-id="${dashboardId}"></owned-dashboard>
        <change-history
          dashboard-id="${dashboardId}"
          user="${user.email}"
          @outdated="${() => this.dashboard?.refresh()}"
        ></change-history>
      `;
  }

  /** A room asks for it by the event `api-information`. */
  readonly #showApi = (): Promise<void> => this.api.show();

  async #start(): Promise<void> {
    try {
      const user = await currentUser();
      this.current = user === null ? { name: "signed-out" } : { name: "signed-in", user };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  }

  #signedIn(event: SignedIn): void {
    this.current = { name: "signed-in", user: event.user };
  }

  async #signOut(): Promise<void> {
    await signOut();
    this.current = { name: "signed-out" };
  }
}

function isHere(path: string): boolean {
  return location.pathname.replace(/\/$/, "") === address(path).pathname.replace(/\/$/, "");
}

/** Id of the dashboard that the address names; empty for none. */
function shownDashboard(): string {
  return DASHBOARD.exec(location.pathname)?.[1] ?? "";
}

declare global {
  interface HTMLElementTagNameMap {
    "web-application": Application;
  }
}
