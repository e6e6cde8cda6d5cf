import type { LegendComponentOption } from "echarts/components";
import type { Scene } from "./scene.ts";

export const ROW_OF_LEGEND = 26;
/** Of an average letter at the size of axis labels; good enough to see what fits. */
export const WIDTH_OF_LETTER = 6.4;
const MOST_ROWS = 3;
const LONGEST = 26;
const AROUND = 44;

/** How many rows the names of the series take below a chart; one that scrolls if they are too many. */
export function legendRows({ pivot, width }: Scene): number {
  if (pivot.series.length < 2) return 0;
  const rows = rowsOf(pivot.series.map(({ name }) => shortened(name)), width);
  return rows > MOST_ROWS ? 1 : rows;
}

/** How many rows of this width names take when they follow each other. */
export function rowsOf(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const need = name.length * WIDTH_OF_LETTER + AROUND;
    if (used > 0 && used + need > width) {
      rows++;
      used = 0;
    }
    used += need;
  }
  return rows;
}

export function legendOf(scene: Scene): LegendComponentOption {
  const { pivot, theme } = scene;
  const fits = legendRows(scene) > 1 || pivot.series.length <= MOST_ROWS;
  return {
    show: pivot.series.length > 1,
    type: fits ? "plain" : "scroll",
    formatter: shortened,
    ...legendLook(scene),
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
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`;
}
