import { equal } from "../testing.ts";
import { type Draft, draftOf, editedOf, looking, queryOf } from "./draft.ts";
import { missing } from "./missing.ts";
import { POWER, POWER_LINES as LINES, TOTAL } from "./drafts.testing.ts";

Deno.test("a draft of a visualization asks what the visualization asks", () => {
  equal(queryOf(LINES, POWER), {
    source: "3",
    filters: [{ column: "kind", op: "ne", value: "sea" }],
    limit: 50,
    x: { column: "at", bucket: "month" },
    series: "kind",
    measures: [TOTAL],
    order: [{ column: "at" }],
  });
});

Deno.test("what a type has no use for is left out, and still there for another type", () => {
  const pie: Draft = { ...LINES, type: "piechart", x: "kind" };

  equal(queryOf(pie, POWER).series, undefined);
  equal(queryOf(pie, POWER).x, { column: "kind" });
  equal(queryOf({ ...pie, type: "stackbarchart", x: "at" }, POWER).series, "kind");
});

Deno.test("only one value is sent where a chart has room for one", () => {
  const several = { ...LINES, measures: [TOTAL, { column: null, aggregation: "count" }] };

  equal(queryOf(several, POWER).measures?.length, 1);
  equal(queryOf({ ...several, series: null }, POWER).measures?.length, 2);
});

Deno.test("a table lists columns unless it is grouped", () => {
  const table: Draft = { ...LINES, type: "table", grouped: false, columns: ["kind", "at"] };

  equal(queryOf(table, POWER).columns, ["kind", "at"]);
  equal(queryOf(table, POWER).measures, undefined);
  equal(queryOf({ ...table, grouped: true }, POWER).columns, undefined);
});

Deno.test("statements stay as they are", () => {
  const query = { statements: [{ sql: "SELECT 1" }] };

  equal(queryOf(draftOf({ type: "table", title: "SQL", query }), undefined), query);
  equal(missing(draftOf({ type: "table", title: "SQL", query })), null);
});

Deno.test("options that are not shown are kept", () => {
  const draft = { ...LINES, title: " Power ", optionsBefore: { own: 7, decimals: "two" } };
  equal(editedOf(looking(draft, { decimals: 1 }), [POWER]), {
    type: "linechart",
    title: "Power",
    query: queryOf(LINES, POWER),
    options: { own: 7, unit: "MW", decimals: 1, stacked: true },
  });
});

Deno.test("a look that has its default again is not sent", () => {
  const plain = looking(LINES, { unit: undefined, stacked: undefined, legend: "round" });

  equal(editedOf(plain, [POWER]).options, {});
});
