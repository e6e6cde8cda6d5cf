import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { Field } from "../ui/entry-form.ts";
import "../ui/entry-form.ts";
import { signIn, type User } from "./session.ts";
import { texts } from "../texts.ts";

/** Tells the application who has signed in. */
export class SignedIn extends Event {
  constructor(readonly user: User) {
    super("signed-in");
  }
}

const FIELDS: readonly Field[] = [
  { name: "email", label: texts.identity.eMail, inputmode: "email", autocomplete: "username" },
  {
    name: "password",
    label: texts.identity.password,
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
        heading="${texts.identity.signInToStreamdata}"
        action="${texts.identity.signIn}"
        .fields="${FIELDS}"
        .enter="${this.#enter}"
      >
        <details ?open="${localStorage.getItem(BEEN_HERE) === null}">
          <summary>${texts.identity.theFirstVisitToANew}</summary>
          <p>
            ${texts.identity.whenItFirstStartedTheServer}
          </p>
          <p>
            ${texts.identity.besideThemStandLinksToThe}
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
