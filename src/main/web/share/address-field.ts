import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { withAddresses, wrongOf } from "./addresses.ts";
import { chips } from "./chips.ts";
import { texts } from "../texts.ts";

/** Takes e-mail addresses, each shown as a chip that can be taken away again. */
@customElement("address-field")
export class AddressField extends LitElement {
  @property({ attribute: false })
  addresses: readonly string[] = [];

  static override styles = [
    controls,
    chips,
    css`
      .field {
        display: grid;
        gap: var(--space-1);
      }
    `,
  ];

  /** What was typed and not yet made a chip counts too. */
  takeAll(): readonly string[] {
    const field = this.renderRoot.querySelector("input");
    if (field !== null) this.#take(field);
    return this.addresses;
  }

  override render() {
    const wrong = wrongOf(this.addresses);
    return html`
      <div class="field">
        <label class="field">
          ${texts.share.sendItTo}
          <input
            inputmode="email"
            autocomplete="off"
            placeholder="${texts.share.adaEmailCom}"
            aria-describedby="hint"
            aria-invalid="${wrong.length > 0}"
            @keydown="${this.#pressed}"
            @change="${(event: Event) => this.#take(event.target as HTMLInputElement)}"
          >
          <small id="hint">${wrong.length === 0
            ? texts.share.optionalSeveralWithACommaBetween
            : texts.share.notAnEMailAddressJoin(wrong.join(", "))}</small>
        </label>
        <ul class="chips" ?hidden="${this.addresses.length === 0}" aria-label="${texts.share
          .addresses}">
          ${this.addresses.map((address) => this.#chip(address, wrong.includes(address)))}
        </ul>
      </div>
    `;
  }

  #chip(address: string, wrong: boolean) {
    return html`
      <li class="${wrong ? "wrong" : ""}">
        ${address}
        <button
          type="button"
          class="quiet"
          aria-label="${texts.share.takeAddressAway(address)}"
          @click="${() => this.#keep(this.addresses.filter((other) => other !== address))}"
        >
          ✕
        </button>
      </li>
    `;
  }

  #pressed(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    if ((event.key === "Enter" && field.value !== "") || event.key === ",") {
      event.preventDefault();
      this.#take(field);
    } else if (event.key === "Backspace" && field.value === "") {
      this.#keep(this.addresses.slice(0, -1));
    }
  }

  #take(field: HTMLInputElement): void {
    this.#keep(withAddresses(this.addresses, field.value));
    field.value = "";
  }

  #keep(addresses: readonly string[]): void {
    this.addresses = addresses;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "address-field": AddressField;
  }
}
