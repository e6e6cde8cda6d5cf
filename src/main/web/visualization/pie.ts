import { labelsOf } from "./axes.ts";
import { legendLook, ROW_OF_LEGEND, rowsOf, shortened } from "./legend.ts";
import { patterns } from "./patterns.ts";
import type { ChartOption, Scene } from "./scene.ts";
import { type Slice, slicesOf } from "./slices.ts";
import { colorOf } from "./theme.ts";
import { tooltipElement, tooltipStyle } from "./tooltip.ts";

const WIDE = 400;
const MARGIN = 6;

/** A ring of parts with a list of them beside it, or below where there is no room. */
export function pieOption(scene: Scene): ChartOption {
  const { theme, format } = scene;
  const slices = slicesOf(scene.pivot, labelsOf(scene));
  const names = new Map(
    slices.map(({ name, share }) => [name, `${format.percent(share)}  ${shortened(name)}`]),
  );
  return {
    animation: false,
    aria: patterns(slices.length, theme),
    legend: {
      ...legendLook(scene),
      ...placeOfList(scene),
      formatter: (name) => names.get(name) ?? name,
    },
    tooltip: {
      ...tooltipStyle(theme),
      trigger: "item",
      formatter: (hit) => tooltipOf(slices, Array.isArray(hit) ? 0 : hit.dataIndex, scene),
    },
    series: [{
      type: "pie",
      ...placeOfRing(scene, [...names.values()]),
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

function placeOfList({ width }: Scene) {
  if (width < WIDE) return {};
  return { orient: "vertical", left: "58%", top: "middle", bottom: "auto" } as const;
}

function placeOfRing({ width, height }: Scene, names: readonly string[]) {
  const list = width < WIDE ? rowsOf(names, width) * ROW_OF_LEGEND : 0;
  const room = height - list;
  const radius = Math.max(0, Math.min(width, room) / 2 - MARGIN);
  return {
    center: [width < WIDE ? "50%" : "30%", room / 2],
    radius: [radius * 0.46, radius],
  };
}

function tooltipOf(slices: readonly Slice[], at: number, scene: Scene): HTMLElement | string {
  const { theme, format, shown } = scene;
  const slice = slices[at];
  if (slice === undefined) return "";
  const name = format.number(slice.cell, shown.options);
  const row = { color: colorOf(theme, at), name, value: format.percent(slice.share) };
  return tooltipElement(slice.name, [row], scene.height);
}
