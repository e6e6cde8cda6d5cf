import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { expiryOf, fieldOfExpiry } from "./expiry.ts";
import { ShareSetting } from "./share-setting.ts";
import { texts } from "../texts.ts";

/** Says until when a link works. */
@customElement("expiry-form")
export class ExpiryForm extends ShareSetting {
  override render() {
    const { expires } = this.share;
    const field = html`
      <label class="field">
        ${texts.share.itWorksUntil}
        <input
          type="datetime-local"
          name="expires"
          required
          .value="${expires ? fieldOfExpiry(expires) : ""}"
        >
        <small>${texts.share.inYourOwnTimeZoneAfter}</small>
      </label>
    `;
    const remove = expires ? texts.share.neverLetItEnd : null;
    return this.form("expires", field, { set: texts.share.setTheEnd, remove });
  }

  protected override change(entered: string | null) {
    if (entered === null) return { expires: null };
    const expires = expiryOf(entered);
    if (expires !== null && Date.parse(expires) > Date.now()) return { expires };
    this.problem = texts.share.chooseATimeInTheFuture;
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "expiry-form": ExpiryForm;
  }
}
