import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { endOfField, fieldOf, isEnd, rangeText } from "./time-range.ts";

const berlin = new Format(["en-GB"], "Europe/Berlin");

Deno.test("a range up to now is told by its length", () => {
  equal(rangeText({ from: "now-7d", to: "now" }, berlin), "Last 7 days");
  equal(rangeText({ from: "now-1h" }, berlin), "Last hour");
});

Deno.test("any other range is told by its ends", () => {
  equal(
    rangeText({ from: "2026-01-02T03:04:00Z", to: "now-1d/d" }, berlin),
    "2 Jan 2026, 04:04 – now-1d/d",
  );
  equal(rangeText({ from: "1767225600000" }, berlin), "Since 1 Jan 2026, 01:00");
  equal(rangeText({ to: null }, berlin), null);
});

Deno.test("an end without an offset is the dashboard's own time", () => {
  equal(rangeText({ from: "2026-01-02T03:04:00" }, berlin), "Since 2 Jan 2026, 03:04");
  equal(rangeText({ to: "2026-01-02" }, berlin), "Until 2 Jan 2026");
});

Deno.test("whole days and months have names", () => {
  equal(rangeText({ from: "now-1d/d", to: "now-1d/d" }, berlin), "Yesterday");
  equal(rangeText({ from: "now/M", to: "now/M" }, berlin), "This month");
});

Deno.test("fields hold the dashboard's own time, the address the instant", () => {
  const summer = Date.parse("2026-07-01T10:30:00Z");

  equal(fieldOf(summer, berlin), "2026-07-01T12:30");
  equal(endOfField("2026-07-01T12:30", berlin), String(summer));
  equal(endOfField("", berlin), null);
});

Deno.test("an end is milliseconds, ISO 8601 or relative", () => {
  equal(["0", "2026-01-02", "2026-01-02T03:04:05Z", "now", "now-1M/M", "now/d+8h"].map(isEnd), [
    true,
    true,
    true,
    true,
    true,
    true,
  ]);
  equal(["", "noon", "now-7", "2026-13-01"].map(isEnd), [false, false, false, false]);
});
