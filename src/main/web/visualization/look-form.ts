import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import type { ColorsChosen } from "./color-fields.ts";
import "./color-fields.ts";
import type { DisplayOptions } from "./display-options.ts";
import { type Draft, looking } from "./draft.ts";
import type { Option } from "../ui/options.ts";
import { selectField } from "../ui/select-field.ts";
import { valueOf } from "../ui/value-of.ts";
import { DraftChanged } from "./query-form.ts";
import { texts } from "../texts.ts";

const FORMATS: readonly Option[] = [
  ["plain", texts.visualization.plain12345],
  ["compact", texts.visualization.short12k],
  ["percent", texts.visualization.percent025Is25],
  ["currency", texts.visualization.money],
];
const LEGENDS: readonly Option[] = [
  ["", texts.visualization.asUsual],
  ["bottom", texts.visualization.below],
  ["top", texts.visualization.above],
  ["right", texts.visualization.beside],
  ["none", texts.visualization.off],
];
const STACKINGS: readonly Option[] = [
  ["", texts.visualization.asUsual],
  ["yes", texts.visualization.yes],
  ["no", texts.visualization.no],
];

/** How a visualization or key metric is drawn and its numbers are written. */
@customElement("look-form")
export class LookForm extends LitElement {
  @property({ attribute: false })
  draft!: Draft;
  /** What can have a colour of its own. */
  @property({ attribute: false })
  names: readonly string[] = [];

  static override styles = [
    controls,
    css`
      :host,
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .fields {
        padding-top: var(--space-3);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      .pair > :only-child {
        grid-column: 1 / -1;
      }
      select {
        width: 100%;
        min-width: 0;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { type, metric } = this.draft;
    const isChart = !metric && type !== "table";
    return html`
      ${this.#numbers()} ${isChart && type !== "piechart"
        ? html`
          <details>
            <summary>${texts.visualization.axes}</summary>
            <div class="fields">${this.#axes()}</div>
          </details>
        `
        : nothing} ${isChart
        ? html`
          <details>
            <summary>${texts.visualization.legendAndColours}</summary>
            <div class="fields">${this.#legend()}</div>
          </details>
        `
        : nothing}
    `;
  }

  #numbers() {
    const { number_format = "plain", currency } = this.draft.look;
    return html`
      <div class="pair">
        ${selectField(
          texts.visualization.numbers,
          FORMATS,
          number_format,
          (value) => this.#become({ number_format: value === "plain" ? undefined : value }),
        )} ${number_format === "currency"
          ? html`
            <label class="field">
              ${texts.visualization.currency}
              <input
                maxlength="3"
                autocapitalize="characters"
                placeholder="${texts.visualization.eur}"
                .value="${live(currency ?? "")}"
                @change="${(event: Event) =>
                  this.#become({ currency: valueOf(event).trim().toUpperCase() })}"
              >
            </label>
          `
          : nothing}
      </div>
      <div class="pair">
        ${this.#text(texts.visualization.unit, "unit", 20)} ${this.#number(
          texts.visualization.decimals,
          "decimals",
          0,
          15,
        )}
      </div>
    `;
  }

  #axes() {
    const { type, look } = this.draft;
    return html`
      ${this.#text(texts.visualization.nameOfTheXAxis, "x_title", 100)} ${this.#text(
        texts.visualization.nameOfTheYAxis,
        "y_title",
        100,
      )}
      <div class="pair">
        ${this.#number(texts.visualization.lowestOfY, "y_min")} ${this.#number(
          texts.visualization.highestOfY,
          "y_max",
        )}
      </div>
      <div class="pair">
        ${this.#number(
          texts.visualization.decimalsAlongY,
          "y_decimals",
          0,
          15,
        )} ${type === "areachart" ? this.#stacking() : nothing}
      </div>
      ${type === "stackbarchart" ? nothing : html`
        <label>
          <input
            type="checkbox"
            .checked="${live(look.y_log ?? false)}"
            @change="${() => this.#become({ y_log: look.y_log ? undefined : true })}"
          >
          ${texts.visualization.logarithmicEachStepIsTenTimes}
        </label>
      `}
    `;
  }

  #stacking() {
    const { stacked } = this.draft.look;
    const chosen = stacked === undefined ? "" : stacked ? "yes" : "no";
    return selectField(
      texts.visualization.standOnEachOther,
      STACKINGS,
      chosen,
      (value) => this.#become({ stacked: value === "" ? undefined : value === "yes" }),
    );
  }

  #legend() {
    const { legend = "", palette, colors } = this.draft.look;
    return html`
      ${selectField(
        texts.visualization.legend,
        LEGENDS,
        legend,
        (value) => this.#become({ legend: value || undefined }),
      )}
      <color-fields
        .palette="${palette ?? "all"}"
        .colors="${colors ?? {}}"
        .names="${this.names}"
        @colors-chosen="${({ palette, colors }: ColorsChosen) =>
          this.#become({ palette: palette === "all" ? undefined : palette, colors })}"
      ></color-fields>
    `;
  }

  #text(label: string, name: "unit" | "x_title" | "y_title", longest: number) {
    return html`
      <label class="field">
        ${label}
        <input
          maxlength="${longest}"
          .value="${live(this.draft.look[name] ?? "")}"
          @input="${(event: Event) => this.#become({ [name]: valueOf(event) || undefined })}"
        >
      </label>
    `;
  }

  #number(
    label: string,
    name: "decimals" | "y_decimals" | "y_min" | "y_max",
    least?: number,
    most?: number,
  ) {
    const become = (event: Event) => {
      const { validity, value } = event.target as HTMLInputElement;
      this.#become({ [name]: validity.valid && value !== "" ? Number(value) : undefined });
    };
    return html`
      <label class="field">
        ${label}
        <input
          type="number"
          step="${least === undefined ? "any" : "1"}"
          min="${least ?? nothing}"
          max="${most ?? nothing}"
          .value="${this.draft.look[name]?.toString() ?? ""}"
          @change="${become}"
        >
      </label>
    `;
  }

  #become(change: { readonly [name in keyof DisplayOptions]?: unknown }): void {
    this.dispatchEvent(new DraftChanged(looking(this.draft, change)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "look-form": LookForm;
  }
}
