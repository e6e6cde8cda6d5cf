import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { dayText, instantText } from "../ui/day.ts";
import { messageOf } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import "./shown-key.ts";
import { type CreatedKey, type Key, keysOf, makeKey, revokeKey } from "./key.ts";
import { type Role, rolesUpTo } from "./role.ts";
import type { User } from "./session.ts";

/** Somebody's own API keys: shows, makes and revokes them. */
@customElement("key-list")
export class KeyList extends LitElement {
  @property({ attribute: false })
  user!: User;
  @state()
  private keys: readonly Key[] = [];
  /** The key that was just made; null for none. */
  @state()
  private made: CreatedKey | null = null;
  /** The key that is about to be revoked, once more to be confirmed. */
  @state()
  private revoking = "";
  @state()
  private problem: string | null = null;

  static override styles = [
    controls,
    room,
    css`
      :host {
        padding: 0;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#do(() => Promise.resolve());
  }

  override render() {
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">API keys</h2>
        <p class="words">With a key a program reads, pushes and shares as you would.</p>
        ${this.keys.length === 0 ? nothing : this.#table()} ${this.made === null ? nothing : html`
          <shown-key key="${this.made.key}"></shown-key>
        `} ${this.#form()}
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
      </section>
    `;
  }

  #table() {
    return html`
      <div class="list stacked" tabindex="0" role="region" aria-label="Your keys">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Last use</th>
              <th scope="col">Expires</th>
              <td></td>
            </tr>
          </thead>
          <tbody>${this.keys.map((key) => this.#row(key))}</tbody>
        </table>
      </div>
    `;
  }

  #row(key: Key) {
    const { id, name, role, permissions, last_used, expires } = key;
    return html`
      <tr>
        <td>${name}</td>
        <td data-label="Role">${role}${permissions === undefined ? "" : ", limited"}</td>
        <td data-label="Last use">${last_used === undefined ? "Never" : instantText(last_used)}</td>
        <td data-label="Expires">${expires === undefined ? "Never" : dayText(expires)}</td>
        <td>
          ${this.revoking === id ? this.#confirmation(key) : html`
            <button class="quiet" aria-label="${`Revoke ${name}`}" @click="${() => (this.revoking =
              id)}">
              Revoke
            </button>
          `}
        </td>
      </tr>
    `;
  }

  #confirmation({ id, name }: Key) {
    return html`
      <button
        class="quiet danger"
        aria-label="${`Revoke ${name} for good`}"
        @click="${() => this.#do(() => revokeKey(id))}"
      >
        Revoke for good
      </button>
      <button class="quiet" aria-label="${`Keep ${name}`}" @click="${() => (this.revoking = "")}">
        Keep it
      </button>
    `;
  }

  #form() {
    return html`
      <form class="row end" @submit="${this.#make}">
        <label class="field">Name <input name="name" required maxlength="100"></label>
        <label class="field">
          Role
          <select name="role">
            ${rolesUpTo(this.user.role).toReversed().map(([role, text]) =>
              html`
                <option value="${role}">${text}</option>
              `
            )}
          </select>
        </label>
        <label class="field">
          Expires (optional)
          <input name="expires" type="date" min="${new Date().toISOString().slice(0, 10)}">
        </label>
        <button>Make a key</button>
      </form>
    `;
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const day = String(fields.get("expires"));
    this.made = null;
    await this.#do(async () => {
      this.made = await makeKey({
        name: String(fields.get("name")),
        role: fields.get("role") as Role,
        ...(day === "" ? {} : { expires: new Date(`${day}T23:59:59`).toISOString() }),
      });
      form.reset();
    });
  };

  async #do(change: () => Promise<void>): Promise<void> {
    try {
      this.problem = null;
      await change();
      this.revoking = "";
      this.keys = await keysOf(this.user.email);
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "key-list": KeyList;
  }
}
