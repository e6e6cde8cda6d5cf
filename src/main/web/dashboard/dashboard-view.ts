import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Table } from "../dataset/table.ts";
import type { ValuesChosen } from "../query/variable-picker.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import type { Annotation } from "../visualization/annotation.ts";
import type { DataLoaded } from "../visualization/newest-table.ts";
import type { Place } from "../visualization/place.ts";
import type { Tile, Visualization } from "../visualization/visualization.ts";
import type { NamesDrawn } from "../visualization/visualization-card.ts";
import "../visualization/visualization-card.ts";
import "./annotation-list.ts";
import { searchOf } from "./asked.ts";
import { Asking } from "./asking.ts";
import type { Content } from "./content.ts";
import type { DashboardHeader } from "./dashboard-header.ts";
import "./dashboard-header.ts";
import { dashboardStyle } from "./dashboard-style.ts";
import "./key-metric.ts";
import { type Gripped, handles } from "./grid-handle.ts";
import "./grid-handle.ts";
import "./tile-menu.ts";
import { Arrangement } from "./arrangement.ts";
import { type Item, layoutOf } from "./layout.ts";
import { Looking } from "./looking.ts";
import { Naming } from "./naming.ts";
import { noteTile } from "./note-tile.ts";
import { asking, type Pages, titleOf } from "./pages.ts";
import { placed, rowsOf } from "./placed.ts";
import { readRefresh, type RefreshChosen } from "./refresh.ts";
import type { RangeChosen } from "./time-picker.ts";
import { NO_TROUBLES, type Troubles } from "./troubles.ts";
import { plus, toolsOf } from "./wish.ts";
import { texts } from "../texts.ts";

/**
 * Where the data comes from: a share or the signed-in user's own dashboards. `search` is what is asked of
 * it besides, as the end of an address.
 */
export interface Data {
  visualization(id: string, search: string, signal: AbortSignal): Promise<Table>;
  tile(index: number, search: string, signal: AbortSignal): Promise<Table>;
  annotations(search: string): Promise<readonly Annotation[]>;
}

const MOST_IN_ROW = 3;

/** Draws a dashboard: title, key metrics, visualizations on a grid. The same for owners and visitors. */
@customElement("dashboard-view")
export class DashboardView extends LitElement {
  @property({ attribute: false })
  content!: Content;
  @property({ attribute: false })
  data!: Data;
  /** Whether whoever looks may change it. */
  @property({ type: Boolean })
  editable = false;
  /** Whether they may share each visualization alone. */
  @property({ type: Boolean })
  shareable = false;
  /** Whether it fills a screen on a wall, where nobody chooses anything. */
  @property({ type: Boolean, reflect: true })
  kiosk = false;
  /** Where whoever looks finds it, whole and each visualization alone. */
  @property({ attribute: false })
  pages!: Pages;
  /** Id of the only visualization that is shown; null for the whole dashboard. */
  @property({ attribute: false })
  alone: string | null = null;
  /** What is wrong with the sources of what is shown. */
  @property({ attribute: false })
  troubles: Troubles = NO_TROUBLES;
  @state()
  private annotations: readonly Annotation[] = [];
  /** The oldest data on the page; null as long as there is none. */
  @state()
  private asOf: number | null = null;
  @query("dashboard-header")
  private header!: DashboardHeader;
  readonly #arrangement = new Arrangement(this);
  #format = Format.UTC;
  /** What the annotations are of. */
  #annotated = "";
  /** For every part the instant of its data. */
  readonly #fresh = new Map<EventTarget, number>();
  readonly #looking = new Looking(this);
  readonly #asking = new Asking(this);
  readonly #naming = new Naming(this);

  static override styles = [controls, dashboardStyle];

  protected override willUpdate(
    changed: PropertyValues,
  ): void {
    if (changed.has("content")) this.#begin();
    if (changed.has("content")) this.#arrangement.settle();
    const annotated = `${this.#looking.turn} ${searchOf(this.#asking.asked)}`;
    if (changed.has("content") || annotated !== this.#annotated) {
      this.#annotated = annotated;
      void this.#annotate();
    }
  }

  override render() {
    return html`
      ${this.#header()} ${this.alone === null ? this.#whole() : this.#large(this.alone)}
    `;
  }

