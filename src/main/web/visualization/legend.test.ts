import { equal } from "../testing.ts";
import { rowsOf, shortened } from "./legend.ts";

Deno.test("names that do not fit one row take more", () => {
  equal(rowsOf(["a", "b"], 600), 1);
  equal(rowsOf(["a".repeat(40), "b".repeat(40), "c"], 320), 3);
});

Deno.test("long names are shortened", () => {
  equal(shortened("short"), "short");
  equal(shortened("x".repeat(40)).length, 26);
});
