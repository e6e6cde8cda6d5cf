import type { Column, Table } from "../dataset/table.ts";
import { equal } from "../testing.ts";
import { derive } from "./derived.ts";
import type { Visualization, VisualizationType } from "./visualization.ts";

const AT: Column = { name: "time", type: "timestamp", values: ["2026-01-01T00:00:00Z", null] };
const CITY: Column = { name: "city", type: "text", values: ["Oslo", "Rome"] };
const KIND: Column = { name: "kind", type: "text", values: ["wind", null] };
const LOW: Column = { name: "low", type: "number", values: [1.5, 2] };
const HIGH: Column = { name: "high", type: "integer", values: [4, null] };

function ofType(type: VisualizationType): Visualization {
  return {
    id: "1",
    type,
    title: "",
    options: {},
    place: null,
    panel: null,
    x: null,
    series: null,
    listsRows: true,
  };
}

function table(...columns: Column[]): Table {
  return { columns, row_count: 2, truncated: false, as_of: "2026-01-01T00:00:00Z" };
}

function shape(type: VisualizationType, ...columns: Column[]): unknown {
  const derived = derive(ofType(type), table(...columns));
  if (derived === null) return null;
  return { series: derived.shown.series, columns: derived.table.columns.map(({ name }) => name) };
}

Deno.test("time is drawn along wherever it stands, texts name the series", () => {
  equal(shape("linechart", LOW, CITY, AT), { series: "city", columns: ["time", "city", "low"] });
  equal(shape("barchart", CITY, AT, HIGH), { series: "city", columns: ["time", "city", "high"] });
});

Deno.test("bars without a time stand side by side by name", () => {
  equal(shape("barchart", LOW, CITY, HIGH), { series: null, columns: ["city", "low", "high"] });
  equal(shape("barchart", CITY, KIND, LOW), { series: "kind", columns: ["city", "kind", "low"] });
});

Deno.test("lines without a time run along numbers, else names, else rows", () => {
  equal(shape("linechart", HIGH, LOW, CITY), { series: "city", columns: ["high", "city", "low"] });
  equal(shape("linechart", LOW, CITY), { series: null, columns: ["city", "low"] });
  equal(shape("areachart", LOW), { series: null, columns: ["row", "low"] });
});

Deno.test("several texts are one name", () => {
  const derived = derive(ofType("linechart"), table(AT, CITY, KIND, LOW));

  equal(derived?.table.columns[1]?.name, "city · kind");
  equal(derived?.table.columns[1]?.values, ["Oslo · wind"]);
});

Deno.test("rows without an x are left out", () => {
  const derived = derive(ofType("linechart"), table(AT, LOW));

  equal(derived?.table.columns.map(({ values }) => values), [["2026-01-01T00:00:00Z"], [1.5]]);
});

Deno.test("a pie has a slice for every name, else for every number", () => {
  equal(shape("piechart", AT, CITY, LOW), { series: null, columns: ["city", "low"] });

  const wide = derive(ofType("piechart"), table(AT, LOW, HIGH));

  equal(wide?.table.columns.map(({ values }) => values), [["low", "high"], [2, 4]]);
});

Deno.test("without a number there is nothing to draw", () => {
  equal(shape("linechart", AT, CITY), null);
});
