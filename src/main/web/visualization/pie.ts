import { labelsOf } from "./axes.ts";
import { legendLook } from "./legend.ts";
import { patterns } from "./patterns.ts";
import type { ChartOption, Scene } from "./scene.ts";
import { type Slice, slicesOf } from "./slices.ts";
import { colorOf } from "./theme.ts";
import { tooltipElement, tooltipStyle } from "./tooltip.ts";

const WIDE = 400;

/** A ring of parts with a list of them beside it, or below where there is no room. */
export function pieOption(scene: Scene): ChartOption {
  const { theme, width } = scene;
  const slices = slicesOf(scene.pivot, labelsOf(scene));
  const wide = width >= WIDE;
  return {
    animation: false,
    aria: patterns(slices.length, theme),
    legend: { ...legendLook(scene), ...placeOf(scene, wide), ...named(slices, scene) },
    tooltip: {
      ...tooltipStyle(theme),
      trigger: "item",
      formatter: (hit) => tooltipOf(slices, Array.isArray(hit) ? 0 : hit.dataIndex, scene),
    },
    series: [{
      type: "pie",
      radius: ["40%", wide ? "88%" : "80%"],
      center: wide ? ["30%", "50%"] : ["50%", "44%"],
      itemStyle: { borderColor: theme.surface, borderWidth: 2 },
      emphasis: { scale: false },
      label: { show: false },
      data: slices.map(({ name, size }, index) => ({
        name,
        value: size,
        itemStyle: { color: colorOf(theme, index) },
      })),
    }],
  };
}

function placeOf({ width, theme }: Scene, wide: boolean) {
  if (!wide) return { bottom: 0 };
  return {
    orient: "vertical",
    left: "58%",
    top: "middle",
    bottom: "auto",
    textStyle: {
      color: theme.text,
      fontFamily: theme.font,
      fontSize: 12,
      width: width * 0.42 - 50,
      overflow: "truncate",
    },
  } as const;
}

function named(slices: readonly Slice[], { format }: Scene) {
  const shares = new Map(slices.map(({ name, share }) => [name, format.percent(share)]));
  return { formatter: (name: string) => `${shares.get(name) ?? ""}  ${name}` };
}

function tooltipOf(slices: readonly Slice[], at: number, scene: Scene): HTMLElement | string {
  const { theme, format, shown } = scene;
  const slice = slices[at];
  if (slice === undefined) return "";
  const name = format.number(slice.cell, shown.options ?? {});
  const row = { color: colorOf(theme, at), name, value: format.percent(slice.share) };
  return tooltipElement(slice.name, [row]);
}
