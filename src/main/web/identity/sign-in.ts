import { html, LitElement } from "lit";
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

@customElement("sign-in")
export class SignIn extends LitElement {
  override render() {
    return html`
      <entry-form
        heading="Sign in to StreamData"
        action="Sign in"
        .fields="${FIELDS}"
        .enter="${this.#enter}"
      ></entry-form>
    `;
  }

  readonly #enter = async ({ email = "", password = "" }): Promise<void> => {
    this.dispatchEvent(new SignedIn(await signIn(email, password)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sign-in": SignIn;
  }
}
