import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { timeTicks } from "./time-ticks.ts";

const berlin = new Format(["en-GB"], "Europe/Berlin");
const kolkata = new Format(["en-GB"], "Asia/Kolkata");

function ticks(from: string, to: string, most: number, format: Format): string[] {
  return timeTicks(Date.parse(from), Date.parse(to), most, format)
    .map(({ at, label }) => `${new Date(at).toISOString().slice(0, 16)} ${label}`);
}

Deno.test("days begin at midnight of the dashboard's zone", () => {
  equal(ticks("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z", 3, kolkata), [
    "2026-01-01T18:30 2 Jan",
    "2026-01-02T18:30 3 Jan",
  ]);
});

Deno.test("ticks stay on the wall clock across a clock change", () => {
  equal(ticks("2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z", 4, berlin), [
    "2026-03-28T23:00 29 Mar",
    "2026-03-29T04:00 06:00",
    "2026-03-29T10:00 12:00",
    "2026-03-29T16:00 18:00",
    "2026-03-29T22:00 30 Mar",
  ]);
});

Deno.test("a new year is named among months", () => {
  equal(ticks("2019-11-15T00:00:00Z", "2020-03-15T00:00:00Z", 6, berlin), [
    "2019-11-30T23:00 Dec",
    "2019-12-31T23:00 2020",
    "2020-01-31T23:00 Feb",
    "2020-02-29T23:00 Mar",
  ]);
});

Deno.test("centuries get few ticks", () => {
  equal(ticks("1900-06-01T00:00:00Z", "2026-01-01T00:00:00Z", 4, berlin).length, 2);
});

Deno.test("nothing lies between two dates", () => {
  const [from, to] = [Date.parse("2026-01-01"), Date.parse("2026-01-03")];
  const utc = new Format(["en-GB"], "UTC");

  equal(timeTicks(from, to, 8, utc, "day").map(({ label }) => label), ["1 Jan", "2 Jan", "3 Jan"]);
});
