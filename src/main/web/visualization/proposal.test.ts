import { equal } from "../testing.ts";
import { queryOf, type SourceColumn } from "./draft.ts";
import { POWER, POWER_LINES as LINES } from "./drafts.testing.ts";
import { missing } from "./missing.ts";
import { following, ofSource, proposal, proposedAgain } from "./proposal.ts";

const AT: SourceColumn = { name: "at", type: "timestamp" };
const KIND: SourceColumn = { name: "kind", type: "text" };

Deno.test("a source proposes its numbers along its time", () => {
  const lines = of(AT, KIND, { name: "amount", type: "number" });

  equal(queryOf(lines, POWER), {
    source: "3",
    x: { column: "at", bucket: "auto" },
    measures: [{ column: "amount", aggregation: "sum" }],
  });
  equal([lines.type, lines.title], ["linechart", "Sum of amount by at"]);
});

Deno.test("without a time it proposes the largest by its names, else its rows", () => {
  const bars = of(KIND, { name: "amount", type: "number" });

  equal([bars.type, bars.title, bars.limit], ["barchart", "Sum of amount by kind", 20]);
  equal(queryOf(bars, POWER).order, [{ column: "sum(amount)", direction: "desc" }]);
  equal(of(KIND).measures, [{ column: null, aggregation: "count" }]);
  equal(queryOf(of({ name: "n", type: "number" }), POWER), { source: "3", columns: ["n"] });
});

Deno.test("totals come first, levels are averaged, and numbers that name something are no values", () => {
  const measure = (...names: string[]) =>
    of(AT, ...names.map((name): SourceColumn => ({ name, type: "number" }))).measures[0];

  equal(measure("Speed", "Cost Other", "Cost Total $"), {
    column: "Cost Total $",
    aggregation: "sum",
  });
  equal(measure("id", "zip", "latitude", "warmth"), { column: "warmth", aggregation: "avg" });
  equal(measure("id", "year"), { column: null, aggregation: "count" });
});

Deno.test("a title that nobody wrote follows what is shown, another stays", () => {
  const proposed = of(AT, KIND, { name: "amount", type: "number" });
  const pie = { ...proposed, type: "piechart", x: "kind" } as const;

  equal(following(proposed, pie, [POWER]).title, "Sum of amount by kind");
  equal(
    following(proposed, { ...proposed, type: "table", grouped: false }, [POWER]).title,
    "Power",
  );
  equal(following(proposed, { ...pie, title: "Mine" }, [POWER]).title, "Mine");
  const own = { ...proposed, title: "Mine" };
  equal(following(own, { ...pie, title: "Mine" }, [POWER]).title, "Mine");
});

Deno.test("another source keeps the type and the title only", () => {
  const other = ofSource(LINES, { ...POWER, id: "4", columns: [{ name: "n", type: "integer" }] });

  equal([other.type, other.title, other.x, other.source], ["linechart", "Power", null, "4"]);
});

Deno.test("a chart is proposed again under the same title and with the same look", () => {
  const again = proposedAgain({ ...LINES, type: "piechart", series: null }, POWER);

  equal([again.type, again.title, again.look], ["linechart", "Power", LINES.look]);
  equal(again.measures, [{ column: "amount", aggregation: "sum" }]);
});

Deno.test("a key metric asks for one number and nothing else", () => {
  const metric = proposal(POWER, true);

  equal(queryOf(metric, POWER), {
    source: "3",
    measures: [{ column: "amount", aggregation: "sum" }],
  });
  equal(missing({ ...metric, measures: [] }), "Add a value to show.");
});

function of(...columns: readonly SourceColumn[]) {
  return proposal({ ...POWER, columns });
}
