import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from "echarts/charts";
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Format } from "../ui/format.ts";
import type { Annotation } from "./annotation.ts";
import type { Pivot } from "./pivot.ts";
import type { Theme } from "./theme.ts";
import type { Turns } from "./turns.ts";
import type { Visualization } from "./visualization.ts";

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | PieSeriesOption
  | TooltipComponentOption
>;

/** All that decides how a chart is drawn. */
export interface Scene {
  readonly shown: Visualization;
  readonly pivot: Pivot;
  readonly annotations: readonly Annotation[];
  readonly format: Format;
  readonly theme: Theme;
  /** Of the names on the whole dashboard. */
  readonly turns: Turns;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}
