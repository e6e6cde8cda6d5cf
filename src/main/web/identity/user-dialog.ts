import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { addPerson, changePerson, type Person } from "./person.ts";
import { rolesUpTo } from "./role.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "closed" }
  | { readonly name: "adding" }
  | { readonly name: "new-password"; readonly person: Person };

/** Adds a user, or gives one a new password; fires `changed`. */
@customElement("user-dialog")
export class UserDialog extends LitElement {
  @state()
  private current: State = { name: "closed" };
  @state()
  private problem: string | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;

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

  add(): Promise<void> {
    return this.#show({ name: "adding" });
  }

  newPassword(person: Person): Promise<void> {
    return this.#show({ name: "new-password", person });
  }

  async #show(current: State): Promise<void> {
    this.current = current;
    this.problem = null;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { current } = this;
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.current = { name: "closed" })}">
        ${current.name === "closed" ? nothing : html`
          <form @submit="${this.#save}">
            <h2 id="heading">
              ${current.name === "adding"
                ? texts.identity.addAUser
                : texts.identity.newPasswordForEmail(current.person.email)}
            </h2>
            ${current.name === "adding" ? WHO : nothing}
            <label class="field">
              ${texts.identity.password}
              <input name="password" required minlength="8" maxlength="128" autocomplete="off">
              <small>${texts.identity.n8To128CharactersTellIt}</small>
            </label>
            <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
              nothing}</p>
            <div class="row end">
              <button type="button" @click="${() => this.dialog.close()}">${texts.identity
                .cancel}</button>
              <button class="primary">${texts.identity.save}</button>
            </div>
          </form>
        `}
      </dialog>
    `;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { current } = this;
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    try {
      if (current.name === "new-password") {
        await changePerson(current.person.id, { password: String(fields["password"]) });
      } else {
        await addPerson(fields);
      }
      this.dialog.close();
      this.dispatchEvent(new Event("changed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  };
}

const WHO = html`
  <label class="field">
    ${texts.identity.name}
    <input name="name" required maxlength="100" autocomplete="off">
  </label>
  <label class="field">
    ${texts.identity.eMail}
    <input name="email" type="email" required maxlength="254" autocomplete="off">
  </label>
  <label class="field">
    ${texts.identity.role}
    <select name="role">
      ${rolesUpTo("admin").map(([role, text]) =>
        html`
          <option value="${role}">${text}</option>
        `
      )}
    </select>
  </label>
`;

declare global {
  interface HTMLElementTagNameMap {
    "user-dialog": UserDialog;
  }
}
