import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../query/variable-picker.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { type Asked, USUAL, valuesOf } from "./asked.ts";
import type { Content } from "./content.ts";
import { options } from "../ui/options.ts";
import { RefreshChosen, REFRESHES } from "./refresh.ts";
import "./time-picker.ts";
import { rangeText } from "./time-range.ts";
import { texts } from "../texts.ts";

/** The title of a dashboard, how fresh its data is, and what of it may be chosen. */
@customElement("dashboard-header")
export class DashboardHeader extends LitElement {
  @property({ attribute: false })
  content!: Content;
  @property({ attribute: false })
  asked: Asked = USUAL;
  @property({ attribute: false })
  format = Format.UTC;
  /** The instant of the oldest data on the page; null as long as there is none. */
  @property({ attribute: false })
  asOf: number | null = null;

  /** Seconds between two looks for newer data; null where one cannot choose. */
  @property({ attribute: false })
  refresh: number | null = null;

  static override styles = [
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: var(--space-2) var(--space-5);
        margin-bottom: var(--space-4);
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-4);
        min-width: 0;
        min-height: 1.25rem;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      time-picker {
        color: var(--text);
      }
      .variables {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        width: 100%;
        font-size: 0.8125rem;
      }
    `,
  ];

  /** Puts it on the title. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("h1")?.focus());
  }

  override render() {
    return html`
      <header>
        <h1 tabindex="-1">${this.content.title}</h1>
        <div class="about">${this.#fresh()} ${this.#range()} ${this.#refresh()}<slot></slot></div>
        ${this.#variables()}
      </header>
    `;
  }

  /** Has its place from the beginning, so that nothing moves when the data is there. */
  #fresh() {
    const { format } = this;
    const asOf = this.asOf ?? Date.now();
    return html`
      <span class="${this.asOf === null ? "later" : ""}" title="${texts.dashboard.timesAreInName(
        format.zone.name,
      )}">
        ${texts.dashboard.dataAsOf}
        <time datetime="${new Date(asOf).toISOString()}">${format.instantWithZone(asOf)}</time>
      </span>
    `;
  }

  #range() {
    const { content: { time_range, time_selection }, asked, format } = this;
    if (time_selection) {
      return html`
        <time-picker .range="${asked
          .range}" .usual="${time_range}" .format="${format}"></time-picker>
      `;
    }
    const text = time_range === null ? null : rangeText(time_range, format);
    return text === null ? nothing : html`
      <span>${text}</span>
    `;
  }

  #refresh() {
    const { refresh } = this;
    if (refresh === null) return nothing;
    const choices = REFRESHES.map(([seconds, text]) => [`${seconds}`, text] as const);
    return html`
      <select
        aria-label="${texts.dashboard.autoRefresh}"
        title="${texts.dashboard.autoRefresh}"
        @change="${(event: Event) =>
          this.dispatchEvent(new RefreshChosen(Number((event.target as HTMLSelectElement).value)))}"
      >
        ${options(choices, `${refresh}`)}
      </select>
    `;
  }

  #variables() {
    const { content: { variables }, asked } = this;
    if (variables.length === 0) return nothing;
    return html`
      <div class="variables">
        ${variables.map((variable) =>
          html`
            <variable-picker
              .variable="${variable}"
              .values="${valuesOf(asked, variable)}"
            ></variable-picker>
          `
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-header": DashboardHeader;
  }
}
