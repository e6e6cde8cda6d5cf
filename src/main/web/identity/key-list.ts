import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { dayText, instantText } from "../ui/day.ts";
import { messageOf } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import "./shown-key.ts";
import { type CreatedKey, type Key, keysOf, makeKey, revokeKey } from "./key.ts";
import { type Role, rolesUpTo } from "./role.ts";
import type { User } from "./session.ts";
import { texts } from "../texts.ts";

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
        <h2 id="heading">${texts.identity.apiKeys}</h2>
        <p class="words">${texts.identity.withAKeyAProgramReads}</p>
        ${this.keys.length === 0 ? nothing : this.#table()} ${this.made === null ? nothing : html`
          <shown-key key="${this.made.key}"></shown-key>
        `} ${this.#form()}
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
      </section>
    `;
  }

  /** What was pressed is gone: one goes on at the question, and after it at the keys. */
  protected override updated(changed: PropertyValues): void {
    if (changed.get("revoking") === undefined) return;
    const at = this.revoking === "" ? ".list" : ".danger";
    this.renderRoot.querySelector<HTMLElement>(at)?.focus();
  }

  #table() {
    return html`
      <div class="list stacked" tabindex="0" role="region" aria-label="${texts.identity.yourKeys}">
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.identity.name}</th>
              <th scope="col">${texts.identity.role}</th>
              <th scope="col">${texts.identity.lastUse}</th>
              <th scope="col">${texts.identity.expires}</th>
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
        <td data-label="${texts.identity.role}">${role}${permissions === undefined
          ? ""
          : texts.identity.limited}</td>
        <td data-label="${texts.identity.lastUse}">${last_used === undefined
          ? texts.identity.never
          : instantText(last_used)}</td>
        <td data-label="${texts.identity.expires}">${expires === undefined
          ? texts.identity.never
          : dayText(expires)}</td>
        <td>
          ${this.revoking === id ? this.#confirmation(key) : html`
            <button class="quiet" aria-label="${texts.identity.revokeName(
              name,
            )}" @click="${() => (this.revoking = id)}">
              ${texts.identity.revoke}
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
        aria-label="${texts.identity.revokeNameForGood(name)}"
        @click="${() => this.#do(() => revokeKey(id))}"
      >
        ${texts.identity.revokeForGood}
      </button>
      <button class="quiet" aria-label="${texts.identity.keepName(
        name,
      )}" @click="${() => (this.revoking = "")}">
        ${texts.identity.keepIt}
      </button>
    `;
  }

  #form() {
    return html`
      <form class="row end" @submit="${this.#make}">
        <label class="field">${texts.identity
          .name} <input name="name" required maxlength="100"></label>
        <label class="field">
          ${texts.identity.role}
          <select name="role">
            ${rolesUpTo(this.user.role).toReversed().map(([role, text]) =>
              html`
                <option value="${role}">${text}</option>
              `
            )}
          </select>
        </label>
        <label class="field">
          ${texts.identity.expiresOptional}
          <input name="expires" type="date" min="${new Date().toISOString().slice(0, 10)}">
        </label>
        <button>${texts.identity.makeAKey}</button>
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
