import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import "../ui/drop-down.ts";
import { chosenText, toggled, type Variable } from "./variable.ts";

/** Tells that a variable has other values; none for the usual ones. */
export class ValuesChosen extends Event {
  constructor(readonly variable: Variable, readonly values: readonly string[]) {
    super("values-chosen", { bubbles: true, composed: true });
  }
}

/** Chooses the value of a variable, or several where it may have several. */
@customElement("variable-picker")
export class VariablePicker extends LitElement {
  @property({ attribute: false })
  variable!: Variable;
  @property({ attribute: false })
  values: readonly string[] = [];

  static override styles = [
    controls,
    css`
      :host,
      label.one {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
        max-width: 100%;
      }
      .name {
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      select {
        min-width: 0;
        max-width: min(18rem, 60vw);
        text-overflow: ellipsis;
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        min-width: 10rem;
        max-width: 22rem;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        padding: 0 0 var(--space-2);
        font-weight: 600;
      }
      fieldset label {
        display: flex;
        gap: var(--space-2);
        align-items: start;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    return this.variable.multi ? this.#several() : this.#one();
  }

  get #name(): string {
    return this.variable.label || this.variable.name;
  }

  #one() {
    const { variable, values } = this;
    return html`
      <label class="one">
        <span class="name">${this.#name}</span>
        <select @change="${this.#selected}">
          ${variable.choices.map(({ text, value }) =>
            html`
              <option value="${value}" ?selected="${values.includes(value)}">${text}</option>
            `
          )}
        </select>
      </label>
    `;
  }

  #several() {
    const { variable, values } = this;
    return html`
      <span class="name" aria-hidden="true">${this.#name}</span>
      <drop-down label="${this.#name}" chosen="${chosenText(variable, values)}">
        <fieldset>
          <legend>${this.#name}</legend>
          ${variable.choices.map(({ text, value }) =>
            html`
              <label>
                <input
                  type="checkbox"
                  .checked="${live(values.includes(value))}"
                  @change="${(event: Event) => this.#ticked(value, event)}"
                >
                <span>${text}</span>
              </label>
            `
          )}
        </fieldset>
      </drop-down>
    `;
  }

  #selected(event: Event): void {
    this.#choose([(event.target as HTMLSelectElement).value]);
  }

  #ticked(value: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.#choose(toggled(this.variable, this.values, value, checked));
    // Clearing the last box may leave it as it is, which the box does not know yet.
    this.requestUpdate();
  }

  #choose(values: readonly string[]): void {
    this.dispatchEvent(new ValuesChosen(this.variable, values));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "variable-picker": VariablePicker;
  }
}
