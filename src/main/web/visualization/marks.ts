import type { LineSeriesOption } from "echarts/charts";
import type { YAXisOption } from "echarts/types/dist/shared";
import { alongOf } from "./axes.ts";
import { type Mark, marksAt, marksOf } from "./annotation.ts";
import type { Scene } from "./scene.ts";
import type { TooltipRow } from "./tooltip.ts";
import { texts } from "../texts.ts";

type Point = (number | string)[];

/** Annotations are drawn up and down the whole of the chart: on an axis from 0 to 1 that is not shown. */
export const AXIS_OF_MARKS: YAXisOption = { type: "value", min: 0, max: 1, show: false };
const GAP = "-";

export function marksIn(scene: Scene): Mark[] {
  return marksOf(scene.annotations, scene.pivot, alongOf(scene) === "category", scene.format);
}

/** Lines where something happened, from end to end and shaded between them where it lasted. */
export function markSeries(marks: readonly Mark[], scene: Scene): LineSeriesOption[] {
  const colors = [...new Set(marks.map((mark) => colorOf(mark, scene)))];
  return colors.flatMap((color) => {
    const ours = marks.filter((mark) => colorOf(mark, scene) === color);
    const spans = ours.filter(({ from, to }) => to > from);
    const lines = seriesOf(
      ours.flatMap(({ from, to }) => to > from ? [...line(from), ...line(to)] : line(from)),
    );
    const bands = seriesOf(spans.flatMap(({ from, to }) => [[1, from], [1, to], [GAP, to]]));
    return [
      { ...lines, lineStyle: { color, width: 1.5, type: "dashed" } },
      ...(spans.length === 0 ? [] : [
        {
          ...bands,
          z: 1,
          lineStyle: { color, width: 0 },
          areaStyle: { color, opacity: 0.14 },
        } as const,
      ]),
    ];
  });
}

/** What a tooltip tells of annotations at the n-th x. */
export function markRows(marks: readonly Mark[], index: number, scene: Scene): TooltipRow[] {
  const { pivot, format } = scene;
  const byPlace = alongOf(scene) === "category";
  const xs = pivot.x.values.map((cell, place) => (byPlace ? place : Date.parse(String(cell))));
  return marksAt(marks, xs, index).map((mark) => ({
    color: colorOf(mark, scene),
    name: mark.annotation.text || texts.visualization.annotation,
    value: format.instant(mark.annotation.time, "minute"),
  }));
}

function seriesOf(data: Point[]): LineSeriesOption {
  return {
    type: "line",
    yAxisIndex: 1,
    encode: { x: 1, y: 0 },
    data,
    silent: true,
    showSymbol: false,
    connectNulls: false,
    emphasis: { disabled: true },
    tooltip: { show: false },
  };
}

function line(at: number): Point[] {
  return [[0, at], [1, at], [GAP, at]];
}

function colorOf({ annotation: { color } }: Mark, { theme }: Scene): string {
  return color && CSS.supports("color", color) ? color : theme.muted;
}
