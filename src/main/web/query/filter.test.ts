import { equal } from "../testing.ts";
import { filterOf, isWhole, opsFor, readFilter, sentFilter } from "./filter.ts";

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
