import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import { type Cell, toNumber } from "../dataset/table.ts";
import {
  alongAxis,
  alongOf,
  barsLie,
  drawsBars,
  gridOf,
  isLogarithmic,
  isStacked,
  valueAxis,
} from "./axes.ts";
import type { Mark } from "./annotation.ts";
import { labelOf } from "./labels.ts";
import { legendOf } from "./legend.ts";
import { AXIS_OF_MARKS, markRows, markSeries, marksIn } from "./marks.ts";
import { dashOf, patterns } from "./patterns.ts";
import type { Series } from "./pivot.ts";
import type { ChartOption, Scene } from "./scene.ts";
import { colorsOf } from "./theme.ts";
import { tooltipElement, tooltipStyle } from "./tooltip.ts";

const FEW_POINTS = 32;
const MANY_POINTS = 300;
const THIN_BAR = 8;

/** Lines, areas and bars. */
export function cartesianOption(scene: Scene): ChartOption {
  const { shown, pivot, theme, turns } = scene;
  const names = pivot.series.map(({ name }) => name);
  const colors = colorsOf(theme, shown.options, names, turns);
  const bars = drawsBars(scene);
  const lying = bars && barsLie(scene);
  const along = alongAxis(scene);
  const values = valueAxis(scene, lying ? scene.width / 2 : scene.height);
  const lines = pivot.series.map((series, index) =>
    lineOf(scene, series, index, colors[index] ?? theme.text)
  );
  const columns = pivot.series.map((series, index) =>
    barOf(scene, series, colors[index] ?? theme.text)
  );
  const marks = marksIn(scene);
  const valuesAndMarks = marks.length === 0 ? values : [values, AXIS_OF_MARKS];
  return {
    animation: false,
    aria: patterns(shown.type === "linechart" ? 1 : pivot.series.length, theme),
    grid: gridOf(scene),
    legend: legendOf(scene),
    tooltip: {
      ...tooltipStyle(theme),
      trigger: "axis",
      axisPointer: {
        type: bars ? "shadow" : "line",
        lineStyle: { color: theme.muted },
        shadowStyle: { color: theme.muted, opacity: 0.12 },
        label: { show: false },
      },
      formatter: (hit) => tooltipAt(scene, marks, colors, indexOf(hit)),
    },
    xAxis: lying ? values : along,
    yAxis: lying ? { ...along, inverse: true } : valuesAndMarks,
    series: [...(bars ? columns : lines), ...markSeries(marks, scene)],
  };
}

function lineOf(
  scene: Scene,
  { name, values }: Series,
  index: number,
  color: string,
): LineSeriesOption {
  const filled = scene.shown.type === "areachart";
  const stacked = isStacked(scene);
  const lonely = values.map((_, place) => isLonely(values, place));
  const dotted = values.length <= FEW_POINTS || lonely.includes(true);
  const everyDot = values.length <= FEW_POINTS;
  return {
    type: "line",
    name,
    connectNulls: false,
    showSymbol: dotted,
    symbol: dotted && !everyDot ? "none" : "circle",
    symbolSize: 5,
    ...(stacked ? { stack: "all" } : {}),
    lineStyle: {
      color,
      width: values.length > MANY_POINTS ? 1.25 : 2,
      type: filled ? "solid" : dashOf(index),
    },
    itemStyle: { color },
    ...(filled ? { areaStyle: { color, opacity: stacked ? 0.8 : 0.25 } } : {}),
    emphasis: { disabled: true },
    ...(alongOf(scene) === "category" ? {} : { encode: { x: 1, y: 0 } }),
    data: values.map((cell, place) => ({
      value: pointOf(scene, cell, place),
      ...(lonely[place] ? { symbol: "circle" } : {}),
    })),
  };
}

function barOf(scene: Scene, { name, values }: Series, color: string): BarSeriesOption {
  const stacked = isStacked(scene);
  // Of a thin bar a border would leave nothing.
  const wide = scene.width / values.length >= THIN_BAR;
  return {
    type: "bar",
    name,
    ...(stacked ? { stack: "all" } : {}),
    barMaxWidth: 48,
    barCategoryGap: values.length > 60 ? "10%" : "28%",
    itemStyle: {
      color,
      ...(stacked && wide ? { borderColor: scene.theme.surface, borderWidth: 0.5 } : {}),
    },
    emphasis: { disabled: true },
    data: values.map((cell) => heightOf(scene, cell)),
  };
}

/** With two numbers the height comes first: the library stacks whichever number it meets first. */
function pointOf(scene: Scene, cell: Cell, place: number): number | string | (number | string)[] {
  const y = heightOf(scene, cell);
  const x = scene.pivot.x.values[place] ?? null;
  switch (alongOf(scene)) {
    case "category":
      return y;
    case "value":
      return [y, toNumber(x) ?? "-"];
    case "time":
      return [y, Date.parse(String(x))];
  }
}

/** What is not above zero has no place on a logarithmic axis. */
function heightOf(scene: Scene, cell: Cell): number | "-" {
  const number = toNumber(cell);
  return number === null || (number <= 0 && isLogarithmic(scene)) ? "-" : number;
}

/** A point between two gaps would draw no line at all. */
function isLonely(values: readonly Cell[], place: number): boolean {
  const there = (at: number) => toNumber(values[at] ?? null) !== null;
  return there(place) && !there(place - 1) && !there(place + 1);
}

function tooltipAt(
  scene: Scene,
  marks: readonly Mark[],
  colors: readonly string[],
  index: number,
): HTMLElement {
  const { pivot, format, theme, shown } = scene;
  const rows = pivot.series
    .map((series, place) => ({
      name: series.name,
      color: colors[place] ?? theme.text,
      cell: series.values[index] ?? null,
    }))
    .filter(({ cell }) => cell !== null)
    .map(({ name, color, cell }) => ({
      name,
      color,
      value: format.number(cell, shown.options),
    }));
  return tooltipElement(
    labelOf(scene)(index),
    [...rows, ...markRows(marks, index, scene)],
    scene.height,
  );
}

function indexOf(hit: unknown): number {
  const first: unknown = Array.isArray(hit) ? hit[0] : hit;
  const known = typeof first === "object" && first !== null && "dataIndex" in first;
  return known ? Number(first.dataIndex) : 0;
}
