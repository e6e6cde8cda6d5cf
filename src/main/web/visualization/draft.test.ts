import { equal } from "../testing.ts";
import {
  type Draft,
  draftOf,
  editedOf,
  looking,
  missing,
  ofSource,
  proposal,
  proposedAgain,
  queryOf,
  type Source,
} from "./draft.ts";

const POWER: Source = {
  id: "3",
  name: "Power",
  row_count: 9,
  columns: [
    { name: "at", type: "timestamp" },
    { name: "kind", type: "text" },
    { name: "amount", type: "number" },
  ],
};
const TOTAL = { column: "amount", aggregation: "sum" };
const LINES: Draft = draftOf({
  type: "linechart",
  title: "Power",
  options: { unit: "MW", stacked: true },
  query: {
    source: "3",
    x: { column: "at", bucket: "month" },
    series: "kind",
    measures: [TOTAL],
    filters: [{ column: "kind", op: "ne", value: "sea" }],
    order: [{ column: "at" }, { column: "gone" }],
    limit: 50,
  },
});

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

Deno.test("a sentence says what is missing", () => {
  equal(missing(LINES), null);
  equal(missing({ ...LINES, x: null }), "Choose the column that runs along it.");
  equal(missing({ ...LINES, measures: [] }), "Add a value to show.");
  equal(
    missing({ ...LINES, type: "stackbarchart", series: null }),
    "Choose the column whose values stand on each other.",
  );
  equal(missing({ ...LINES, type: "table", grouped: false }), "Choose at least one column.");
});

Deno.test("a source proposes its numbers along its time, else by its names, else its rows", () => {
  const [at, kind, amount] = POWER.columns;
  const of = (...columns: (typeof at)[]) =>
    proposal({ ...POWER, columns: columns.filter((column) => column !== undefined) });

  equal(queryOf(of(at, kind, amount), POWER), {
    source: "3",
    x: { column: "at", bucket: "auto" },
    measures: [{ column: "amount", aggregation: "avg" }],
  });
  equal(of(kind, amount).type, "barchart");
  equal(of(kind).measures, [{ column: null, aggregation: "count" }]);
  equal(queryOf(of(amount), POWER), { source: "3", columns: ["amount"] });
});

Deno.test("another source keeps the type and the title only", () => {
  const other = ofSource(LINES, { ...POWER, id: "4", columns: [{ name: "n", type: "integer" }] });

  equal([other.type, other.title, other.x, other.source], ["linechart", "Power", null, "4"]);
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

Deno.test("a sentence says what is missing of the look", () => {
  const money = looking(LINES, { number_format: "currency" });

  equal(missing(money), "Choose the currency, such as EUR.");
  equal(missing(looking(money, { currency: "EUR" })), null);
  equal(
    missing(looking(LINES, { y_min: 5, y_max: 5 })),
    "The axis must end above where it begins.",
  );
  equal(
    missing(looking(LINES, { y_min: 0, y_log: true })),
    "A logarithmic axis begins and ends above zero.",
  );
});

Deno.test("a chart is proposed again under the same title and with the same look", () => {
  const again = proposedAgain({ ...LINES, type: "piechart", series: null }, POWER);

  equal([again.type, again.title, again.look], ["linechart", "Power", LINES.look]);
  equal(again.measures, [{ column: "amount", aggregation: "avg" }]);
});

Deno.test("a key metric asks for one number and nothing else", () => {
  const metric = proposal(POWER, true);

  equal(queryOf(metric, POWER), {
    source: "3",
    measures: [{ column: "amount", aggregation: "avg" }],
  });
  equal(missing({ ...metric, measures: [] }), "Add a value to show.");
});
