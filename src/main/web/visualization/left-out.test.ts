import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { emptyText, leftOutNote } from "./left-out.ts";
import type { Pivot } from "./pivot.ts";

const ENGLISH = new Format(["en-GB"], "UTC");

Deno.test("what has no value at all is said to be empty", () => {
  equal(emptyText({ type: "barchart" }, pivotOf([null, null])), "No data to show.");
  equal(emptyText({ type: "barchart" }, pivotOf([null, 0])), null);
});

Deno.test("a pie says that it has no slices, and which values are none", () => {
  const pie = { type: "piechart" } as const;

  equal(emptyText(pie, pivotOf([-1, 0])), "A pie shows what is above zero, and there is nothing.");
  equal(emptyText(pie, pivotOf([-1, 5])), null);
  equal(leftOutNote(pie, pivotOf([-1, 5]), ENGLISH), "One value below zero is left out.");
  equal(leftOutNote(pie, pivotOf([-1, 5, -2]), ENGLISH), "2 values below zero are left out.");
  equal(leftOutNote({ type: "barchart" }, pivotOf([-1, 5]), ENGLISH), null);
});

function pivotOf(values: readonly (number | null)[]): Pivot {
  const names = values.map((_, place) => `name ${place}`);
  return {
    x: { name: "x", type: "text", values: names },
    series: [{ name: "y", values }],
    integers: true,
  };
}
