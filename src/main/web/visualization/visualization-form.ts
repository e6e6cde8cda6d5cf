import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { valueOf } from "../ui/value-of.ts";
import type { Draft, Source } from "./draft.ts";
import { ofSource, proposedAgain } from "./proposal.ts";
import "./look-form.ts";
import { DraftChanged } from "./query-form.ts";
import "./query-form.ts";
import type { TypeChosen } from "./type-picker.ts";
import "./type-picker.ts";
import { texts } from "../texts.ts";

/** All of a visualization that can be chosen: title, type, what is asked of which source, and how numbers look. */
@customElement("visualization-form")
export class VisualizationForm extends LitElement {
  @property({ attribute: false })
  draft!: Draft;
  @property({ attribute: false })
  sources: readonly Source[] = [];
  /** What the preview shows side by side: of series, or of slices. */
  @property({ attribute: false })
  names: readonly string[] = [];

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--space-4);
      }
      select {
        width: 100%;
      }
      .propose {
        justify-self: start;
      }
    `,
  ];

  override render() {
    const { draft } = this;
    const isSql = draft.before.statements !== undefined;
    const source = this.sources.find(({ id }) => id === draft.source);
    return html`
      <label class="field">
        ${texts.visualization.title}
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
          <p>${texts.visualization.itsDataComesFromSqlWhich}</p>
        `
        : this.#sources()} ${isSql || source === undefined ? nothing : html`
        ${draft.metric ? nothing : html`
          <button
            type="button"
            class="propose"
            @click="${() => this.dispatchEvent(new DraftChanged(proposedAgain(draft, source)))}"
          >
            ${texts.visualization.proposeAChart}
          </button>
        `}
        <query-form .draft="${draft}" .source="${source}"></query-form>
      `}
      <look-form .draft="${draft}" .names="${this.names}"></look-form>
    `;
  }

  #sources() {
    const { source } = this.draft;
    return html`
      <label class="field">
        ${texts.visualization.dataSource}
        <select @change="${this.#sourced}">
          ${source === ""
            ? html`
              <option value="">${texts.visualization.choose}</option>
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

  #sourced(event: Event): void {
    const source = this.sources.find(({ id }) => id === valueOf(event));
    if (source !== undefined) this.#become(ofSource(this.draft, source));
  }

  #become(change: Partial<Draft>): void {
    this.dispatchEvent(new DraftChanged({ ...this.draft, ...change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-form": VisualizationForm;
  }
}
