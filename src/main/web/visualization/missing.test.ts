import { equal } from "../testing.ts";
import { looking } from "./draft.ts";
import { POWER_LINES as LINES } from "./drafts.testing.ts";
import { missing } from "./missing.ts";

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
