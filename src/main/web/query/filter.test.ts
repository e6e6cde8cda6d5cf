import { equal } from "../testing.ts";
import { fieldFor, filterOf, isWhole, opsFor, readFilter, sentFilter, shownIn } from "./filter.ts";

Deno.test("values are sent as what their column holds", () => {
  equal(sentFilter({ column: "a", op: "between", values: ["1", "2.5"] }, "number"), {
    column: "a",
    op: "between",
    value: [1, 2.5],
  });
  equal(sentFilter({ column: "a", op: "in", values: ["x, y ,"] }, "text").value, ["x", "y"]);
  equal(sentFilter({ column: "a", op: "eq", values: ["false"] }, "boolean").value, false);
  equal(sentFilter({ column: "a", op: "is_null", values: ["old"] }, "text"), {
    column: "a",
    op: "is_null",
  });
});

Deno.test("a filter that was saved is read as it would be typed", () => {
  equal(readFilter({ column: "a", op: "in", value: ["x", "y"] }).values, ["x, y"]);
  equal(readFilter({ column: "a", op: "between", value: [1, 2] }).values, ["1", "2"]);
  equal(readFilter({ column: "a", op: "not_null" }).values, []);
});

Deno.test("a filter without its values is not whole", () => {
  equal(isWhole(filterOf({ name: "a", type: "text" })), false);
  equal(isWhole({ column: "a", op: "between", values: ["1"] }), false);
  equal(isWhole({ column: "a", op: "is_null", values: [] }), true);
});

Deno.test("a way to compare that one cannot choose is kept", () => {
  equal(opsFor("number", "gt").at(-1), ["gt", "more than"]);
});

Deno.test("a column of instants is compared with a day and a time of day", () => {
  const ge = { op: "ge" };

  equal(fieldFor("timestamp", ge), "datetime-local");
  equal(fieldFor("date", ge), "date");
  equal(shownIn("datetime-local", "2026-01-31"), "2026-01-31T00:00");
  equal(sentFilter({ column: "a", op: "ge", values: ["2026-01-31T08:30"] }, "timestamp"), {
    column: "a",
    op: "ge",
    value: "2026-01-31T08:30",
  });
});

Deno.test("an instant that some program has set is shown as it is", () => {
  equal(fieldFor("timestamp", { op: "ge" }, "2026-01-31T08:30:00Z"), "text");
  equal(fieldFor("timestamp", { op: "ge" }, "1769848200000"), "text");
  equal(fieldFor("date", { op: "in" }, "2026-01-31"), "text");
});
