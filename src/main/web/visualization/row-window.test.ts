import { equal } from "../testing.ts";
import { HEIGHT_OF_ROW, rowsAt, widthOf } from "./row-window.ts";

const HEIGHT = 11 * HEIGHT_OF_ROW;

Deno.test("the rows that one sees are elements, and some around them", () => {
  equal(rowsAt(0, HEIGHT, 10_000), { first: 0, end: 30, seen: 0, shown: 10 });
  equal(rowsAt(500 * HEIGHT_OF_ROW, HEIGHT, 10_000), {
    first: 480,
    end: 530,
    seen: 500,
    shown: 10,
  });
});

Deno.test("the end of a table is the end", () => {
  equal(rowsAt(1e9, HEIGHT, 1_000), { first: 970, end: 1_000, seen: 990, shown: 10 });
  equal(rowsAt(0, 0, 5), { first: 0, end: 5, seen: 0, shown: 1 });
});

Deno.test("a column has room for its longest text", () => {
  equal(widthOf("at", ["2026", "2026-01-01"]), 14);
  equal(widthOf("text", ["x".repeat(1_000)]), 48);
});
