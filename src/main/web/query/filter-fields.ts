import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ColumnType } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { fieldList } from "../ui/field-list.ts";
import { options } from "../ui/options.ts";
import { valueOf } from "../ui/value-of.ts";
import {
  fieldFor,
  type Filter,
  type FilterColumn,
  filterOf,
  opsFor,
  shownIn,
  valuesNeeded,
} from "./filter.ts";
import { texts } from "../texts.ts";

/** Tells which rows are to be kept. */
export class FiltersChanged extends Event {
  constructor(readonly filters: readonly Filter[]) {
    super("filters-changed");
  }
}

const MOST = 20;

/** Chooses which rows count, column by column; all of the filters must hold. */
@customElement("filter-fields")
export class FilterFields extends LitElement {
  @property({ attribute: false })
  filters: readonly Filter[] = [];
  @property({ attribute: false })
  columns: readonly FilterColumn[] = [];

  static override styles = [
    controls,
    fieldList,
    css`
      .filter {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: var(--space-2);
      }
      .values {
        grid-column: 1 / 3;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .values > * {
        flex: 1 1 6rem;
        min-width: 0;
      }
      .values input[type="datetime-local"] {
        flex-basis: 14rem;
      }
      small {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { filters, columns } = this;
    const [first] = columns;
    return html`
      <fieldset>
        <legend>${texts.query.filters}</legend>
        ${filters.map((filter, index) =>
          this.#filter(filter, index)
        )} ${filters.some((filter) => this.#isTimed(filter))
          ? html`
            <small>${texts.query.inTheZoneOfTheDashboard}</small>
          `
          : nothing} ${first === undefined ||
            filters.length >= MOST
          ? nothing
          : html`
            <button
              type="button"
              class="add"
              @click="${() => this.#become([...filters, filterOf(first)])}"
            >
              ${texts.query.addAFilter}
            </button>
          `}
      </fieldset>
    `;
  }

  #filter(filter: Filter, index: number) {
    const { column, op } = filter;
    const type = this.#typeOf(column);
    const names = new Set([...this.columns.map(({ name }) => name), column]);
    return html`
      <div class="filter">
        <select
          aria-label="${texts.query.columnOfFilterIndex(index + 1)}"
          @change="${(event: Event) => this.#of(index, valueOf(event))}"
        >
          ${options([...names].map((name) => [name, name]), column)}
        </select>
        <select
          aria-label="${texts.query.comparisonOfFilterIndex(index + 1)}"
          @change="${(event: Event) => this.#replace(index, { ...filter, op: valueOf(event) })}"
        >
          ${options(opsFor(type, op), op)}
        </select>
        <button
          type="button"
          class="quiet"
          aria-label="${texts.query.removeFilterIndex(index + 1)}"
          @click="${() => this.#become(this.filters.toSpliced(index, 1))}"
        >
          ✕
        </button>
        ${this.#values(filter, type, index)}
      </div>
    `;
  }

  #values(filter: Filter, type: ColumnType, index: number) {
    const count = valuesNeeded(filter.op);
    if (count === 0) return nothing;
    return html`
      <div class="values">
        ${Array.from({ length: count }, (_, place) => this.#value(filter, type, index, place))}
      </div>
    `;
  }

  #value(filter: Filter, type: ColumnType, index: number, place: number) {
    const value = filter.values[place] ?? "";
    const change = (event: Event) => {
      const values = [filter.values[0] ?? "", filter.values[1] ?? ""];
      values[place] = valueOf(event);
      this.#replace(index, { ...filter, values: values.slice(0, valuesNeeded(filter.op)) });
    };
    const label = texts.query.secondValueOfFilterIndex(
      place === 0 ? texts.query.value : texts.query.secondValue,
      index + 1,
    );
    if (type === "boolean") {
      return html`
        <select aria-label="${label}" @change="${change}">
          ${options([["true", "true"], ["false", "false"]], value)}
        </select>
      `;
    }
    const kind = fieldFor(type, filter, value);
    return html`
      <input
        aria-label="${label}"
        type="${kind}"
        step="any"
        placeholder="${filter.op === "in" ? texts.query.oneAnother : nothing}"
        .value="${shownIn(kind, value)}"
        @change="${change}"
      >
    `;
  }

  #isTimed({ column, op }: Filter): boolean {
    return this.#typeOf(column) === "timestamp" && valuesNeeded(op) > 0;
  }

  #typeOf(column: string): ColumnType {
    return this.columns.find(({ name }) => name === column)?.type ?? "text";
  }

  #of(index: number, name: string): void {
    const column = this.columns.find((other) => other.name === name);
    if (column !== undefined) this.#replace(index, filterOf(column));
  }

  #replace(index: number, filter: Filter): void {
    this.#become(this.filters.toSpliced(index, 1, filter));
  }

  #become(filters: readonly Filter[]): void {
    this.dispatchEvent(new FiltersChanged(filters));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "filter-fields": FilterFields;
  }
}
