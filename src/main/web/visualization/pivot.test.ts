import type { Table } from "../dataset/table.ts";
import { equal } from "../testing.ts";
import { asTable, pivot } from "./pivot.ts";

const BY_MONTH = {
  type: "linechart",
  x: { column: "month", bucket: "month" },
  series: null,
} as const;
const BY_MONTH_AND_KIND = { ...BY_MONTH, series: "kind" } as const;

function table(...columns: Table["columns"]): Table {
  const row_count = columns[0]?.values.length ?? 0;
  return { columns, row_count, truncated: false, as_of: "2026-01-01T00:00:00Z" };
}

Deno.test("each value of the series column becomes a series, missing pairs are gaps", () => {
  const long = table(
    { name: "month", type: "date", values: ["2020-02-01", "2020-01-01", "2020-01-01"] },
    { name: "kind", type: "text", values: ["wind", "wind", "coal"] },
    { name: "sum", type: "integer", values: [3, 1, 2] },
  );

  const wide = pivot(BY_MONTH_AND_KIND, long);

  equal(wide?.x.values, ["2020-01-01", "2020-02-01"]);
  equal(wide?.series, [{ name: "coal", values: [2, null] }, { name: "wind", values: [1, 3] }]);
});

Deno.test("without a series column each measure is a series", () => {
  const long = table(
    { name: "kind", type: "text", values: ["b", "a"] },
    { name: "low", type: "number", values: [1.5, null] },
    { name: "high", type: "number", values: [2, 4] },
  );

  const wide = pivot(BY_MONTH, long);

  equal(wide?.x.values, ["b", "a"]);
  equal(wide?.series, [{ name: "low", values: [1.5, null] }, { name: "high", values: [2, 4] }]);
});

Deno.test("several measures and a series column name both", () => {
  const long = table(
    { name: "month", type: "number", values: [1] },
    { name: "kind", type: "text", values: [null] },
    { name: "low", type: "number", values: [1] },
    { name: "high", type: "number", values: [2] },
  );

  equal(pivot(BY_MONTH_AND_KIND, long)?.series.map((series) => series.name), [
    "(none) · low",
    "(none) · high",
  ]);
});

Deno.test("bars keep the order that the query chose", () => {
  const long = table(
    { name: "year", type: "integer", values: [2003, 2001, 2002] },
    { name: "count", type: "integer", values: [9, 5, 1] },
  );

  equal(pivot({ ...BY_MONTH, type: "barchart" }, long)?.x.values, [2003, 2001, 2002]);
  equal(pivot(BY_MONTH, long)?.x.values, [2001, 2002, 2003]);
});

Deno.test("exact integers pass through to the table behind the chart", () => {
  const long = table(
    { name: "id", type: "integer", values: [9007199254740993n, 9007199254740992n] },
    { name: "sum", type: "integer", values: [9223372036854775807n, 1] },
  );

  const wide = pivot(BY_MONTH, long);

  equal(wide === null ? null : asTable(wide).map((column) => column.values), [
    [9007199254740993n, 9007199254740992n],
    [9223372036854775807n, 1],
  ]);
});

Deno.test("nothing to draw along gives nothing to draw", () => {
  equal(
    pivot(
      { type: "piechart", x: null, series: null },
      table({ name: "n", type: "integer", values: [1] }),
    ),
    null,
  );
});
