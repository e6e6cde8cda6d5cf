import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { fieldList } from "../ui/field-list.ts";
import { AGGREGATIONS, fits } from "./aggregation.ts";
import type { Measure, SourceColumn } from "./draft.ts";
import { type Option, options } from "../ui/options.ts";
import { valueOf } from "../ui/value-of.ts";
import { texts } from "../texts.ts";

/** Tells which values are to be shown. */
export class MeasuresChanged extends Event {
  constructor(readonly measures: readonly Measure[]) {
    super("measures-changed");
  }
}

const COUNT: Measure = { column: null, aggregation: "count" };
const MOST = 8;

/** Chooses the values of a visualization: columns and how each is aggregated. */
@customElement("measure-fields")
export class MeasureFields extends LitElement {
  @property({ attribute: false })
  measures: readonly Measure[] = [];
  @property({ attribute: false })
  columns: readonly SourceColumn[] = [];
  /** Whether there is room for more than one. */
  @property({ type: Boolean })
  several = false;

  static override styles = [
    controls,
    fieldList,
    css`
      .measure {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: var(--space-2);
      }
    `,
  ];

  override render() {
    const { several } = this;
    const shown = several ? this.measures : this.measures.slice(0, 1);
    const more = shown.length === 0 || (several && shown.length < MOST);
    return html`
      <fieldset>
        <legend>${several ? texts.visualization.values : texts.visualization.value}</legend>
        ${shown.map((measure, index) => this.#measure(measure, index))} ${more
          ? html`
            <button type="button" class="add" @click="${() => this.#become([...shown, COUNT])}">
              ${texts.visualization.addAValue}
            </button>
          `
          : nothing}
      </fieldset>
    `;
  }

  #measure({ column, aggregation }: Measure, index: number) {
    const type = this.#typeOf(column);
    const can = AGGREGATIONS.filter(([name]) =>
      column === null ? name === "count" : type === undefined || fits(name, type)
    );
    const names = this.columns.map(({ name }): Option => [name, name]);
    return html`
      <div class="measure">
        <select
          aria-label="${texts.visualization.aggregation}"
          @change="${(event: Event) =>
            this.#replace(index, { column, aggregation: valueOf(event) })}"
        >
          ${options(can, aggregation)}
        </select>
        <select
          aria-label="${texts.visualization.column}"
          @change="${(event: Event) => this.#of(index, aggregation, valueOf(event))}"
        >
          ${options([["", texts.visualization.rowsCounted], ...names], column ?? "")}
        </select>
        ${this.several ? this.#remove(index) : nothing}
      </div>
    `;
  }

  #remove(index: number) {
    return html`
      <button
        type="button"
        class="quiet"
        aria-label="${texts.visualization.removeValueIndex(index + 1)}"
        @click="${() => this.#become(this.measures.toSpliced(index, 1))}"
      >
        ✕
      </button>
    `;
  }

  #typeOf(column: string | null) {
    return this.columns.find(({ name }) => name === column)?.type;
  }

  /** A sum of words is none: another column may need another aggregation. */
  #of(index: number, aggregation: string, column: string): void {
    if (column === "") return this.#replace(index, COUNT);
    const usual = aggregation === "count" ? "sum" : aggregation;
    const can = fits(usual, this.#typeOf(column) ?? "text");
    this.#replace(index, { column, aggregation: can ? usual : "count" });
  }

  #replace(index: number, measure: Measure): void {
    this.#become(this.measures.toSpliced(index, 1, measure));
  }

  #become(measures: readonly Measure[]): void {
    this.dispatchEvent(new MeasuresChanged(measures));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "measure-fields": MeasureFields;
  }
}
