import type { Format } from "../ui/format.ts";

/** Ends are ISO 8601 instants or relative to now, such as `now-7d`. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

const RELATIVE = /^now-(\d+)([smhdwMy])$/;
const UNITS: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  y: "year",
};

/** A time range in words. */
export function rangeText({ from, to }: TimeRange, format: Format): string {
  const [, count, unit = ""] = RELATIVE.exec(from) ?? [];
  if (to === "now" && count !== undefined) {
    const name = UNITS[unit] ?? "";
    return count === "1" ? `Last ${name}` : `Last ${count} ${name}s`;
  }
  return `${endText(from, format)} – ${endText(to, format)}`;
}

function endText(end: string, format: Format): string {
  const instant = Date.parse(end);
  return Number.isNaN(instant) ? end : format.instant(instant, "minute");
}
