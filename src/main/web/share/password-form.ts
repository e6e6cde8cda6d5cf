import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Share } from "./share.ts";
import { texts } from "../texts.ts";

/** Puts a password on a link, another one, or none; fires `changed`. */
@customElement("password-form")
export class PasswordForm extends LitElement {
  @property({ attribute: false })
  share!: Share;
  @state()
  private problem: string | null = null;

  static override styles = [
    controls,
    css`
      form,
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
      }
      form {
        flex-direction: column;
      }
    `,
  ];

  override render() {
    const { has_password } = this.share;
    return html`
      <form @submit="${this.#set}">
        <label class="field">
          ${has_password ? texts.share.anotherPassword : texts.share.password}
          <input
            type="password"
            name="password"
            autocomplete="new-password"
            maxlength="128"
            required
          >
          <small>${texts.share.whoeverHasEnteredWithTheOne}</small>
        </label>
        <div class="row">
          <button class="primary">${has_password
            ? texts.share.changeThePassword
            : texts.share.setThePassword}</button>
          ${has_password
            ? html`
              <button type="button" @click="${() => this.#send(null)}">${texts.share
                .removeThePassword}</button>
            `
            : nothing}
        </div>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
      </form>
    `;
  }

  #set(event: SubmitEvent): void {
    event.preventDefault();
    void this.#send(
      String(new FormData(event.target as HTMLFormElement).get("password") ?? ""),
    );
  }

  async #send(password: string | null): Promise<void> {
    try {
      await send(`shares/${this.share.id}`, { method: "PATCH", body: { password } });
      this.dispatchEvent(new Event("changed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "password-form": PasswordForm;
  }
}
