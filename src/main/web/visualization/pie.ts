import type { LegendComponentOption } from "echarts/components";
import type { LegendPlace } from "./display-options.ts";
import { labelsOf } from "./labels.ts";
import { legendLook, ROW_OF_LEGEND, rowsOf, shortened } from "./legend.ts";
import { patterns } from "./patterns.ts";
import type { ChartOption, Scene } from "./scene.ts";
import { type Slice, slicesOf } from "./slices.ts";
import { colorsOf } from "./theme.ts";
import { tooltipElement, tooltipStyle } from "./tooltip.ts";

const WIDE = 400;
const MARGIN = 6;

/** A ring of parts with a list of them beside it, or below where there is no room. */
export function pieOption(scene: Scene): ChartOption {
  const { theme, format, shown, turns } = scene;
  const slices = slicesOf(scene.pivot, labelsOf(scene));
  const colors = colorsOf(theme, shown.options, slices.map(({ name }) => name), turns);
  const names = new Map(
    slices.map(({ name, share }) => [name, `${format.percent(share)}  ${shortened(name)}`]),
  );
  return {
    animation: false,
    aria: patterns(slices.length, theme),
    legend: {
      ...legendLook(scene),
      ...placeOfList(scene),
      show: shown.options.legend !== "none",
      formatter: (name) => names.get(name) ?? name,
    },
    tooltip: {
      ...tooltipStyle(theme),
      trigger: "item",
      formatter: (hit) => tooltipOf(slices, colors, Array.isArray(hit) ? 0 : hit.dataIndex, scene),
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
        itemStyle: { color: colors[index] ?? theme.text },
      })),
    }],
  };
}

/** Where the list of parts is: beside the ring where there is room, unless somebody wants it elsewhere. */
function listOf({ shown, width }: Scene): LegendPlace {
  const usual = width < WIDE ? "bottom" : "right";
  const wanted = shown.options.legend ?? usual;
  return wanted === "right" ? usual : wanted;
}

function placeOfList(scene: Scene): LegendComponentOption {
  switch (listOf(scene)) {
    case "right":
      return { orient: "vertical", left: "58%", top: "middle", bottom: "auto" };
    case "top":
      return { top: 0, bottom: "auto" };
    case "bottom":
    case "none":
      return {};
  }
}

function placeOfRing(scene: Scene, names: readonly string[]) {
  const { width, height } = scene;
  const list = listOf(scene);
  const rows = list === "top" || list === "bottom" ? rowsOf(names, width) * ROW_OF_LEGEND : 0;
  const room = height - rows;
  const radius = Math.max(0, Math.min(width, room) / 2 - MARGIN);
  return {
    center: [list === "right" ? "30%" : "50%", room / 2 + (list === "top" ? rows : 0)],
    radius: [radius * 0.46, radius],
  };
}

function tooltipOf(
  slices: readonly Slice[],
  colors: readonly string[],
  at: number,
  scene: Scene,
): HTMLElement | string {
  const { theme, format, shown } = scene;
  const slice = slices[at];
  if (slice === undefined) return "";
  const name = format.number(slice.cell, shown.options);
  const color = colors[at] ?? theme.text;
  const row = { color, name, value: format.percent(slice.share) };
  return tooltipElement(slice.name, [row], scene.height);
}
