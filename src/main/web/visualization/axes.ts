import type { GridComponentOption } from "echarts/components";
import type { XAXisOption, YAXisOption } from "echarts/types/dist/shared";
import { isNumeric, isTemporal, toNumber } from "../dataset/table.ts";
import { Format } from "../ui/format.ts";
import { legendRows, ROW_OF_LEGEND, WIDTH_OF_LETTER } from "./legend.ts";
import type { Scene } from "./scene.ts";
import { type Tick, timeTicks } from "./time-ticks.ts";

const WIDTH_OF_TICK = 72;
const LARGE = 10_000;
const MOST_BARS_LYING = 30;

export type Along = "time" | "value" | "category";

export function drawsBars({ shown }: Scene): boolean {
  return shown.type === "barchart" || shown.type === "stackbarchart";
}

/** Lines run along time or numbers; bars stand side by side. */
export function alongOf(scene: Scene): Along {
  const { pivot } = scene;
  if (drawsBars(scene)) return "category";
  if (isTemporal(pivot.x.type)) return "time";
  return isNumeric(pivot.x.type) ? "value" : "category";
}

/** How each x is written: in a tooltip, and under bars. */
export function labelsOf({ shown, pivot, format }: Scene): string[] {
  return format.column(pivot.x, shown.x?.bucket ?? null, {}, true);
}

/** Whether bars had better lie: names that would not fit side by side are read most easily in a list. */
export function barsLie({ pivot, width }: Scene, labels: readonly string[]): boolean {
  if (isTemporal(pivot.x.type) || labels.length > MOST_BARS_LYING) return false;
  return !fitSideBySide({ width }, labels);
}

function fitSideBySide({ width }: Pick<Scene, "width">, labels: readonly string[]): boolean {
  const room = (width - 60) / Math.max(1, labels.length);
  return labels.every((label) => label.length * WIDTH_OF_LETTER <= room - 4);
}

/** Under bars along time the first bucket at or after each tick is named. */
function ticksByPlace(scene: Scene): Map<number, string> {
  const instants = instantsOf(scene);
  const ticks = ticksOf(scene, Math.min(...instants), Math.max(...instants));
  return new Map(ticks.map(({ at, label }) => {
    const distances = instants.map((instant) => instant < at ? Infinity : instant - at);
    return [distances.indexOf(Math.min(...distances)), label];
  }));
}

function ticksOf(scene: Scene, from: number, to: number): Tick[] {
  const most = Math.max(2, Math.floor(scene.width / WIDTH_OF_TICK));
  const least = scene.pivot.x.type === "date" ? "day" : "second";
  return timeTicks(from, to, most, zoned(scene), least);
}

function instantsOf({ pivot }: Scene): number[] {
  return pivot.x.values.map((cell) => Date.parse(String(cell)));
}

export function alongAxis(scene: Scene, labels: readonly string[]): XAXisOption & YAXisOption {
  const { theme, width, pivot, format } = scene;
  const axisLabel = { color: theme.muted, fontFamily: theme.font, fontSize: 11, hideOverlap: true };
  const lines = {
    axisLine: { onZero: drawsBars(scene), lineStyle: { color: theme.outline } },
    axisTick: { show: !drawsBars(scene), lineStyle: { color: theme.outline } },
    splitLine: { show: false },
  };
  switch (alongOf(scene)) {
    case "category": {
      const truncated = { width: Math.min(160, width * 0.36), overflow: "truncate" } as const;
      const wide = barsLie(scene, labels) ? truncated : {};
      const ticks = isTemporal(pivot.x.type) && !fitSideBySide(scene, labels)
        ? ticksByPlace(scene)
        : null;
      return {
        type: "category",
        data: [...labels],
        ...lines,
        axisLabel: {
          ...axisLabel,
          ...wide,
          ...(ticks === null ? {} : {
            interval: (place: number) => ticks.has(place),
            formatter: (_: string, place: number) => ticks.get(place) ?? "",
          }),
        },
      };
    }
    case "value":
      return {
        type: "value",
        scale: true,
        ...lines,
        axisLabel: { ...axisLabel, formatter: (value: number) => format.plain(value) },
      };
    case "time": {
      const instants = instantsOf(scene);
      const [min = 0, max = min] = [instants[0], instants.at(-1)];
      const ticks = ticksOf(scene, min, max);
      const customValues = ticks.map(({ at }) => at);
      const names = new Map(ticks.map(({ at, label }) => [at, label]));
      const formatter = (at: number) => names.get(at) ?? "";
      return {
        type: "value",
        min,
        max,
        ...lines,
        axisTick: { ...lines.axisTick, customValues },
        axisLabel: { ...axisLabel, customValues, formatter },
      };
    }
  }
}

export function valueAxis(scene: Scene, room: number): XAXisOption & YAXisOption {
  const { theme, format, shown, pivot } = scene;
  const unit = shown.options.unit;
  const look = unit === undefined ? {} : { unit };
  const large = pivot.series.some(({ values }) =>
    values.some((cell) => Math.abs(toNumber(cell) ?? 0) >= LARGE)
  );
  const fromZero = shown.type !== "linechart";
  return {
    type: "value",
    scale: !fromZero,
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: Math.max(2, Math.min(6, Math.floor(room / 52))),
    ...(pivot.integers ? { minInterval: 1 } : {}),
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: 11,
      hideOverlap: true,
      formatter: (value: number) =>
        large ? format.compact(value, look) : format.number(value, look),
    },
    splitLine: { lineStyle: { color: theme.border } },
  };
}

export function gridOf(scene: Scene): GridComponentOption {
  const rows = legendRows(scene);
  return {
    left: 4,
    right: 14,
    top: 10,
    bottom: rows === 0 ? 4 : rows * ROW_OF_LEGEND + 5,
    outerBoundsMode: "same",
    outerBoundsContain: "axisLabel",
  };
}

/** Dates belong to no zone: their days begin at midnight UTC. */
function zoned({ pivot, format }: Scene): Format {
  return pivot.x.type === "date" ? new Format(format.locales, "UTC") : format;
}
