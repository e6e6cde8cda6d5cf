import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { DropDown } from "../ui/drop-down.ts";
import "../ui/drop-down.ts";
import { Format } from "../ui/format.ts";
import {
  endOfField,
  fieldOf,
  instantOf,
  isSame,
  QUICK_RANGES,
  rangeText,
  type TimeRange,
} from "./time-range.ts";
import { texts } from "../texts.ts";

/** Tells that another range was chosen; null for the dashboard's own. */
export class RangeChosen extends Event {
  constructor(readonly range: TimeRange | null) {
    super("range-chosen", { bubbles: true, composed: true });
  }
}

/** Chooses the time range of a dashboard: a quick one, or two ends in the dashboard's time zone. */
@customElement("time-picker")
export class TimePicker extends LitElement {
  /** What is chosen; null for the dashboard's own. */
  @property({ attribute: false })
  range: TimeRange | null = null;
  /** The dashboard's own range; null for all of time. */
  @property({ attribute: false })
  usual: TimeRange | null = null;
  @property({ attribute: false })
  format = Format.UTC;
  @state()
  private problem: string | null = null;
  @query("drop-down")
  private dropDown!: DropDown;

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .choices {
        display: grid;
        grid-template-columns: auto 15rem;
        gap: var(--space-4);
      }
      .quick {
        display: grid;
        align-content: start;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .quick button {
        width: 100%;
        padding: 4px var(--space-3);
        border-color: transparent;
        background: none;
        text-align: start;
      }
      .quick button:hover {
        background: var(--sunken);
      }
      .quick [aria-current] {
        font-weight: 650;
        color: var(--accent);
      }
      form {
        display: grid;
        align-content: start;
        gap: var(--space-3);
      }
      small {
        color: var(--muted);
      }
      @media (max-width: 480px) {
        .choices {
          grid-template-columns: minmax(0, 1fr);
        }
        .quick {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  override render() {
    return html`
      <drop-down label="${texts.dashboard.timeRange}" chosen="${this.#text(
        this.range ?? this.usual,
      )}">
        <div class="choices">
          <ul class="quick" aria-label="${texts.dashboard.quickRanges}">
            ${this.#quick(null)} ${QUICK_RANGES.map((range) => this.#quick(range))}
          </ul>
          ${this.#own()}
        </div>
      </drop-down>
    `;
  }

  #quick(range: TimeRange | null) {
    const text = range === null
      ? texts.dashboard.usualText(this.#text(this.usual))
      : this.#text(range);
    return html`
      <li>
        <button
          type="button"
          aria-current="${isSame(range, this.range) ? "true" : nothing}"
          @click="${() => this.#choose(range)}"
        >
          ${text}
        </button>
      </li>
    `;
  }

  #own() {
    const { from, to } = this.range ?? this.usual ?? {};
    return html`
      <form @submit="${this.#submit}" novalidate>
        <label class="field">
          ${texts.dashboard.from} <input type="datetime-local" name="from" .value="${this.#field(
            from,
          )}">
        </label>
        <label class="field">
          ${texts.dashboard.to} <input type="datetime-local" name="to" .value="${this.#field(to)}">
        </label>
        <small>${texts.dashboard.timesAreInNameWithoutAn(this.format.zone.name)}</small>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        <button class="primary">${texts.dashboard.apply}</button>
      </form>
    `;
  }

  #field(end: string | null | undefined): string {
    const instant = instantOf(end, this.format);
    return instant === null ? "" : fieldOf(instant, this.format);
  }

  #text(range: TimeRange | null): string {
    return (range === null ? null : rangeText(range, this.format)) ?? texts.dashboard.allOfTheTime;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const end = (name: string) => endOfField(String(fields.get(name)), this.format);
    const [from, to] = [end("from"), end("to")];
    if (from === null) {
      this.problem = texts.dashboard.enterWhenTheRangeBegins;
    } else if (Number(from) >= Number(to ?? Infinity)) {
      this.problem = texts.dashboard.theRangeMustEndAfterIt;
    } else {
      this.#choose({ from, to: to ?? "now" });
    }
  }

  #choose(range: TimeRange | null): void {
    this.problem = null;
    this.dropDown.close();
    this.dispatchEvent(new RangeChosen(range));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "time-picker": TimePicker;
  }
}
