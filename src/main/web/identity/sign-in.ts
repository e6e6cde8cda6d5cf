import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { Field } from "../ui/entry-form.ts";
import "../ui/entry-form.ts";
import { signIn, type User } from "./session.ts";

/** Tells the application who has signed in. */
export class SignedIn extends Event {
  constructor(readonly user: User) {
    super("signed-in");
  }
}

const FIELDS: readonly Field[] = [
  { name: "email", label: "E-mail", inputmode: "email", autocomplete: "username" },
  {
    name: "password",
    label: "Password",
    type: "password",
    autocomplete: "current-password",
  },
];

/** Somebody signed in with this browser before. */
const BEEN_HERE = "streamdata.been-here";

@customElement("sign-in")
export class SignIn extends LitElement {
  static override styles = css`
    p,
    summary {
      margin: 0 0 var(--space-2);
      color: var(--muted);
    }
    summary {
      cursor: pointer;
    }
  `;

  override render() {
    return html`
      <entry-form
        heading="Sign in to StreamData"
        action="Sign in"
        .fields="${FIELDS}"
        .enter="${this.#enter}"
      >
        <details ?open="${localStorage.getItem(BEEN_HERE) === null}">
          <summary>The first visit to a new server?</summary>
          <p>
            When it first started, the server wrote an e-mail address and a password into the window or
            log it runs in: sign in with these, and change the password under “Account”.
          </p>
          <p>
            Beside them stand links to the demo, shared dashboards that open without signing in. People
            who come later get their password from an admin.
          </p>
        </details>
      </entry-form>
    `;
  }

  readonly #enter = async ({ email = "", password = "" }): Promise<void> => {
    const user = await signIn(email, password);
    localStorage.setItem(BEEN_HERE, "yes");
    this.dispatchEvent(new SignedIn(user));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sign-in": SignIn;
  }
}
