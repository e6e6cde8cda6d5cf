import type { Format } from "../ui/format.ts";

/**
 * Ends are milliseconds since 1970, ISO 8601 (without an offset: in the dashboard's zone) or relative,
 * such as `now-7d`; none is left out.
 */
export interface TimeRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

const RELATIVE = /^now-(\d+)([smhdwMQy])$/;
const MILLISECONDS = /^-?\d+$/;
const WITH_OFFSET = /(Z|[+-]\d\d:?\d\d)$/;
const UNITS: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  Q: "quarter",
  y: "year",
};

/** A time range in words; null for all of time. */
export function rangeText({ from, to }: TimeRange, format: Format): string | null {
  const [, count, unit = ""] = RELATIVE.exec(from ?? "") ?? [];
  if (count !== undefined && (to ?? "now") === "now") {
    const name = UNITS[unit] ?? "";
    return count === "1" ? `Last ${name}` : `Last ${count} ${name}s`;
  }
  if (from && to) return `${endText(from, format)} – ${endText(to, format)}`;
  if (from) return `Since ${endText(from, format)}`;
  return to ? `Until ${endText(to, format)}` : null;
}

function endText(end: string, format: Format): string {
  if (MILLISECONDS.test(end)) return format.instant(Number(end), "minute");
  if (WITH_OFFSET.test(end) && end.includes("T")) return format.instant(Date.parse(end), "minute");
  const wall = Date.parse(end.includes("T") ? `${end}Z` : end);
  if (Number.isNaN(wall)) return end;
  return format.instant(format.zone.instantOf(wall), end.includes("T") ? "minute" : "day");
}
