import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import { messageOf } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import { changePerson, people, type Person } from "./person.ts";
import { type Role, rolesUpTo } from "./role.ts";
import type { UserDialog } from "./user-dialog.ts";
import "./user-dialog.ts";
import { texts } from "../texts.ts";

/** Everybody who may sign in, for admins. */
@customElement("users-room")
export class UsersRoom extends LitElement {
  @state()
  private everybody: readonly Person[] = [];
  @state()
  private problem: string | null = null;
  @query("user-dialog")
  private dialog!: UserDialog;

  static override styles = [controls, room];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.identity.usersStreamdata;
    void this.#load();
  }

  override render() {
    return html`
      <main>
        <div class="head">
          <h1>${texts.identity.users}</h1>
          <button class="primary" @click="${() => this.dialog.add()}">${texts.identity
            .addAUser}</button>
        </div>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        <div class="panel list stacked" tabindex="0" role="region" aria-label="${texts.identity
          .users}">
          <table>
            <thead>
              <tr>
                <th scope="col">${texts.identity.name}</th>
                <th scope="col">${texts.identity.eMail}</th>
                <th scope="col">${texts.identity.role}</th>
                <td></td>
              </tr>
            </thead>
            <tbody>${this.everybody.map((person) => this.#row(person))}</tbody>
          </table>
        </div>
        <user-dialog @changed="${this.#load}"></user-dialog>
      </main>
    `;
  }

  #row(person: Person) {
    const { id, name, email, role, disabled } = person;
    return html`
      <tr>
        <td>${name}${disabled ? " (disabled)" : ""}</td>
        <td>${email}</td>
        <td data-label="${texts.identity.role}">
          <select
            aria-label="${texts.identity.roleOfEmail(email)}"
            .value="${live(role)}"
            @change="${(event: Event) => {
              void this.#do(() => changePerson(id, { role: valueOf(event) }));
            }}"
          >
            ${rolesUpTo("admin").map(([value]) =>
              html`
                <option value="${value}" ?selected="${value === role}">${value}</option>
              `
            )}
          </select>
        </td>
        <td>
          <div class="actions">
            <button
              class="quiet"
              aria-label="${texts.identity.newPasswordForEmail(email)}"
              @click="${() => this.dialog.newPassword(person)}"
            >
              ${texts.identity.newPassword}
            </button>
            <button
              class="quiet"
              aria-label="${`${
                disabled ? texts.identity.enable : texts.identity.disable
              } ${email}`}"
              @click="${() => this.#do(() => changePerson(id, { disabled: !disabled }))}"
            >
              ${disabled ? texts.identity.enable : texts.identity.disable}
            </button>
          </div>
        </td>
      </tr>
    `;
  }

  readonly #load = (): Promise<void> => this.#do(() => Promise.resolve());

  async #do(change: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    try {
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    try {
      this.everybody = await people();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

function valueOf(event: Event): Role {
  return (event.target as HTMLSelectElement).value as Role;
}

declare global {
  interface HTMLElementTagNameMap {
    "users-room": UsersRoom;
  }
}
