import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, type SessionEnded } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { signIn, type User } from "./session.ts";
import { texts } from "../texts.ts";

/** Asks somebody whose session has ended for their password, over what they were doing: it stays as it is. */
@customElement("sign-in-again")
export class SignInAgain extends LitElement {
  @property({ attribute: false })
  user!: User;
  @state()
  private problem: string | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;
  @state()
  private asking = false;
  /** Whether they want to look on first: they are asked again when they change something. */
  #later = false;

  static override styles = [
    controls,
    modal,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("session-ended", this.#ask);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("session-ended", this.#ask);
  }

  override render() {
    const { problem } = this;
    return html`
      <dialog
        aria-labelledby="heading"
        @cancel="${() => (this.#later = true)}"
        @close="${() => (this.asking = false)}"
      >
        ${this.asking ? this.#form(problem) : nothing}
      </dialog>
    `;
  }

  #form(problem: string | null) {
    return html`
      <form @submit="${this.#enter}">
        <h2 id="heading">${texts.identity.youWereSignedOut}</h2>
        <p>${texts.identity.signInAndGoOnNothing}</p>
        <label class="field">
          ${texts.identity.eMail}
          <input readonly autocomplete="username" value="${this.user.email}">
        </label>
        <label class="field">
          ${texts.identity.password}
          <input name="password" type="password" autocomplete="current-password" required autofocus>
        </label>
        <p class="problem" role="alert" ?hidden="${problem === null}">${problem ?? nothing}</p>
        <div class="row end">
          <button class="primary">${texts.identity.signIn}</button>
        </div>
      </form>
    `;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    const { changing } = event as SessionEnded;
    if (this.asking || (this.#later && !changing)) return;
    this.#later = false;
    this.problem = null;
    this.asking = true;
    await this.updateComplete;
    this.dialog.showModal();
  };

  async #enter(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.target as HTMLFormElement).get("password"));
    try {
      await signIn(this.user.email, password);
      this.dialog.close();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sign-in-again": SignInAgain;
  }
}
