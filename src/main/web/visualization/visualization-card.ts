import { html, LitElement, nothing, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Table } from "../dataset/table.ts";
import type { Trouble } from "../source/source-trouble.ts";
import "../source/source-trouble.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { type Annotation, annotationsOf } from "./annotation.ts";
import { cardStyle } from "./card-style.ts";
import "./chart-canvas.ts";
import { cutNote } from "./cut-note.ts";
import "./data-table.ts";
import { derive } from "./derived.ts";
import { labelsOf } from "./labels.ts";
import { emptyText, leftOutNote } from "./left-out.ts";
import { type Load, NewestTable } from "./newest-table.ts";
import { outageText } from "./outage.ts";
import { asTable, type Pivot, pivot } from "./pivot.ts";
import { slicesOf } from "./slices.ts";
import { NO_TURNS } from "./turns.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

const OPEN = svg`
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="M6.5 3H3v10h10V9.5M9 3h4v4M13 3 7.5 8.5" />
  </svg>
`;

/** An answer as it is drawn. */
interface Drawn {
  readonly of: Table;
  readonly by: Visualization;
  readonly shown: Visualization;
  readonly table: Table;
  readonly pivot: Pivot | null;
}

/** Tells what a chart shows side by side: the names of its series, or of its slices. */
export class NamesDrawn extends Event {
  constructor(readonly names: readonly string[]) {
    super("names-drawn", { bubbles: true, composed: true });
  }
}

/** A visualization with its title, its chart and the table behind it. Failing, it leaves the others alone. */
@customElement("visualization-card")
export class VisualizationCard extends LitElement {
  @property({ attribute: false })
  shown!: Visualization;
  @property({ attribute: false })
  load!: Load;
  @property({ attribute: false })
  format = Format.UTC;
  /** Whether the title stands above the card already. */
  @property({ type: Boolean })
  untitled = false;
  /** Address of the page where it is large; null if it is not to be opened. */
  @property({ attribute: false })
  page: string | null = null;
  /** Of the names on the whole dashboard. */
  @property({ attribute: false })
  turns = NO_TURNS;
  /** Counts the times that newer data was asked for. */
  @property({ attribute: false })
  turn = 0;
  @property({ attribute: false })
  annotations: readonly Annotation[] = [];
  /** Why its source cannot be refreshed; null as long as it can. */
  @property({ attribute: false })
  trouble: Trouble | null = null;
  @state()
  private asTable = false;
  @query(".open")
  private opener!: HTMLElement | null;
  readonly #newest = new NewestTable(this);
  #drawn: Drawn | null = null;

  static override styles = [controls, cardStyle];

  override render() {
    const { shown } = this;
    const { state } = this.#newest;
    const drawn = state.name === "loaded" ? this.#drawing(state.table) : null;
    const isChart = drawn !== null && drawn.pivot !== null && drawn.table.row_count > 0;
    return html`
      <div class="head">
        <h2 title="${shown.title}" ?hidden="${this.untitled}">${this.#title()}</h2>
        <div class="tools" part="tools">
          ${this.#toggle(isChart)} ${this.#opener()}<slot name="tools"></slot>
        </div>
      </div>
      <div class="body" aria-busy="${state.name === "loading"}">${this.#body(drawn)}</div>
      ${this.#notes().map((note) =>
        html`
          <p class="note">${note}</p>
        `
      )} ${this.#outage(drawn)}
    `;
  }

