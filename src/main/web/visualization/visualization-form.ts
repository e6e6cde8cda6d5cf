import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { type Draft, ofSource, type Source } from "./draft.ts";
import { DraftChanged } from "./query-form.ts";
import "./query-form.ts";
import type { TypeChosen } from "./type-picker.ts";
import "./type-picker.ts";

/** All of a visualization that can be chosen: title, type, what is asked of which source, and how numbers look. */
@customElement("visualization-form")
export class VisualizationForm extends LitElement {
  @property({ attribute: false })
  draft!: Draft;
  @property({ attribute: false })
  sources: readonly Source[] = [];

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--space-4);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      select {
        width: 100%;
      }
    `,
  ];

  override render() {
    const { draft } = this;
    const isSql = draft.before.statements !== undefined;
    const source = this.sources.find(({ id }) => id === draft.source);
    return html`
      <label class="field">
        Title
        <input
          maxlength="200"
          .value="${draft.title}"
          @input="${(event: Event) => this.#become({ title: valueOf(event) })}"
        >
      </label>
      ${draft.metric ? nothing : html`
        <type-picker
          type="${draft.type}"
          @type-chosen="${({ chosen }: TypeChosen) => this.#become({ type: chosen })}"
        ></type-picker>
      `} ${isSql
        ? html`
          <p>Its data comes from SQL, which stays as it is.</p>
        `
        : this.#sources()} ${isSql || source === undefined ? nothing : html`
        <query-form .draft="${draft}" .source="${source}"></query-form>
      `} ${this.#numbers()}
    `;
  }

  #sources() {
    const { source } = this.draft;
    return html`
      <label class="field">
        Data source
        <select @change="${this.#sourced}">
          ${source === ""
            ? html`
              <option value="">Choose…</option>
            `
            : nothing} ${this.sources.map(({ id, name }) =>
              html`
                <option value="${id}" .selected="${id === source}">${name}</option>
              `
            )}
        </select>
      </label>
    `;
  }

  #numbers() {
    const { unit, decimals } = this.draft;
    return html`
      <div class="pair">
        <label class="field">
          Unit
          <input
            maxlength="20"
            .value="${unit}"
            @input="${(event: Event) => this.#become({ unit: valueOf(event) })}"
          >
        </label>
        <label class="field">
          Decimals
          <input
            type="number"
            min="0"
            max="15"
            .value="${decimals === null ? "" : String(decimals)}"
            @input="${this.#rounded}"
          >
        </label>
      </div>
    `;
  }

  #sourced(event: Event): void {
    const source = this.sources.find(({ id }) => id === valueOf(event));
    if (source !== undefined) this.#become(ofSource(this.draft, source));
  }

  #rounded(event: Event): void {
    const field = event.target as HTMLInputElement;
    const decimals = field.validity.valid && field.value !== "" ? Number(field.value) : null;
    this.#become({ decimals });
  }

  #become(change: Partial<Draft>): void {
    this.dispatchEvent(new DraftChanged({ ...this.draft, ...change }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-form": VisualizationForm;
  }
}
