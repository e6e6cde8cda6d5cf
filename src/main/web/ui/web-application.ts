import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { ApiDialog } from "../identity/api-dialog.ts";
import { currentUser, signOut, type User } from "../identity/session.ts";
import type { SignedIn } from "../identity/sign-in.ts";
import "../identity/sign-in.ts";
import "../identity/sign-in-again.ts";
import { controls } from "./controls.ts";
import { address, messageOf } from "./http.ts";
import type { LoadNote } from "./load-note.ts";
import "./load-note.ts";
import { placeAt, roomAt } from "./rooms.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "starting" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "signed-out" }
  | { readonly name: "signed-in"; readonly user: User };

/** The web application: signs people in and shows the room that the address names. */
@customElement("web-application")
export class Application extends LitElement {
  @state()
  private current: State = { name: "starting" };
  @query("api-dialog")
  private api!: ApiDialog;
  @query("load-note[room]")
  private entrance!: LoadNote;
  @query("load-note:not([room])")
  private note!: LoadNote;
  /** Whether the script of the room has come. */
  @state()
  private entered = false;
  readonly #room = roomAt(location.pathname);
  readonly #place = placeAt(location.pathname);
  readonly #dashboardId = this.#place.dashboard ?? "";
  /** Whether the menu of a small screen is open. */
  @state()
  private menu = false;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
      }
      .whole {
        flex: 1;
        display: grid;
      }
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
          <sign-in @signed-in="${({ user }: SignedIn) => this.#enter(user)}"></sign-in>
        `;
      case "signed-in":
        return html`
          ${this.#navigation(current.user)}
          <load-note room></load-note>
          <div class="${this.#dashboardId === "" ? "" : "whole"}" @api-information="${this
            .#showApi}">${this.entered ? this.#room.show(current.user, this.#place) : nothing}</div>
          <load-note></load-note>
          <api-dialog dashboard-id="${this.#dashboardId}" .user="${current.user}"></api-dialog>
          <sign-in-again .user="${current.user}"></sign-in-again>
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
          ${this.#link("app/", texts.ui.yourDashboards, this.#dashboardId !== "")}
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

  /** @param around whether what is shown belongs to the room that it leads to */
  #link(path: string, text: string, around = false) {
    const current = isHere(path) ? "page" : around ? "true" : nothing;
    return html`
      <a href="${address(path).href}" aria-current="${current}">${text}</a>
    `;
  }

  #closeMenu(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.menu) return;
    this.menu = false;
    this.renderRoot.querySelector<HTMLElement>("nav .menu")?.focus();
  }

  /** A room asks for it by the event `api-information`. */
  readonly #showApi = async (): Promise<void> => {
    const load = () => import("../identity/api-dialog.ts");
    if (await this.note.need(load, this.api)) await this.api.show();
  };

  async #start(): Promise<void> {
    try {
      // Begun before it is known who is there: almost always somebody is.
      void this.#room.load().catch(() => {});
      const user = await currentUser();
      if (user === null) this.current = { name: "signed-out" };
      else await this.#enter(user);
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  }

  async #enter(user: User): Promise<void> {
    this.current = { name: "signed-in", user };
    await this.updateComplete;
    this.entered = await this.entrance.need(() => this.#room.load());
  }

  async #signOut(): Promise<void> {
    await signOut();
    this.current = { name: "signed-out" };
  }
}

function isHere(path: string): boolean {
  return location.pathname.replace(/\/$/, "") === address(path).pathname.replace(/\/$/, "");
}

declare global {
  interface HTMLElementTagNameMap {
    "web-application": Application;
  }
}
