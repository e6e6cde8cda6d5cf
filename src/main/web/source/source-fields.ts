import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { modal } from "../ui/modal.ts";
import { options } from "../ui/options.ts";
import { type Entry, type Header, KEPT } from "./entry.ts";
import type { Field, Group } from "./field.ts";
import type { HeadersChanged } from "./header-fields.ts";
import "./header-fields.ts";
import { texts } from "../texts.ts";

/** What is wrong, by the names of fields as on the wire. */
export type WrongFields = Readonly<Record<string, string>>;

/** Tells what was entered. */
export class EntryChanged extends Event {
  constructor(readonly entry: Entry) {
    super("entry-changed");
  }
}

/** Asks for what a kind of source needs to know. */
@customElement("source-fields")
export class SourceFields extends LitElement {
  @property({ attribute: false })
  groups: readonly Group[] = [];
  @property({ attribute: false })
  entry!: Entry;
  @property({ attribute: false })
  wrong: WrongFields = {};

  static override styles = [
    controls,
    modal,
    css`
      :host,
      fieldset {
        display: grid;
        gap: var(--space-4);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
        gap: var(--space-3);
        align-items: start;
      }
      .cell {
        display: grid;
        gap: var(--space-1);
        min-width: 0;
      }
      .wide {
        grid-column: 1 / -1;
      }
      fieldset {
        gap: var(--space-2);
        padding-top: var(--space-3);
        border-top: 1px solid var(--border);
      }
      legend {
        float: inline-start;
        padding: 0;
        font-size: var(--text-large);
      }
      select {
        width: 100%;
        min-width: 0;
      }
      textarea {
        width: 100%;
        min-height: 6rem;
        padding: 7px 10px;
        border: 1px solid var(--outline);
        border-radius: 6px;
        background: var(--surface);
        color: inherit;
        font:
          var(--text-normal) / 1.45 ui-monospace,
          monospace;
        resize: vertical;
      }
      ::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      .flag {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding-top: var(--space-4);
        font-weight: 600;
      }
      small {
        color: var(--muted);
      }
      .problem {
        font-size: var(--text-small);
      }
      :is(input, select, textarea)[aria-invalid="true"] {
        border-color: var(--danger);
      }
    `,
  ];

  /** Moves to the first field that is wrong; whether there is one here. */
  focusWrong(): boolean {
    const headers = this.renderRoot.querySelector("header-fields");
    const field = this.renderRoot.querySelector<HTMLElement>("[aria-invalid='true']");
    if (field === null) return headers?.focusWrong() ?? false;
    field.focus();
    return true;
  }

  /** Where most of what can be wrong is entered. */
  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>("input, select")?.focus();
  }

  override render() {
    const { values } = this.entry;
    return this.groups.map(({ legend, fields }) =>
      html`
        <fieldset>
          <legend>${legend}</legend>
          <div class="fields">
            ${fields.filter(({ asked }) => asked?.(values) ?? true).map((field) =>
              this.#cell(field)
            )}
          </div>
        </fieldset>
      `
    );
  }

  #cell(field: Field) {
    const { name, type = "text", wide = false } = field;
    if (type === "headers") return this.#headers();
    const wrong = this.wrong[name];
    const value = this.entry.values[name] ?? "";
    const hint = type === "text" && value.includes(KEPT) ? texts.source.starsKept : field.hint;
    return html`
      <div class="cell ${wide ? "wide" : ""}">
        ${type === "flag"
          ? html`
            <label class="flag">
              <input type="checkbox" .checked="${value === "true"}" @change="${this.#check(name)}">
              ${field.label}
            </label>
          `
          : html`
            <label class="field" for="${name}">${field.label}</label>
            ${this.#input(field, value)}
          `} ${hint === undefined ? nothing : html`
          <small id="${`${name}-hint`}">${hint}</small>
        `} ${wrong === undefined ? nothing : html`
          <p class="problem" id="${`${name}-wrong`}">${wrong}</p>
        `}
      </div>
    `;
  }

  #input(field: Field, value: string) {
    const { name, type = "text", placeholder } = field;
    const described = `${name}-hint ${name}-wrong`;
    const wrong = this.wrong[name] !== undefined;
    const isKept = type === "secret" && value === KEPT;
    if (type === "choice") {
      return html`
        <select
          id="${name}"
          aria-describedby="${described}"
          aria-invalid="${wrong}"
          @change="${this.#enter(name)}"
        >
          ${options(known(field, value), value)}
        </select>
      `;
    }
    if (type === "area") {
      return html`
        <textarea
          id="${name}"
          spellcheck="false"
          placeholder="${placeholder ?? nothing}"
          .value="${value}"
          aria-describedby="${described}"
          aria-invalid="${wrong}"
          @input="${this.#enter(name)}"
        ></textarea>
      `;
    }
    return html`
      <input
        id="${name}"
        type="${type === "secret" ? "password" : "text"}"
        inputmode="${type === "number" ? "numeric" : nothing}"
        autocomplete="${type === "secret" ? "new-password" : "off"}"
        autocapitalize="off"
        spellcheck="false"
        placeholder="${isKept ? texts.source.secretKept : placeholder ?? nothing}"
        .value="${isKept ? "" : value}"
        aria-required="${field.required ?? false}"
        aria-describedby="${described}"
        aria-invalid="${wrong}"
        @input="${this.#enter(name)}"
      >
    `;
  }

  #headers() {
    return html`
      <header-fields
        class="wide"
        .headers="${this.entry.headers}"
        .wrong="${this.wrong}"
        @headers-changed="${({ headers }: HeadersChanged) => this.#become({ headers })}"
      ></header-fields>
    `;
  }

  #enter(name: string) {
    return (event: Event) => this.#set(name, (event.target as HTMLInputElement).value);
  }

  #check(name: string) {
    return (event: Event) => this.#set(name, `${(event.target as HTMLInputElement).checked}`);
  }

  #set(name: string, value: string): void {
    this.#become({ values: { ...this.entry.values, [name]: value } });
  }

  #become(change: { values?: Entry["values"]; headers?: readonly Header[] }): void {
    this.dispatchEvent(new EntryChanged({ ...this.entry, ...change }));
  }
}

/** With a value that a program chose and nobody is offered. */
function known({ options: all = [] }: Field, value: string) {
  return all.some(([name]) => name === value) ? all : [...all, [value, value] as const];
}

declare global {
  interface HTMLElementTagNameMap {
    "source-fields": SourceFields;
  }
}
