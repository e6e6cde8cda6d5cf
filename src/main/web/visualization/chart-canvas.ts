import { BarChart, LineChart, PieChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Format } from "../ui/format.ts";
import { type Annotation, marksOf } from "./annotation.ts";
import { cartesianOption } from "./cartesian.ts";
import { pieOption } from "./pie.ts";
import type { Pivot } from "./pivot.ts";
import { summary } from "./summary.ts";
import { themeOf } from "./theme.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  PieChart,
  TooltipComponent,
]);

/** Draws one visualization to fill its place, again whenever size, data or colour scheme change. */
@customElement("chart-canvas")
export class ChartCanvas extends LitElement {
  @property({ attribute: false })
  shown: Visualization | null = null;
  @property({ attribute: false })
  pivot: Pivot | null = null;
  @property({ attribute: false })
  format = new Format([], "UTC");
  @property({ attribute: false })
  annotations: readonly Annotation[] = [];
  @query("[role=img]")
  private stage!: HTMLElement;

  #chart: EChartsType | null = null;
  readonly #resized = new ResizeObserver(() => this.#draw());
  readonly #scheme = matchMedia("(prefers-color-scheme: dark)");
  readonly #recoloured = () => this.#draw();

  static override styles = css`
    :host {
      display: block;
      min-height: 0;
      overflow: hidden;
    }
    [role="img"] {
      height: 100%;
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
    this.#scheme.addEventListener("change", this.#recoloured);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#scheme.removeEventListener("change", this.#recoloured);
    this.#chart?.dispose();
    this.#chart = null;
  }

  override render() {
    const { shown, pivot, format } = this;
    const told = shown === null || pivot === null ? "" : summary(shown, pivot, format);
    return html`
      <div role="img" aria-label="${told + this.#marked()}"></div>
    `;
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
    const { shown, pivot, format, annotations } = this;
    const { clientWidth: width, clientHeight: height } = this;
    if (shown === null || pivot === null || !this.isConnected || width * height === 0) return;
    const scene = { shown, pivot, annotations, format, theme: themeOf(this), width, height };
    this.#chart ??= init(this.stage, null, { renderer: "canvas" });
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
