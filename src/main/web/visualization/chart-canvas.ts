import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Format } from "../ui/format.ts";
import { messageOf } from "../ui/http.ts";
import { loadPart } from "../ui/part.ts";
import { type Annotation, marksOf } from "./annotation.ts";
import { cartesianOption } from "./cartesian.ts";
import type { EChartsType } from "./charts.ts";
import { pieOption } from "./pie.ts";
import type { Pivot } from "./pivot.ts";
import { summary } from "./summary.ts";
import { themeOf } from "./theme.ts";
import { NO_TURNS } from "./turns.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

/** Draws one visualization to fill its place, again whenever size, data or colour scheme change. */
@customElement("chart-canvas")
export class ChartCanvas extends LitElement {
  @property({ attribute: false })
  shown: Visualization | null = null;
  @property({ attribute: false })
  pivot: Pivot | null = null;
  @property({ attribute: false })
  format = Format.UTC;
  @property({ attribute: false })
  annotations: readonly Annotation[] = [];
  /** Of the names on the whole dashboard. */
  @property({ attribute: false })
  turns = NO_TURNS;
  /** Why nothing can be drawn; null as long as something can. */
  @state()
  private problem: string | null = null;
  @query("[role=img]")
  private stage!: HTMLElement;

  #charts: typeof import("./charts.ts") | null = null;
  #chart: EChartsType | null = null;
  /** What the picture was made of. */
  #drawn: readonly unknown[] = [];
  readonly #resized = new ResizeObserver(() => this.#draw());
  readonly #scheme = matchMedia("(prefers-color-scheme: dark)");
  readonly #recoloured = () => this.#draw();

  static override styles = css`
    :host {
      position: relative;
      display: block;
      min-height: 0;
      overflow: hidden;
    }
    [role="img"] {
      height: 100%;
    }
    .problem {
      position: absolute;
      inset: 40% 0 auto;
      margin: 0;
      color: var(--danger);
      text-align: center;
    }
    .tip {
      border-spacing: 0;
      font-variant-numeric: tabular-nums;
      max-width: 300px;
    }
    .tip caption {
      font-weight: 600;
      padding-bottom: 4px;
      text-align: start;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .tip td {
      padding: 1px 0;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .tip td + td {
      padding-inline-start: 16px;
      text-align: end;
      font-weight: 600;
      white-space: nowrap;
    }
    .mark {
      display: inline-block;
      width: 10px;
      height: 10px;
      border-radius: 2px;
      margin-inline-end: 6px;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    void this.#load();
    this.#scheme.addEventListener("change", this.#recoloured);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#scheme.removeEventListener("change", this.#recoloured);
    this.#chart?.dispose();
    this.#chart = null;
    this.#drawn = [];
  }

  override render() {
    const { shown, pivot, format } = this;
    const told = shown === null || pivot === null ? "" : summary(shown, pivot, format);
    return html`
      <div role="img" aria-label="${told + this.#marked()}"></div>
      ${this.problem === null ? nothing : html`
        <p class="problem" role="alert">${this.problem}</p>
      `}
    `;
  }

  async #load(): Promise<void> {
    try {
      this.#charts ??= await loadPart(() => import("./charts.ts"));
      this.#draw();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }

  #marked(): string {
    if (this.pivot === null || this.shown?.type === "piechart") return "";
    const count = marksOf(this.annotations, this.pivot, false, this.format).length;
    if (count === 0) return "";
    return texts.visualization.countAnnotationsAreMarkedInIt(
      count === 1
        ? texts.visualization.oneAnnotationIs
        : texts.visualization.countAnnotationsAre(count),
    );
  }

  protected override updated(_changed: PropertyValues): void {
    this.#draw();
  }

  #draw(): void {
    const { shown, pivot, format, annotations, turns } = this;
    const { clientWidth: width, clientHeight: height } = this;
    const charts = this.#charts;
    if (charts === null || shown === null || pivot === null || !this.isConnected) return;
    if (width * height === 0) return;
    const dark = this.#scheme.matches;
    const drawn = [shown, pivot, format, annotations, turns, width, height, dark];
    if (drawn.every((part, place) => part === this.#drawn[place])) return;
    this.#drawn = drawn;
    const theme = themeOf(this);
    const scene = { shown, pivot, annotations, format, theme, turns, width, height };
    this.#chart ??= charts.init(this.stage, null, { renderer: "canvas" });
    this.#chart.resize({ width, height });
    const option = shown.type === "piechart" ? pieOption(scene) : cartesianOption(scene);
    this.#chart.setOption(option, { notMerge: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "chart-canvas": ChartCanvas;
  }
}
