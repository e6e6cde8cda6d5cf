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
    document.title = "Users · StreamData";
    void this.#load();
  }

  override render() {
    return html`
      <main>
        <div class="head">
          <h1>Users</h1>
          <button class="primary" @click="${() => this.dialog.add()}">Add a user</button>
        </div>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        <div class="panel list stacked" tabindex="0" role="region" aria-label="Users">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">E-mail</th>
                <th scope="col">Role</th>
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
        <td data-label="Role">
          <select
            aria-label="${`Role of ${email}`}"
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
              aria-label="${`New password for ${email}`}"
              @click="${() => this.dialog.newPassword(person)}"
            >
              New password
            </button>
            <button
              class="quiet"
              aria-label="${`${disabled ? "Enable" : "Disable"} ${email}`}"
              @click="${() => this.#do(() => changePerson(id, { disabled: !disabled }))}"
            >
              ${disabled ? "Enable" : "Disable"}
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
