import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { withAddresses, wrongOf } from "./addresses.ts";
import { chips } from "./chips.ts";
import { texts } from "../texts.ts";

/** Somebody who is let in to a public dashboard for specific people. */
export interface Recipient {
  readonly uid: string;
  readonly recipient: string;
}

/** Who is let in: adds and removes people; fires `changed`. */
@customElement("recipient-list")
export class RecipientList extends LitElement {
  /** Where they are added, without a slash at the end. */
  @property()
  path = "";
  @property({ attribute: false })
  recipients: readonly Recipient[] = [];
  @state()
  private problem: string | null = null;
  @query("input")
  private field!: HTMLInputElement;

  static override styles = [
    controls,
    modal,
    chips,
    css`
      :host,
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .row {
        align-items: end;
      }
      label.field {
        flex: 1 1 12rem;
      }
    `,
  ];

  override render() {
    return html`
      <form novalidate @submit="${this.#invite}">
        <div class="row">
          <label class="field">
            ${texts.share.invite}
            <input inputmode="email" autocomplete="off" placeholder="${texts.share.adaEmailCom}">
          </label>
          <button>${texts.share.invite}</button>
        </div>
        <small>${texts.share.theyGetACodeByE}</small>
      </form>
      <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
        nothing}</p>
      <ul class="chips" ?hidden="${this.recipients.length === 0}" aria-label="${texts.share
        .peopleWithAccess}">
        ${this.recipients.map((recipient) => this.#chip(recipient))}
      </ul>
    `;
  }

  #chip({ uid, recipient }: Recipient) {
    const remove = () => this.#do(() => send(`${this.path}/${uid}`, { method: "DELETE" }));
    return html`
      <li>
        ${recipient}
        <button
          type="button"
          class="quiet"
          aria-label="${texts.share.takeRecipientAway(recipient)}"
          @click="${remove}"
        >
          ✕
        </button>
      </li>
    `;
  }

  async #invite(event: Event): Promise<void> {
    event.preventDefault();
    const addresses = withAddresses([], this.field.value);
    const wrong = wrongOf(addresses);
    if (wrong.length > 0) {
      this.problem = texts.share.notAnEMailAddressJoin(wrong.join(", "));
      return;
    }
    await this.#do(async () => {
      for (const recipient of addresses) {
        await send(this.path, { method: "POST", body: { recipient } });
      }
      this.field.value = "";
    });
  }

  async #do(change: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = null;
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    this.dispatchEvent(new Event("changed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "recipient-list": RecipientList;
  }
}
