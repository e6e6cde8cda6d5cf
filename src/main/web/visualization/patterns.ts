import type { AriaComponentOption } from "echarts/components";
import type { Theme } from "./theme.ts";

/** Three dashes, seven patterns and eight colours have no common factor: each pair comes once in a while. */
const DASHES = ["solid", "dashed", "dotted"] as const;

/** The dash of the n-th line, for those who cannot go by its colour. */
export function dashOf(index: number): "solid" | "dashed" | "dotted" {
  return DASHES[index % DASHES.length] ?? "solid";
}

/** Patterns over filled shapes; none over a single one, which nothing has to be told from. */
export function patterns(count: number, theme: Theme): AriaComponentOption {
  const color = theme.pattern;
  const stripes = (rotation: number) => ({
    symbol: "rect",
    color,
    dashArrayX: [1, 0],
    dashArrayY: [1.5, 6],
    rotation,
  });
  const dots = (size: number) => ({
    symbol: "circle",
    color,
    dashArrayX: [[7, 7], [0, 7, 7, 0]],
    dashArrayY: [7, 0],
    symbolSize: size,
  });
  const decals = [
    { symbol: "none" },
    stripes(-Math.PI / 4),
    dots(0.35),
    stripes(0),
    stripes(Math.PI / 4),
    { ...dots(0.5), symbol: "rect" },
    stripes(Math.PI / 2),
  ];
  return { enabled: true, label: { enabled: false }, decal: { show: count > 1, decals } };
}
