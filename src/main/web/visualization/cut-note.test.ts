import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { cutNote } from "./cut-note.ts";
import type { Pivot } from "./pivot.ts";

const english = new Format(["en-GB"], "UTC");
const CUT = { columns: [], row_count: 10_000, truncated: true, as_of: "2026-01-01T00:00:00Z" };

function pivotOf(type: "timestamp" | "text", series: number): Pivot {
  const values = new Array<number>(2000).fill(1);
  return {
    x: { name: "x", type, values },
    series: Array.from({ length: series }, (_, index) => ({ name: `s${index}`, values })),
    integers: true,
  };
}

Deno.test("whole answers need no note", () => {
  equal(cutNote({ ...CUT, truncated: false }, null, english), null);
});

Deno.test("the newest points are kept along time, else the first", () => {
  equal(
    cutNote(CUT, pivotOf("timestamp", 3), english),
    "Shows the newest 2,000 points per series; there are more.",
  );
  equal(cutNote(CUT, pivotOf("text", 1), english), "Shows the first 2,000 points; there are more.");
});

Deno.test("tables are cut by rows", () => {
  equal(cutNote(CUT, null, english), "Shows the first 10,000 rows; there are more.");
});
