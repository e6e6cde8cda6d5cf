import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import "./key-list.ts";
import { changePassword, type User } from "./session.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "asking"; readonly problem: string | null }
  | { readonly name: "saving" }
  | { readonly name: "changed" };

/** Who is signed in, their password and their keys. */
@customElement("account-room")
export class AccountRoom extends LitElement {
  @property({ attribute: false })
  user!: User;
  @state()
  private current: State = { name: "asking", problem: null };

  static override styles = [
    controls,
    room,
    css`
      form {
        max-width: 26rem;
      }
      main > * {
        margin-bottom: var(--space-4);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.identity.accountStreamdata;
  }

  override render() {
    const { email, role } = this.user;
    return html`
      <main>
        <h1>${texts.identity.account}</h1>
        <p>${texts.identity.signedInAs} <strong>${email}</strong>${texts.identity.roleRole(
          role,
        )}</p>
        ${this.#password()}
        <key-list .user="${this.user}"></key-list>
      </main>
    `;
  }

  #password() {
    const { current } = this;
    const problem = current.name === "asking" ? current.problem : null;
    return html`
      <form class="panel" @submit="${this.#change}">
        <h2>${texts.identity.changePassword}</h2>
        ${passwordField(
          "current",
          texts.identity.currentPassword,
          "current-password",
        )} ${passwordField(
          "password",
          texts.identity.newPassword,
          "new-password",
        )} ${passwordField("again", texts.identity.newPasswordAgain, "new-password")}
        <p class="problem" role="alert" ?hidden="${problem === null}">${problem ?? nothing}</p>
        <p role="status" ?hidden="${current.name !== "changed"}">
          ${texts.identity.thePasswordWasChangedEverywhereElse}
        </p>
        <div class="row">
          <button class="primary">${texts.identity
            .changePassword}</button>
        </div>
      </form>
    `;
  }

  readonly #change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // A button that is disabled meanwhile would lose the focus.
    if (this.current.name === "saving") return;
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const password = String(fields.get("password"));
    if (password !== fields.get("again")) {
      this.current = { name: "asking", problem: texts.identity.theNewPasswordsAreNotThe };
      return;
    }
    this.current = { name: "saving" };
    try {
      await changePassword(String(fields.get("current")), password);
      this.current = { name: "changed" };
      form.reset();
    } catch (failure) {
      this.current = { name: "asking", problem: messageOf(failure) };
    }
  };
}

function passwordField(name: string, label: string, autocomplete: AutoFill) {
  const isNew = autocomplete === "new-password";
  return html`
    <label class="field">
      ${label}
      <input
        type="password"
        name="${name}"
        autocomplete="${autocomplete}"
        required
        minlength="${isNew ? 8 : nothing}"
        maxlength="128"
      >
      ${isNew && name === "password"
        ? html`
          <small>${texts.identity.n8To128Characters}</small>
        `
        : nothing}
    </label>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "account-room": AccountRoom;
  }
}
