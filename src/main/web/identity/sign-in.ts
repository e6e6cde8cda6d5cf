import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf } from "../ui/http.ts";
import { signIn, type User } from "./session.ts";

type State =
  | { readonly name: "asking"; readonly problem: string | null }
  | { readonly name: "checking" };

/** Tells the application who has signed in. */
export class SignedIn extends Event {
  constructor(readonly user: User) {
    super("signed-in");
  }
}

@customElement("sign-in")
export class SignIn extends LitElement {
  @state()
  private current: State = { name: "asking", problem: null };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 24rem;
        margin: 0 auto;
        padding: 14vh var(--space-4) var(--space-4);
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];

  override render() {
    const { current } = this;
    const problem = current.name === "asking" ? current.problem : null;
    return html`
      <main>
        <form class="panel" @submit="${this.#submit}">
          <h1>Sign in to StreamData</h1>
          <label class="field">
            E-mail
            <input type="text" inputmode="email" name="email" autocomplete="username" required>
          </label>
          <label class="field">
            Password
            <input type="password" name="password" autocomplete="current-password" required>
          </label>
          ${problem === null ? nothing : html`
            <p class="problem" role="alert">${problem}</p>
          `}
          <button class="primary" ?disabled="${current.name === "checking"}">Sign in</button>
        </form>
      </main>
    `;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.current = { name: "checking" };
    try {
      const user = await signIn(String(fields.get("email")), String(fields.get("password")));
      this.dispatchEvent(new SignedIn(user));
    } catch (failure) {
      this.current = { name: "asking", problem: messageOf(failure) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sign-in": SignIn;
  }
}
