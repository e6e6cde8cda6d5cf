import type { GridComponentOption } from "echarts/components";
import type { XAXisOption, YAXisOption } from "echarts/types/dist/shared";
import { isNumeric, isTemporal, toNumber } from "../dataset/table.ts";
import { Format } from "../ui/format.ts";
import { labelOf, labelsOf } from "./labels.ts";
import { legendPlace, legendRows, legendWidth, ROW_OF_LEGEND } from "./legend.ts";
import { WIDTH_OF_LETTER } from "./text-width.ts";
import type { Scene } from "./scene.ts";
import { type Tick, timeTicks } from "./time-ticks.ts";

const WIDTH_OF_TICK = 72;
const LARGE = 10_000;
const MOST_BARS_LYING = 30;

type Axis = XAXisOption & YAXisOption;

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

/** Parts of one whole add up, unless some are below zero; separate measures do not. */
export function isStacked({ shown, pivot }: Scene): boolean {
  if (shown.type !== "areachart") return shown.type === "stackbarchart";
  const wish = shown.options.stacked;
  if (wish !== undefined) return wish;
  const parts = shown.series !== null && pivot.series.length > 1;
  return parts &&
    pivot.series.every((series) => series.values.every((cell) => (toNumber(cell) ?? 0) >= 0));
}

/** Logarithms do not add up: what is stacked has an even axis. */
export function isLogarithmic(scene: Scene): boolean {
  return scene.shown.options.y_log === true && !isStacked(scene);
}

/** Whether bars had better lie: names that would not fit side by side are read most easily in a list. */
export function barsLie(scene: Scene): boolean {
  const { x } = scene.pivot;
  if (isTemporal(x.type) || x.values.length > MOST_BARS_LYING) return false;
  return !fitSideBySide(scene);
}

function fitSideBySide(scene: Scene): boolean {
  const { values } = scene.pivot.x;
  const room = (scene.width - 60) / Math.max(1, values.length);
  const label = labelOf(scene);
  return values.every((_, place) => label(place).length * WIDTH_OF_LETTER <= room - 4);
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

export function alongAxis(scene: Scene): Axis {
  const { theme, width, pivot, format } = scene;
  const axisLabel = { color: theme.muted, fontFamily: theme.font, fontSize: 11, hideOverlap: true };
  const lines = {
    ...titled(scene, scene.shown.options.x_title),
    axisLine: { onZero: drawsBars(scene), lineStyle: { color: theme.outline } },
    axisTick: { show: !drawsBars(scene), lineStyle: { color: theme.outline } },
    splitLine: { show: false },
  };
  switch (alongOf(scene)) {
    case "category": {
      const truncated = { width: Math.min(160, width * 0.36), overflow: "truncate" } as const;
      const lie = barsLie(scene);
      const lying = drawsBars(scene) && lie;
      const wide = lie ? truncated : {};
      const ticks = isTemporal(pivot.x.type) && !fitSideBySide(scene) ? ticksByPlace(scene) : null;
      return {
        type: "category",
        data: labelsOf(scene),
        ...lines,
        axisLabel: {
          ...axisLabel,
          ...wide,
          ...(lying ? {} : { alignMinLabel: "left", alignMaxLabel: "right" } as const),
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
      const alone = min === max;
      const ticks = alone ? [{ at: min, label: labelOf(scene)(0) }] : ticksOf(scene, min, max);
      const customValues = ticks.map(({ at }) => at);
      const names = new Map(ticks.map(({ at, label }) => [at, label]));
      const formatter = (at: number) => names.get(at) ?? "";
      return {
        type: "value",
        // What stands alone stands in the middle.
        min: alone ? min - 1 : min,
        max: alone ? max + 1 : max,
        ...lines,
        axisTick: { ...lines.axisTick, customValues },
        axisLabel: { ...axisLabel, customValues, formatter },
      };
    }
  }
}

export function valueAxis(scene: Scene, room: number): Axis {
  const { theme, shown, pivot } = scene;
  const { y_min: min, y_max: max, y_title } = shown.options;
  const logarithmic = isLogarithmic(scene);
  const look = {
    ...titled(scene, y_title),
    ...(min === undefined || (logarithmic && min <= 0) ? {} : { min }),
    ...(max === undefined || (logarithmic && max <= 0) ? {} : { max }),
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: Math.max(2, Math.min(6, Math.floor(room / 52))),
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: 11,
      hideOverlap: true,
      formatter: tickText(scene),
    },
    splitLine: { lineStyle: { color: theme.border } },
  };
  if (logarithmic) return { type: "log", ...look };
  const whole = pivot.integers ? { minInterval: 1 } : {};
  return { type: "value", scale: shown.type === "linechart", ...whole, ...look };
}

/** How values are written along their axis: shortly where they are large. */
function tickText({ shown, pivot, format }: Scene): (value: number) => string {
  const { decimals: _, y_decimals, ...style } = shown.options;
  const look = { ...style, ...(y_decimals === undefined ? {} : { decimals: y_decimals }) };
  const large = pivot.series.some(({ values }) =>
    values.some((cell) => Math.abs(toNumber(cell) ?? 0) >= LARGE)
  );
  return (value) =>
    large && y_decimals === undefined ? format.compact(value, look) : format.number(value, look);
}

function titled({ theme }: Scene, name: string | undefined) {
  if (name === undefined || name === "") return {};
  return {
    name,
    nameLocation: "middle" as const,
    nameTruncate: { maxWidth: 300 },
    nameTextStyle: { color: theme.muted, fontFamily: theme.font, fontSize: 12 },
  };
}

export function gridOf(scene: Scene): GridComponentOption {
  const names = legendRows(scene) * ROW_OF_LEGEND;
  const above = legendPlace(scene) === "top";
  const { x_title, y_title } = scene.shown.options;
  return {
    left: 4,
    right: 14 + legendWidth(scene),
    top: 10 + (above ? names : 0),
    bottom: above || names === 0 ? 4 : names + 5,
    outerBoundsMode: "same",
    outerBoundsContain: x_title || y_title ? "all" : "axisLabel",
  };
}

/** Dates belong to no zone: their days begin at midnight UTC. */
function zoned({ pivot, format }: Scene): Format {
  return pivot.x.type === "date" ? new Format(format.locales, "UTC") : format;
}
