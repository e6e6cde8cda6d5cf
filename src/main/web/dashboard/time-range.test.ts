import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { rangeText } from "./time-range.ts";

const english = new Format(["en-GB"], "UTC");

Deno.test("a range up to now is told by its length", () => {
  equal(rangeText({ from: "now-7d", to: "now" }, english), "Last 7 days");
  equal(rangeText({ from: "now-1h", to: "now" }, english), "Last hour");
});

Deno.test("any other range is told by its ends", () => {
  equal(
    rangeText({ from: "2026-01-02T03:04:00Z", to: "now-1d" }, english),
    "2 Jan 2026, 03:04 – now-1d",
  );
});
