import type { Column } from "../dataset/table.ts";
import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { cartesianOption } from "./cartesian.ts";
import type { DisplayOptions } from "./display-options.ts";
import type { Series } from "./pivot.ts";
import type { ChartOption, Scene } from "./scene.ts";
import { NO_TURNS } from "./turns.ts";
import type { Visualization } from "./visualization.ts";

const COLORS = ["#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8"];
const THEME = {
  font: "sans-serif",
  text: "#000",
  muted: "#666",
  border: "#ccc",
  outline: "#888",
  surface: "#fff",
  pattern: "#fff8",
  palettes: { all: COLORS, cool: ["#9"], warm: ["#a"] },
};
const DAYS: Column = {
  name: "day",
  type: "date",
  values: ["2026-01-01", "2026-01-02", "2026-01-03"],
};

function draw(shown: Partial<Visualization>, x: Column, ...series: Series[]): ChartOption {
  const scene: Scene = {
    shown: {
      id: "1",
      type: "linechart",
      title: "",
      options: {},
      place: null,
      panel: null,
      x: { column: x.name, bucket: null },
      series: null,
      listsRows: false,
      ...shown,
    },
    pivot: { x, series, integers: true },
    annotations: [],
    format: new Format(["en-GB"], "Asia/Kolkata"),
    theme: THEME,
    turns: NO_TURNS,
    width: 600,
    height: 260,
  };
  return cartesianOption(scene);
}

function seriesOf(option: ChartOption) {
  return [option.series ?? []].flat();
}

Deno.test("what is missing is a gap and no line crosses it", () => {
  const [line] = seriesOf(draw({}, DAYS, { name: "m", values: [1, null, 0] }));

  equal(line !== undefined && "connectNulls" in line && line.connectNulls, false);
  equal(heights(line?.data), [1, "-", 0]);
});

Deno.test("areas add up where their series are parts of one column", () => {
  const parts = [{ name: "a", values: [1, 2, 3] }, { name: "b", values: [1, 1, null] }];

  equal(stacks(draw({ type: "areachart", series: "kind" }, DAYS, ...parts)), ["all", "all"]);
  equal(stacks(draw({ type: "areachart" }, DAYS, ...parts)), [undefined, undefined]);
});

Deno.test("areas with values below zero do not add up", () => {
  const parts = [{ name: "a", values: [1, -2, 3] }, { name: "b", values: [1, 1, 1] }];

  equal(stacks(draw({ type: "areachart", series: "kind" }, DAYS, ...parts)), [
    undefined,
    undefined,
  ]);
});

Deno.test("bars lie where their names would not fit side by side", () => {
  const long = { name: "airport", type: "text", values: ["a".repeat(60), "b".repeat(60)] } as const;
  const short = { ...long, values: ["a", "b"] };

  equal(axisTypes(draw({ type: "barchart" }, long, { name: "m", values: [1, 2] })), [
    "value",
    "category",
  ]);
  equal(axisTypes(draw({ type: "barchart" }, short, { name: "m", values: [1, 2] })), [
    "category",
    "value",
  ]);
});

Deno.test("series differ by dash or pattern too, a single one needs none", () => {
  const two = [{ name: "a", values: [1, 2, 3] }, { name: "b", values: [3, 2, 1] }];
  const bars = draw({ type: "barchart" }, DAYS, ...two);

  equal(bars.aria, { ...bars.aria, decal: { ...Object(bars.aria).decal, show: true } });
  equal(
    seriesOf(draw({}, DAYS, ...two)).map((line) => Object(line).lineStyle.type),
    ["solid", "dashed"],
  );
});

Deno.test("a series has the colour chosen for its name, others that of their turn", () => {
  const two = [{ name: "a", values: [1, 2, 3] }, { name: "constructor", values: [3, 2, 1] }];
  const colors = (options: DisplayOptions) =>
    seriesOf(draw({ options }, DAYS, ...two)).map((line) => Object(line).itemStyle.color);

  equal(colors({}), ["#1", "#2"]);
  equal(colors({ colors: { a: 8 } }), ["#8", "#2"]);
  equal(colors({ palette: "warm", colors: { a: 8 } }), ["#8", "#a"]);
});

Deno.test("an axis has the title, the ends and the digits that somebody chose", () => {
  const options = { y_title: "Power", x_title: "Day", y_min: -2, y_max: 9, y_decimals: 2 };
  const { xAxis, yAxis } = draw({ options }, DAYS, { name: "a", values: [1, 2, 3] });

  equal(Object(xAxis).name, "Day");
  equal([Object(yAxis).name, Object(yAxis).min, Object(yAxis).max], ["Power", -2, 9]);
  equal(Object(yAxis).axisLabel.formatter(1.5), "1.50");
});

Deno.test("a logarithmic axis leaves out what is not above zero and what stands on each other", () => {
  const parts = [{ name: "a", values: [10, 0, -3] }, { name: "b", values: [1, 1, 1] }];
  const options = { y_log: true, y_min: 0 };
  const lines = draw({ options }, DAYS, ...parts);
  const stacked = draw({ options, type: "stackbarchart" }, DAYS, ...parts);

  equal([Object(lines.yAxis).type, Object(lines.yAxis).min], ["log", undefined]);
  equal(heights(seriesOf(lines)[0]?.data), [10, "-", "-"]);
  equal(Object(stacked.yAxis).type, "value");
});

Deno.test("the names of the series are where somebody wants them, if there is room", () => {
  const two = [{ name: "a", values: [1, 2, 3] }, { name: "b", values: [3, 2, 1] }];
  const legend = (options: DisplayOptions) => Object(draw({ options }, DAYS, ...two).legend);

  equal([legend({}).show, legend({}).bottom], [true, 0]);
  equal(legend({ legend: "none" }).show, false);
  equal(legend({ legend: "top" }).top, 0);
  equal(legend({ legend: "right" }).orient, "vertical");
});

/** The first number of each point: lines along time give height and time. */
function heights(data: unknown): unknown[] {
  return Array.isArray(data)
    ? data.map(({ value }) => Array.isArray(value) ? value[0] : value)
    : [];
}

function stacks(option: ChartOption): unknown[] {
  return seriesOf(option).map((series) => Object(series).stack);
}

function axisTypes(option: ChartOption): unknown[] {
  return [Object(option.xAxis).type, Object(option.yAxis).type];
}
