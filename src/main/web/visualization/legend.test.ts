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

Deno.test("names of wide letters are shortened to the room of a phone", () => {
  equal(shortened("W".repeat(26)), `${"W".repeat(13)}…`);
  equal(shortened("東".repeat(26)).length, 14);
  equal(rowsOf(["W".repeat(13), "W".repeat(13)], 320), 2);
});
