import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isTemporal } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { fieldList } from "../ui/field-list.ts";
import type { FiltersChanged } from "../query/filter-fields.ts";
import "../query/filter-fields.ts";
import { BUCKETS } from "./aggregation.ts";
import { allowsSeveral, answered, type Draft, listsRows, type Source } from "./draft.ts";
import type { MeasuresChanged } from "./measure-fields.ts";
import "./measure-fields.ts";
import type { Option } from "../ui/options.ts";
import { selectField } from "../ui/select-field.ts";
import { texts } from "../texts.ts";

/** Tells what a draft has become. */
export class DraftChanged extends Event {
  constructor(readonly draft: Draft) {
    super("draft-changed", { bubbles: true, composed: true });
  }
}

/** What a visualization asks of its source, by choosing. */
@customElement("query-form")
export class QueryForm extends LitElement {
  @property({ attribute: false })
  draft!: Draft;
  @property({ attribute: false })
  source!: Source;

  static override styles = [
    controls,
    fieldList,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .columns button {
        max-width: 100%;
        padding: 2px var(--space-2);
        overflow: hidden;
        text-overflow: ellipsis;
      }
      [aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  override render() {
    const { draft } = this;
    if (draft.metric) {
      return html`
        ${this.#measures()} ${this.#filters()}
      `;
    }
    return html`
      ${draft.type === "table" ? this.#grouping() : nothing} ${listsRows(draft)
        ? this.#columns()
        : html`
          ${this.#along()} ${this.#measures()} ${this.#series()}
        `} ${this.#filters()} ${this.#order()}
      <label class="field">
        ${texts.visualization.atMost}
        <input
          type="number"
          min="1"
          max="10000"
          placeholder="${texts.visualization.asManyAsThereAre}"
          .value="${draft.limit === null ? "" : String(draft.limit)}"
          @change="${this.#limit}"
        >
      </label>
    `;
  }

  #grouping() {
    const { grouped } = this.draft;
    const choice = (text: string, value: boolean) =>
      html`
        <label>
          <input
            type="radio"
            name="grouped"
            .checked="${grouped === value}"
            @change="${() => this.#become({ grouped: value })}"
          > ${text}
        </label>
      `;
    return html`
      <fieldset>
        <legend>${texts.visualization.rows}</legend>
        ${choice(texts.visualization.asTheyAre, false)} ${choice(
          texts.visualization.groupedWithValuesOfEachGroup,
          true,
        )}
      </fieldset>
    `;
  }

  #columns() {
    const { columns } = this.draft;
    return html`
      <fieldset>
        <legend>${texts.visualization.columns}</legend>
        <div class="columns">
          ${this.source.columns.map(({ name }) =>
            html`
              <button
                type="button"
                aria-pressed="${columns.includes(name)}"
                @click="${() => this.#toggle(name)}"
              >
                ${name}
              </button>
            `
          )}
        </div>
      </fieldset>
    `;
  }

  #along() {
    const { x, bucket, type } = this.draft;
    const isTime = this.source.columns.some((column) =>
      column.name === x && isTemporal(column.type)
    );
    const label = type === "piechart"
      ? texts.visualization.slices
      : type === "table"
      ? texts.visualization.groupBy
      : texts.visualization.along;
    const none: Option[] = type === "table"
      ? [["", texts.visualization.nothing]]
      : x === null
      ? [["", texts.visualization.choose]]
      : [];
    return html`
      <div class="${isTime ? "pair" : ""}">
        ${selectField(
          label,
          [...none, ...this.#names()],
          x ?? "",
          (value) => this.#become({ x: value || null }),
        )} ${isTime
          ? selectField(
            texts.visualization.by,
            BUCKETS,
            bucket,
            (value) => this.#become({ bucket: value }),
          )
          : nothing}
      </div>
    `;
  }

  #measures() {
    return html`
      <measure-fields
        .measures="${this.draft.measures}"
        .columns="${this.source.columns}"
        ?several="${allowsSeveral(this.draft)}"
        @measures-changed="${({ measures }: MeasuresChanged) => this.#become({ measures })}"
      ></measure-fields>
    `;
  }

  #series() {
    const { type, series } = this.draft;
    if (type === "piechart") return nothing;
    const label = type === "stackbarchart"
      ? texts.visualization.layers
      : type === "table"
      ? texts.visualization.andBy
      : texts.visualization.series;
    const none: Option = [
      "",
      type === "stackbarchart" ? texts.visualization.choose : texts.visualization.noSeries,
    ];
    return selectField(
      label,
      [none, ...this.#names()],
      series ?? "",
      (value) => this.#become({ series: value || null }),
    );
  }

  #names(): Option[] {
    return this.source.columns.map(({ name }): Option => [name, name]);
  }

  #filters() {
    return html`
      <filter-fields
        .filters="${this.draft.filters}"
        .columns="${this.source.columns}"
        @filters-changed="${({ filters }: FiltersChanged) => this.#become({ filters })}"
      ></filter-fields>
    `;
  }

  #order() {
    const { order } = this.draft;
    const names = answered(this.draft);
    const column = order !== null && names.includes(order.column) ? order.column : "";
    const direction = order?.direction ?? "asc";
    const by = (value: string) =>
      this.#become({ order: value === "" ? null : { column: value, direction } });
    return html`
      <div class="${column === "" ? "" : "pair"}">
        ${selectField(
          texts.visualization.orderBy,
          [["", texts.visualization.asUsual], ...names.map((name): Option => [name, name])],
          column,
          by,
        )} ${column === "" ? nothing : selectField(
          texts.visualization.direction,
          [["asc", texts.visualization.lowestFirst], ["desc", texts.visualization.highestFirst]],
          direction,
          (value) => this.#become({ order: { column, direction: value } }),
        )}
      </div>
    `;
  }

  #limit(event: Event): void {
    const field = event.target as HTMLInputElement;
    const limit = field.validity.valid && field.value !== "" ? Number(field.value) : null;
    this.#become({ limit });
  }

  #toggle(name: string): void {
    const { columns } = this.draft;
    const chosen = columns.includes(name)
      ? columns.filter((other) => other !== name)
      : [...columns, name];
    this.#become({ columns: chosen });
  }

  #become(change: Partial<Draft>): void {
    this.dispatchEvent(new DraftChanged({ ...this.draft, ...change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "query-form": QueryForm;
  }
}
