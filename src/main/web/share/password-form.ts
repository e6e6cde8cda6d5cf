import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { ShareSetting } from "./share-setting.ts";
import { texts } from "../texts.ts";

/** Puts a password on a link, another one, or none. */
@customElement("password-form")
export class PasswordForm extends ShareSetting {
  override render() {
    const { has_password } = this.share;
    const field = html`
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
    `;
    const set = has_password ? texts.share.changeThePassword : texts.share.setThePassword;
    const remove = has_password ? texts.share.removeThePassword : null;
    return this.form("password", field, { set, remove });
  }

  protected override change(password: string | null) {
    return { password };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "password-form": PasswordForm;
  }
}