  /** Owners are told more of it as soon as that is known. */
  #outage(drawn: Drawn | null) {
    if (this.trouble !== null) {
      return html`
        <source-trouble .trouble="${this.trouble}"></source-trouble>
      `;
    }
    const words = drawn === null || drawn.table.row_count === 0 ? null : outageOf(drawn.of);
    return words === null ? nothing : html`
      <p class="outage" role="status">${words}</p>
    `;
  }

  #title() {
    const title = html`
      <span class="clamped">${this.shown.title}</span>
    `;
    if (this.page === null) return title;
    return html`
      <a class="title" href="${this.page}" target="_blank" rel="noopener">${title}</a>
    `;
  }

  #opener() {
    if (this.page === null) return nothing;
    return html`
      <a
        class="open"
        href="${this.page}"
        target="_blank"
        rel="noopener"
        title="${texts.visualization.openInAWindowOfItsOwn}"
        aria-label="${texts.visualization.openTitleInAWindowOfItsOwn(this.shown.title)}"
      >${OPEN}</a>
    `;
  }

  /** A touch asks what is there; a mouse has seen that before it clicks. */
  #clicked({ pointerType }: PointerEvent): void {
    if (pointerType === "mouse") this.opener?.click();
  }

  /** Has its place from the beginning, so that nothing moves when the chart is drawn. */
  #toggle(isChart: boolean) {
    if (this.shown.type === "table") return nothing;
    return html`
      <button class="quiet ${isChart
        ? ""
        : "later"}" @click="${() => (this.asTable = !this.asTable)}">
        ${this.asTable ? texts.visualization.showAsChart : texts.visualization.showAsTable}
      </button>
    `;
  }

  #body(drawn: Drawn | null) {
    const { state } = this.#newest;
    if (state.name === "failed") {
      return html`
        <div class="words">
          <p class="problem" role="alert">${state.message}</p>
          <button @click="${() => this.#newest.again()}">${texts.visualization.tryAgain}</button>
        </div>
      `;
    }
    if (drawn === null) {
      const long = state.name === "loading" && state.long;
      return html`
        <p class="words" role="status">${long
          ? texts.visualization.thisTakesLonger
          : texts.visualization.loading}</p>
      `;
    }
    if (drawn.table.row_count === 0) {
      return html`
        <p class="words" role="status">${outageOf(drawn.of) ?? texts.visualization.noDataToShow}</p>
      `;
    }
    if (drawn.pivot === null || this.asTable) return this.#table(drawn);
    const empty = emptyText(drawn.shown, drawn.pivot);
    if (empty !== null) {
      return html`
        <p class="words">${empty}</p>
      `;
    }
    return html`
      <chart-canvas
        @click="${this.#clicked}"
        .shown="${drawn.shown}"
        .pivot="${drawn.pivot}"
        .format="${this.format}"
        .turns="${this.turns}"
        .annotations="${annotationsOf(this.annotations, this.shown.panel)}"
      ></chart-canvas>
    `;
  }

  #table({ shown, table, pivot: pivoted }: Drawn) {
    const { format } = this;
    return html`
      <data-table
        .columns="${pivoted === null ? table.columns : asTable(pivoted)}"
        .format="${format}"
        .look="${shown.options}"
        .bucket="${shown.x?.bucket ?? null}"
        .label="${shown.title}"
        ?raw="${shown.listsRows}"
      ></data-table>
    `;
  }

  #notes(): string[] {
    const { state } = this.#newest;
    if (state.name !== "loaded") return [];
    const { shown, pivot } = this.#drawing(state.table);
    const cut = cutNote(state.table, pivot, this.format);
    const left = pivot === null ? null : leftOutNote(shown, pivot, this.format);
    const stale = state.stale === null ? null : texts.visualization.notUpToDateStale(state.stale);
    return [cut, left, stale].filter((note) => note !== null);
  }

  /** Turned round once for each answer: every chart is drawn from the same object until there is a newer one. */
  #drawing(table: Table): Drawn {
    const { shown } = this;
    if (this.#drawn?.of !== table || this.#drawn.by !== shown) {
      const derived = derive(shown, table);
      const isTable = derived === null || shown.type === "table";
      this.#drawn = {
        of: table,
        by: shown,
        ...(derived ?? { shown, table }),
        pivot: isTable ? null : pivot(derived.shown, derived.table),
      };
      const { pivot: drawn } = this.#drawn;
      this.dispatchEvent(new NamesDrawn(drawn === null ? [] : namesOf(shown, drawn, this.format)));
    }
    return this.#drawn;
  }
}

function outageOf(table: Table): string | null {
  return outageText(table, Date.now(), navigator.languages);
}

function namesOf(shown: Visualization, pivot: Pivot, format: Format): string[] {
  if (shown.type !== "piechart") return pivot.series.map(({ name }) => name);
  return slicesOf(pivot, labelsOf({ shown, pivot, format })).map(({ name }) => name);
}

declare global {
  interface HTMLElementTagNameMap {
    "visualization-card": VisualizationCard;
  }
}
