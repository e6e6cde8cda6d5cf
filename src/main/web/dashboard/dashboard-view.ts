import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Table } from "../dataset/table.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import type { Visualization } from "../visualization/visualization.ts";
import type { DataLoaded } from "../visualization/visualization-card.ts";
import "../visualization/visualization-card.ts";
import type { Content } from "./content.ts";
import { type Place, places } from "./grid.ts";
import "./key-metric.ts";
import { rangeText } from "./time-range.ts";

/** Where the data comes from: a share or the signed-in user's own dashboards. */
export interface Data {
  visualization(id: string, signal: AbortSignal): Promise<Table>;
  tile(index: number, signal: AbortSignal): Promise<Table>;
}

const ALONE: Place = { x: 0, y: 0, w: 24, h: 15 };

/** Draws a dashboard: title, key metrics, visualizations on a grid. The same for owners and visitors. */
@customElement("dashboard-view")
export class DashboardView extends LitElement {
  @property({ attribute: false })
  content!: Content;
  @property({ attribute: false })
  data!: Data;
  @state()
  private turn = 0;
  /** The oldest data on the page; null as long as there is none. */
  @state()
  private asOf: number | null = null;
  #format = new Format([], "UTC");
  /** For every part the instant of its data. */
  readonly #fresh = new Map<EventTarget, number>();
  #missed = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 1680px;
        margin: 0 auto;
        padding: var(--space-4) var(--space-5) var(--space-5);
      }
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
        min-height: 1.25rem;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: var(--space-3);
        margin-bottom: var(--space-3);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(24, minmax(0, 1fr));
        grid-auto-rows: 26px;
        gap: var(--space-3);
      }
      .grid > * {
        grid-column: var(--x) / span var(--w);
        grid-row: var(--y) / span var(--h);
      }
      .none {
        padding: var(--space-6);
        text-align: center;
        color: var(--muted);
      }
      @media (max-width: 760px) {
        :host {
          padding: var(--space-3);
        }
        .grid > * {
          grid-column: 1 / -1;
          grid-row: auto / span 9;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("content")) return;
    this.#format = new Format(navigator.languages, this.content.time_zone);
    clearInterval(this.#timer);
    const seconds = this.content.refresh_seconds;
    if (seconds > 0) this.#timer = setInterval(() => this.refresh(), seconds * 1000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#seenAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#seenAgain);
    clearInterval(this.#timer);
  }

  override render() {
    const { content, turn } = this;
    return html`
      <header>
        <h1>${content.title}</h1>
        <div class="about">${this.#about()}<slot name="actions"></slot></div>
      </header>
      <main @data-loaded="${this.#loaded}">
        ${content.tiles.length > 0
          ? html`
            <div class="tiles">${guard([content, turn], () => this.#tiles())}</div>
          `
          : nothing} ${content.visualizations.length > 0
          ? html`
            <div class="grid">${guard([content, turn], () => this.#cards())}</div>
          `
          : html`
            <p class="none">This dashboard has no visualizations yet.</p>
          `}
      </main>
    `;
  }

  #about() {
    const { time_range, time_zone } = this.content;
    const asOf = this.asOf;
    const range = time_range === null ? null : rangeText(time_range, this.#format);
    return html`
      ${range === null ? nothing : html`
        <span>${range}</span>
      `} ${asOf === null ? nothing : html`
        <span title="${`Times are in ${time_zone}`}">
          Data as of
          <time datetime="${new Date(asOf).toISOString()}">${this.#format.instantWithZone(
            asOf,
          )}</time>
        </span>
      `}
    `;
  }

  #tiles() {
    return this.content.tiles.map((tile) =>
      html`
        <key-metric
          .tile="${tile}"
          .format="${this.#format}"
          .turn="${this.turn}"
          .load="${this.#once(
            `tile ${tile.index}`,
            (signal) => this.data.tile(tile.index, signal),
          )}"
        ></key-metric>
      `
    );
  }

  #cards() {
    const { visualizations, kind } = this.content;
    const alone = kind === "visualization";
    const wishes = visualizations.map(({ options }) => alone ? ALONE : options.grid);
    const placed = places(wishes);
    return visualizations
      .map((shown, index) => ({ shown, place: placed[index] ?? ALONE }))
      .sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x)
      .map(({ shown, place }) => this.#card(shown, place));
  }

  #card(shown: Visualization, { x, y, w, h }: Place) {
    const load = (signal: AbortSignal) => this.data.visualization(shown.id, signal);
    return html`
      <visualization-card
        style="${styleMap({ "--x": `${x + 1}`, "--y": `${y + 1}`, "--w": `${w}`, "--h": `${h}` })}"
        .shown="${shown}"
        .format="${this.#format}"
        ?untitled="${shown.title === this.content.title}"
        .turn="${this.turn}"
        .load="${this.#once(`visualization ${shown.id}`, load)}"
      ></visualization-card>
    `;
  }

  readonly #loads = new Map<string, (signal: AbortSignal) => Promise<Table>>();

  /** The same function for the same part every time, so that drawing again does not load again. */
  #once(part: string, load: (signal: AbortSignal) => Promise<Table>) {
    const known = this.#loads.get(part) ?? load;
    this.#loads.set(part, known);
    return known;
  }

  #loaded(event: DataLoaded): void {
    const part = event.composedPath()[0];
    if (part === undefined) return;
    this.#fresh.set(part, event.asOf);
    this.asOf = Math.min(...this.#fresh.values());
  }

  /** Asks for newer data; a page that nobody looks at does so as soon as somebody looks again. */
  refresh(): void {
    this.#missed = document.hidden;
    if (!document.hidden) this.turn++;
  }

  readonly #seenAgain = () => {
    if (this.#missed) this.refresh();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-view": DashboardView;
  }
}
