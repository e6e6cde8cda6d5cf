import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { summary } from "./summary.ts";
import type { Visualization } from "./visualization.ts";

const english = new Format(["en-GB"], "UTC");
const LINE: Visualization = {
  id: "1",
  type: "linechart",
  title: "Jobs",
  options: {},
  place: null,
  panel: null,
  x: { column: "month", bucket: "month" },
  series: "kind",
  listsRows: false,
};
const MONTHS = {
  name: "month",
  type: "date",
  values: ["2020-01-01", "2020-02-01", "2020-03-01"],
} as const;

Deno.test("tells extent, lowest, highest and last value of each series", () => {
  const series = [{ name: "wind", values: [3, 1, null] }, { name: "coal", values: [null, 2, 4] }];

  equal(
    summary(LINE, { x: MONTHS, series, integers: true }, english),
    "Line chart by month, 3 points from Jan 2020 to Mar 2020." +
      " wind: lowest 1 (Feb 2020), highest 3 (Jan 2020), last 1 (Feb 2020)." +
      " coal: lowest 2 (Feb 2020), highest 4 (Mar 2020), last 4 (Mar 2020).",
  );
});

Deno.test("tells five series and counts the others", () => {
  const series = Array.from(
    { length: 7 },
    (_, index) => ({ name: `s${index}`, values: [1, 2, 3] }),
  );

  const told = summary(LINE, { x: MONTHS, series, integers: true }, english);

  equal(told.includes("s4"), true);
  equal(told.includes("s5"), false);
  equal(told.endsWith("2 more series are in the table."), true);
});

Deno.test("says so when a series has no values", () => {
  const series = [{ name: "wind", values: [null, null, null] }];

  const told = summary(LINE, { x: MONTHS, series, integers: true }, english);

  equal(told.endsWith("wind: no values."), true);
});
