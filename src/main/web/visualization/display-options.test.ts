import { equal } from "../testing.ts";
import { readOptions } from "./display-options.ts";

const ALL = {
  grid: { x: 0, y: 0, w: 12, h: 8 },
  unit: "°C",
  decimals: 1,
  number_format: "currency",
  currency: "EUR",
  stacked: false,
  legend: "right",
  palette: "warm",
  colors: { coal: 8, constructor: 1 },
  x_title: "Month",
  y_title: "Power",
  y_min: -1.5,
  y_max: 10,
  y_log: true,
  y_decimals: 0,
} as const;

Deno.test("what fits is read", () => {
  equal(readOptions({ ...ALL, colour: "red" }), ALL);
});

Deno.test("what does not fit counts as not given", () => {
  equal(readOptions(null), {});
  equal(readOptions({ grid: { x: "0" }, unit: 7, decimals: 400, stacked: "yes" }), {});
  equal(readOptions({ number_format: "roman", currency: "euro", legend: "left" }), {});
  equal(readOptions({ palette: "#f00", x_title: "x".repeat(101), y_title: [] }), {});
  equal(readOptions({ y_min: "0", y_max: Infinity, y_log: 1, y_decimals: 1.5 }), {});
});

Deno.test("a colour is one of the page's, whatever else was sent", () => {
  const colors = { coal: 2, wind: 9, sun: "red", rain: "url(//evil)", oil: 0 };

  equal(readOptions({ colors }), { colors: { coal: 2 } });
  equal(readOptions({ colors: ["red"] }), {});
});
