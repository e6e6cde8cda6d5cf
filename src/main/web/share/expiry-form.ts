import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { expiryOf, fieldOfExpiry } from "./expiry.ts";
import type { Share } from "./share.ts";
import { texts } from "../texts.ts";

/** Says until when a link works; fires `changed`. */
@customElement("expiry-form")
export class ExpiryForm extends LitElement {
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
    const { expires } = this.share;
    return html`
      <form @submit="${this.#set}">
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
        <div class="row">
          <button class="primary">${texts.share.setTheEnd}</button>
          ${expires
            ? html`
              <button type="button" @click="${() => this.#send(null)}">${texts.share
                .neverLetItEnd}</button>
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
    const field = String(new FormData(event.target as HTMLFormElement).get("expires") ?? "");
    const expires = expiryOf(field);
    if (expires === null || Date.parse(expires) <= Date.now()) {
      this.problem = texts.share.chooseATimeInTheFuture;
    } else void this.#send(expires);
  }

  async #send(expires: string | null): Promise<void> {
    try {
      await send(`shares/${this.share.id}`, { method: "PATCH", body: { expires } });
      this.problem = null;
      this.dispatchEvent(new Event("changed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "expiry-form": ExpiryForm;
  }
}
