import { equal } from "../testing.ts";
import { readOptions } from "./display-options.ts";

Deno.test("what fits is read", () => {
  const sent = { grid: { x: 0, y: 0, w: 12, h: 8 }, unit: "°C", decimals: 1, stacked: false };

  equal(readOptions({ ...sent, colour: "red" }), sent);
});

Deno.test("what does not fit counts as not given", () => {
  equal(readOptions(null), {});
  equal(readOptions({ grid: { x: "0" }, unit: 7, decimals: 400, stacked: "yes" }), {});
});
