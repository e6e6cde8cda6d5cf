import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { modal } from "../ui/modal.ts";
import { type Header, isSecret, KEPT } from "./entry.ts";
import { texts } from "../texts.ts";

/** Tells which headers there are now. */
export class HeadersChanged extends Event {
  constructor(readonly headers: readonly Header[]) {
    super("headers-changed");
  }
}

/** Names and values of headers that are sent along, of which some are secret. */
@customElement("header-fields")
export class HeaderFields extends LitElement {
  @property({ attribute: false })
  headers: readonly Header[] = [];
  /** What is wrong, by names such as `headers.Accept`. */
  @property({ attribute: false })
  wrong: Readonly<Record<string, string>> = {};

  #adds = false;

  static override styles = [
    controls,
    modal,
    css`
      fieldset {
        display: grid;
        gap: var(--space-2);
      }
      .header {
        display: grid;
        grid-template-columns: minmax(6rem, 12rem) minmax(8rem, 1fr) auto auto;
        gap: var(--space-2);
        align-items: center;
      }
      .header p {
        grid-column: 1 / -1;
        font-size: var(--text-small);
      }
      small {
        color: var(--muted);
      }
      small.kind {
        min-width: 3rem;
      }
      .add {
        justify-self: start;
      }
      ::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      :is(input, select, textarea)[aria-invalid="true"] {
        border-color: var(--danger);
      }
      @media (max-width: 560px) {
        .header {
          grid-template-columns: minmax(0, 1fr) auto auto;
        }
        .header input:first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  focusWrong(): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>("[aria-invalid='true']") ??
      (this.wrong["headers"] === undefined ? null : this.renderRoot.querySelector("button"));
    field?.focus();
    return field !== null;
  }

  override render() {
    const general = this.wrong["headers"];
    return html`
      <fieldset>
        <legend>${texts.source.headers}</legend>
        <small>${texts.source.headersHint}</small>
        ${this.headers.map((header, index) => this.#row(header, index))}
        <p class="problem" ?hidden="${general === undefined}">${general}</p>
        <button type="button" class="add" @click="${this.#add}">${texts.source.headerAdd}</button>
      </fieldset>
    `;
  }

  #row({ name, value }: Header, index: number) {
    const kept = value === KEPT;
    const wrong = this.#wrongOf(name, value);
    const enter = (member: "name" | "value") => (event: Event) =>
      this.#set(index, { [member]: (event.target as HTMLInputElement).value });
    return html`
      <div class="header">
        <input
          aria-label="${texts.source.headerName(index + 1)}"
          placeholder="Authorization"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value="${name}"
          @input="${enter("name")}"
        >
        <input
          aria-label="${texts.source.headerValue(index + 1)}"
          placeholder="${kept ? texts.source.secretKept : ""}"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value="${kept ? "" : value}"
          aria-invalid="${wrong !== undefined}"
          aria-describedby="${`wrong-${index}`}"
          @input="${enter("value")}"
        >
        <small class="kind">${isSecret(name) ? texts.source.secret : texts.source.open}</small>
        <button
          type="button"
          class="quiet"
          aria-label="${texts.source.headerRemove(index + 1)}"
          @click="${() => this.#tell(this.headers.toSpliced(index, 1))}"
        >
          ${texts.source.remove}
        </button>
        <p class="problem" id="${`wrong-${index}`}" ?hidden="${wrong === undefined}">${wrong}</p>
      </div>
    `;
  }

  /** Secrets that were given for another server have to be given again: that is said of all headers. */
  #wrongOf(name: string, value: string): string | undefined {
    const own = Object.entries(this.wrong).find(([field]) =>
      field.toLowerCase() === `headers.${name.trim().toLowerCase()}`
    );
    return own?.[1] ?? (value === KEPT ? this.wrong["headers"] : undefined);
  }

  #set(index: number, change: Partial<Header>): void {
    const before = this.headers[index] ?? { name: "", value: "" };
    this.#tell(this.headers.with(index, { ...before, ...change }));
  }

  readonly #add = (): void => {
    this.#adds = true;
    this.#tell([...this.headers, { name: "", value: "" }]);
  };

  /** A new one is entered at once. */
  protected override updated(): void {
    if (!this.#adds) return;
    this.#adds = false;
    this.renderRoot.querySelector<HTMLElement>(".header:last-of-type input")?.focus();
  }

  #tell(headers: readonly Header[]): void {
    this.dispatchEvent(new HeadersChanged(headers));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "header-fields": HeaderFields;
  }
}
