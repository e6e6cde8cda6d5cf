import type { LegendComponentOption } from "echarts/components";
import type { LegendPlace } from "./display-options.ts";
import type { Scene } from "./scene.ts";
import { WIDTH_OF_LETTER, widthOf } from "./text-width.ts";

export const ROW_OF_LEGEND = 26;
const MOST_ROWS = 3;
/** Of a name; a phone has room for it and its sign. */
const WIDEST = 26.5 * WIDTH_OF_LETTER;
const AROUND = 44;
const WIDE = 400;

/** Where the names of the series are; nowhere for a single one. */
export function legendPlace({ shown, pivot, width }: Scene): LegendPlace {
  if (pivot.series.length < 2) return "none";
  const wanted = shown.options.legend ?? "bottom";
  return wanted === "right" && width < WIDE ? "bottom" : wanted;
}

/** How many rows the names of the series take above or below a chart; one that scrolls if they are too many. */
export function legendRows(scene: Scene): number {
  const place = legendPlace(scene);
  if (place === "none" || place === "right") return 0;
  const rows = rowsOf(scene.pivot.series.map(({ name }) => shortened(name)), scene.width);
  return rows > MOST_ROWS ? 1 : rows;
}

/** How much the names of the series take beside a chart. */
export function legendWidth(scene: Scene): number {
  if (legendPlace(scene) !== "right") return 0;
  const widths = scene.pivot.series.map(({ name }) => widthOf(shortened(name)));
  return Math.min(scene.width * 0.4, Math.max(...widths) + AROUND);
}

/** How many rows of this width names take when they follow each other. */
export function rowsOf(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const need = widthOf(name) + AROUND;
    if (used > 0 && used + need > width) {
      rows++;
      used = 0;
    }
    used += need;
  }
  return rows;
}

export function legendOf(scene: Scene): LegendComponentOption {
  const { pivot, theme, height } = scene;
  const place = legendPlace(scene);
  const beside = place === "right";
  const fits = beside
    ? pivot.series.length * ROW_OF_LEGEND <= height
    : legendRows(scene) > 1 || pivot.series.length <= MOST_ROWS;
  return {
    show: place !== "none",
    type: fits ? "plain" : "scroll",
    formatter: shortened,
    ...legendLook(scene),
    ...(place === "top" ? { top: 0, bottom: "auto" } : {}),
    ...(beside ? { orient: "vertical", top: 6, bottom: "auto", left: "auto" } : {}),
    pageIconSize: 11,
    pageIconColor: theme.text,
    pageIconInactiveColor: theme.border,
    pageTextStyle: { color: theme.muted, fontFamily: theme.font },
  };
}

export function legendLook({ theme }: Scene): LegendComponentOption {
  return {
    bottom: 0,
    left: 0,
    right: 0,
    itemWidth: 20,
    itemHeight: 10,
    itemGap: 8,
    textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 12, lineHeight: 18 },
  };
}

/** A name as the legend has room for it. */
export function shortened(name: string): string {
  if (widthOf(name) <= WIDEST) return name;
  const letters = [...name];
  while (widthOf(`${letters.join("")}…`) > WIDEST) letters.pop();
  return `${letters.join("")}…`;
}
