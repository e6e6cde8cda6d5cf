import { equal } from "../testing.ts";
import { Format, grainOf } from "./format.ts";
import { Zone } from "./zone.ts";

const english = new Format(["en-GB"], "Europe/Berlin");
const german = new Format(["de-DE"], "Europe/Berlin");

Deno.test("numbers follow the visitor's language", () => {
  equal(english.number(1234567.891), "1,234,567.89");
  equal(german.number(1234567.891), "1.234.567,89");
  equal(english.number(0.000123456), "0.0001235");
});

Deno.test("64-bit integers keep every digit", () => {
  equal(english.number(9223372036854775807n), "9,223,372,036,854,775,807");
});

Deno.test("a missing number is a dash", () => {
  equal(english.number(null), "–");
  equal(english.number(Number.NaN), "–");
});

Deno.test("units stand where readers expect them", () => {
  equal(english.number(-5, { unit: "$" }), "-$5");
  equal(english.number(5, { unit: "°C", decimals: 1 }), "5.0\u00a0°C");
  equal(english.number(12.5, { unit: "%" }), "12.5%");
});

Deno.test("numbers are written shortly, as parts of a hundred or as money where that is wanted", () => {
  equal(english.number(1234567, { number_format: "compact" }), "1.23M");
  equal(english.number(0.2567, { number_format: "percent" }), "25.7%");
  equal(german.number(0.2567, { number_format: "percent", decimals: 0 }), "26\u00a0%");
  equal(english.number(-5, { number_format: "currency", currency: "EUR" }), "-€5.00");
  equal(english.compact(2e6, { number_format: "currency", currency: "EUR" }), "€2M");
  equal(english.number(5, { number_format: "currency" }), "5");
  equal(english.number(12n, { number_format: "currency", currency: "JPY" }), "¥12");
});

Deno.test("measures of one column have their decimal marks in line", () => {
  const column = { name: "avg", type: "number", values: [1.5, 2, 9.46388889, null] } as const;

  equal(english.column(column, null, {}, false), ["1.50", "2.00", "9.46", "–"]);
});

Deno.test("raw numbers are shown with all their digits", () => {
  const column = { name: "latitude", type: "number", values: [47.606209, 8] } as const;

  equal(english.column(column, null, {}, true), ["47.606209", "8"]);
});

Deno.test("raw numbers have their decimal marks in line where few digits allow it", () => {
  const column = { name: "wind", type: "number", values: [4.5, 6, null] } as const;

  equal(english.column(column, null, {}, true), ["4.5", "6.0", "–"]);
});

Deno.test("instants are told in the dashboard's zone, dates in none", () => {
  const at = { name: "at", type: "timestamp", values: ["2026-01-01T23:30:00Z"] } as const;
  const on = { name: "on", type: "date", values: ["2026-01-01"] } as const;

  equal(english.column(at, null, {}, false), ["2 Jan 2026, 00:30"]);
  equal(english.column(on, null, {}, false), ["1 Jan 2026"]);
});

Deno.test("a zone unknown here is taken to be UTC", () => {
  const lost = new Format(["en-GB"], "Mars/Olympus");

  equal(lost.instant(0, "minute"), "1 Jan 1970, 00:00");
});

Deno.test("an automatic bucket is as coarse as its values", () => {
  const utc = new Zone("UTC");

  equal(grainOf(["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"], "auto", utc), "year");
  equal(grainOf(["2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"], "auto", utc), "month");
  equal(grainOf(["2020-01-01T00:00:00Z"], null, utc), "day");
  equal(grainOf(["2020-01-01T00:00:01Z"], null, utc), "second");
});