  #header() {
    const content = { ...this.content, title: titleOf(this.content, this.alone) };
    return html`
      <dashboard-header
        .content="${this.kiosk ? { ...content, time_selection: false, variables: [] } : content}"
        .asked="${this.#asking.asked}"
        .format="${this.#format}"
        .asOf="${this.asOf}"
        @range-chosen="${({ range }: RangeChosen) => this.#asking.chooseRange(range)}"
        .refresh="${this.#chooses ? this.#looking.seconds : null}"
        @values-chosen="${(event: ValuesChosen) => this.#asking.chooseValues(event)}"
        @refresh-chosen="${({ seconds }: RefreshChosen) => this.#looking.choose(seconds)}"
      >${this.#back()}<slot name="actions"></slot></dashboard-header>
    `;
  }

  /** The way from a visualization alone to all of them. */
  #back() {
    const { content: { title, kind }, alone } = this;
    if (alone === null || kind === "visualization") return nothing;
    return html`
      <a class="back" href="${asking(this.pages.whole, this.#asking.asked)}">${texts.dashboard
        .wholeDashboard(title)}</a>
    `;
  }

  #whole() {
    const { content, annotations } = this;
    const { asked } = this.#asking;
    const { turn } = this.#looking;
    const { row, grid: settled } = layoutOf(content);
    const grid = this.#arrangement.of(settled);
    return html`
      <main
        @data-loaded="${this.#loaded}"
        @names-drawn="${(event: NamesDrawn) => this.#naming.tell(event, content)}"
      >
        ${row.length === 0 && !this.editable ? nothing : html`
          <div class="tiles">
            ${guard(
              [content, turn, asked, this.troubles],
              () => row.map((tile) => this.#tile(tile, null)),
            )} ${this
                .editable && row.length < MOST_IN_ROW
              ? plus("metric")
              : nothing}
          </div>
        `} ${grid.length === 0 && !this.editable
          ? html`
            <p class="none">${texts.dashboard.thisDashboardHasNoVisualizationsYet}</p>
          `
          : html`
            <div class="grid" style="${`--rows: ${rowsOf(grid)}`}" @gripped="${(event: Gripped) =>
              this.#arrangement.grip(event, settled)}">
              ${guard(
                [
                  content,
                  turn,
                  asked,
                  annotations,
                  this.#naming.turns,
                  this.troubles,
                  this.#arrangement.current,
                ],
                () => repeat(grid, ({ key }) => key, (item) => this.#item(item)),
              )} ${this.editable ? plus("visualization") : nothing}
            </div>
            <p class="told" aria-live="polite">${this.#arrangement.told}</p>
          `} ${annotations.length === 0 ? nothing : html`
          <annotation-list .annotations="${annotations}" .format="${this
            .#format}"></annotation-list>
        `}
      </main>
    `;
  }

  get #chooses(): boolean {
    return !this.kiosk && (this.editable || this.content.time_selection);
  }

  /** One visualization in a window of its own. */
  #large(id: string) {
    const shown = this.content.visualizations.find((one) => one.id === id);
    return html`
      <main @data-loaded="${this.#loaded}">
        ${shown === undefined
          ? html`
            <p class="none" role="alert">${texts.dashboard.thereIsNoSuchVisualization}</p>
          `
          : html`
            <visualization-card
              class="alone"
              untitled
              .shown="${shown}"
              .trouble="${this.#troubleOf(shown)}"
              .format="${this.#format}"
              .turn="${this.#looking.turn}"
              .annotations="${this.annotations}"
              .load="${this.#load(shown)}"
            ></visualization-card>
          `}
      </main>
    `;
  }

  /** Where a visualization is large; null where it is so already, or nobody clicks. */
  #pageOf({ id }: Visualization): string | null {
    const opens = this.content.kind === "dashboard" && !this.kiosk;
    return opens ? asking(this.pages.alone(id), this.#asking.asked) : null;
  }

  #item(item: Item) {
    switch (item.kind) {
      case "tile":
        return this.#tile(item.tile, item.place);
      case "visualization":
        return this.#card(item.shown, item.place);
      case "note":
        return noteTile(item.note, item.place);
    }
  }

  #tile(tile: Tile, place: Place | null) {
    const load = (signal: AbortSignal) =>
      this.data.tile(tile.index, searchOf(this.#asking.asked), signal);
    return html`
      <key-metric
        style="${place === null ? nothing : placed(place)}"
        ?placed="${place !== null}"
        .tile="${tile}"
        .trouble="${this.troubles.get(`tile ${tile.index}`) ?? null}"
        .format="${this.#format}"
        .turn="${this.#looking.turn}"
        .load="${this.#asking.once(`tile ${tile.index}`, load)}"
      >${this.editable ? toolsOf("metric", `${tile.index}`, tile.title) : nothing}${this.editable &&
          place !== null
        ? handles(`metric ${tile.index}`, tile.title)
        : nothing}</key-metric>
    `;
  }

  #card(shown: Visualization, place: Place) {
    return html`
      <visualization-card
        .page="${this.#pageOf(shown)}"
        style="${placed(place)}"
        .shown="${shown}"
        .trouble="${this.#troubleOf(shown)}"
        .format="${this.#format}"
        ?untitled="${this.content.kind === "visualization"}"
        .turn="${this.#looking.turn}"
        .turns="${this.#naming.turns}"
        .annotations="${this.annotations}"
        .load="${this.#load(shown)}"
      >${this.editable
        ? [
          toolsOf("visualization", shown.id, shown.title, this.shareable),
          handles(`visualization ${shown.id}`, shown.title),
        ]
        : nothing}</visualization-card>
    `;
  }

  #troubleOf({ id }: Visualization) {
    return this.troubles.get(`visualization ${id}`) ?? null;
  }

  #load({ id }: Visualization) {
    const load = (signal: AbortSignal) =>
      this.data.visualization(id, searchOf(this.#asking.asked), signal);
    return this.#asking.once(`visualization ${id}`, load);
  }

  #begin(): void {
    const { content } = this;
    this.#format = new Format(navigator.languages, content.time_zone);
    this.#asking.begin(content);
    this.#looking.every(readRefresh(location.search) ?? content.refresh_seconds);
  }

  /** A dashboard without its annotations is still worth seeing. */
  async #annotate(): Promise<void> {
    const { content } = this;
    const { asked } = this.#asking;
    const found = content.annotations
      ? await this.data.annotations(searchOf(asked)).catch(() => [])
      : [];
    const same = JSON.stringify(found) === JSON.stringify(this.annotations);
    if (asked === this.#asking.asked && !same) this.annotations = found;
  }

  #loaded(event: DataLoaded): void {
    const part = event.composedPath()[0];
    if (part === undefined) return;
    this.#fresh.set(part, event.asOf);
    this.asOf = Math.min(...this.#fresh.values());
  }

  /** Whether somebody holds something on the grid. */
  get moving(): boolean {
    return this.#arrangement.current !== null;
  }

  /** Puts it on the title. */
  override focus(): void {
    void this.updateComplete.then(() => this.header.focus());
  }

  /** Asks for newer data. */
  refresh(): void {
    this.#looking.again();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-view": DashboardView;
  }
}
