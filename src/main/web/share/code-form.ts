import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { Field } from "../ui/entry-form.ts";
import "../ui/entry-form.ts";
import { messageOf, send } from "../ui/http.ts";
import { texts } from "../texts.ts";

type Step =
  | { readonly name: "address" }
  | { readonly name: "code"; readonly email: string; readonly note: string | null };

const ADDRESS: readonly Field[] = [
  { name: "email", label: texts.share.eMailAddress, type: "email", autocomplete: "email" },
];
const CODE: readonly Field[] = [{
  name: "code",
  label: texts.share.code,
  autocomplete: "one-time-code",
  inputmode: "numeric",
  pattern: "\\s*(\\d\\s*){6,8}",
  hint: texts.share.theDigitsFromTheMessage,
}];

/** Lets in whom a dashboard was shared with, by a code sent to their address; fires `entered` then. */
@customElement("code-form")
export class CodeForm extends LitElement {
  /** Where codes are asked for and handed in, without a slash at the end. */
  @property()
  root = "";
  @state()
  private step: Step = { name: "address" };

  static override styles = [
    controls,
    css`
      .others {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--space-2);
      }
      [role="status"] {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    return this.step.name === "address" ? this.#address() : this.#code(this.step);
  }

  #address() {
    return html`
      <entry-form
        heading="${texts.share.sharedWithSpecificPeople}"
        lead="${texts.share.enterTheAddressThatThisDashboard}"
        action="${texts.share.sendTheCode}"
        .fields="${ADDRESS}"
        .enter="${this.#ask}"
      ></entry-form>
    `;
  }

  #code({ email, note }: Step & { name: "code" }) {
    return html`
      <entry-form
        heading="${texts.share.enterTheCode}"
        lead="${texts.share.ifEmailWasInvitedACode(email)}"
        action="${texts.share.open}"
        refusal="${texts.share.thatCodeIsWrongOrIt}"
        .fields="${CODE}"
        .enter="${this.#enter}"
      >
        <div class="others">
          <button type="button" class="quiet" @click="${this.#resend}">${texts.share
            .sendANewCode}</button>
          <button type="button" class="quiet" @click="${this.#back}">${texts.share
            .useAnotherAddress}</button>
        </div>
        <p role="status" ?hidden="${note === null}">${note ?? nothing}</p>
      </entry-form>
    `;
  }

  readonly #ask = async ({ email = "" }): Promise<void> => {
    await send(`${this.root}/code`, { method: "POST", body: { email: email.trim() } });
    this.step = { name: "code", email: email.trim(), note: null };
  };

  readonly #enter = async ({ code = "" }): Promise<void> => {
    if (this.step.name !== "code") return;
    const body = { email: this.step.email, code: code.replaceAll(/\s/g, "") };
    await send(`${this.root}/session`, { method: "POST", body });
    this.dispatchEvent(new Event("entered"));
  };

  readonly #resend = async (): Promise<void> => {
    if (this.step.name !== "code") return;
    const { step } = this;
    try {
      await this.#ask(step);
      this.step = { ...step, note: texts.share.aNewCodeIsOnIts };
    } catch (failure) {
      this.step = { ...step, note: messageOf(failure) };
    }
  };

  readonly #back = () => (this.step = { name: "address" });
}

declare global {
  interface HTMLElementTagNameMap {
    "code-form": CodeForm;
  }
}
