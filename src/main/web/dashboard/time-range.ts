import type { Format } from "../ui/format.ts";
import { texts } from "../texts.ts";

/**
 * Ends are milliseconds since 1970, ISO 8601 (without an offset: in the dashboard's zone) or relative,
 * such as `now-7d`; none is left out.
 */
export interface TimeRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

const RELATIVE = /^now-(\d+)([smhdwMQy])$/;
const MILLISECONDS = /^-?\d{1,15}$/;
const ANY_RELATIVE = /^now([+-]\d{1,6}[smhdwMQy]|\/[smhdwMQy])*$/;
const DATE = /^\d{4}-\d\d-\d\d(T|$)/;
const WITH_OFFSET = /(Z|[+-]\d\d:?\d\d)$/;
const UNITS: Readonly<Record<string, string>> = {
  s: texts.dashboard.second,
  m: texts.dashboard.minute,
  h: texts.dashboard.hour,
  d: texts.dashboard.day,
  w: texts.dashboard.week,
  M: texts.dashboard.month,
  Q: texts.dashboard.quarter,
  y: texts.dashboard.year,
};

/** Ranges that one often wants, besides the dashboard's own. */
export const QUICK_RANGES: readonly TimeRange[] = [
  ...["15m", "1h", "6h", "24h", "7d", "30d", "90d", "1y", "5y"]
    .map((length) => ({ from: `now-${length}`, to: "now" })),
  { from: "now/d", to: "now/d" },
  { from: "now-1d/d", to: "now-1d/d" },
  { from: "now/M", to: "now/M" },
  { from: "now/y", to: "now/y" },
];

const WHOLE: Readonly<Record<string, string>> = {
  "now/d": texts.dashboard.today,
  "now-1d/d": texts.dashboard.yesterday,
  "now/w": texts.dashboard.thisWeek,
  "now/M": texts.dashboard.thisMonth,
  "now/y": texts.dashboard.thisYear,
};

/** Whether the text is an end of a range. */
export function isEnd(text: string): boolean {
  if (MILLISECONDS.test(text) || ANY_RELATIVE.test(text)) return true;
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

export function isSame(a: TimeRange | null, b: TimeRange | null): boolean {
  return (a?.from ?? null) === (b?.from ?? null) && (a?.to ?? null) === (b?.to ?? null);
}

/** A time range in words; null for all of time. */
export function rangeText({ from, to }: TimeRange, format: Format): string | null {
  const whole = from === to ? WHOLE[from ?? ""] : undefined;
  if (whole !== undefined) return whole;
  const [, count, unit = ""] = RELATIVE.exec(from ?? "") ?? [];
  if (count !== undefined && (to ?? "now") === "now") {
    const name = UNITS[unit] ?? "";
    return count === "1"
      ? texts.dashboard.lastName(name)
      : texts.dashboard.lastCountNameS(count, name);
  }
  if (from && to) return `${endText(from, format)} – ${endText(to, format)}`;
  if (from) return texts.dashboard.sinceEndText(endText(from, format));
  return to ? texts.dashboard.untilEndText(endText(to, format)) : null;
}

/** The instant of an end that stands still; null for a relative one or none. */
export function instantOf(end: string | null | undefined, format: Format): number | null {
  if (end == null || ANY_RELATIVE.test(end)) return null;
  if (MILLISECONDS.test(end)) return Number(end);
  if (WITH_OFFSET.test(end) && end.includes("T")) return Date.parse(end);
  const wall = Date.parse(end.includes("T") ? `${end}Z` : end);
  return Number.isNaN(wall) ? null : format.zone.instantOf(wall);
}

function endText(end: string, format: Format): string {
  const instant = instantOf(end, format);
  if (instant === null) return end;
  const day = !MILLISECONDS.test(end) && !end.includes("T");
  return format.instant(instant, day ? "day" : "minute");
}

/** An instant as fields for a date and a time of day hold it, such as `2026-01-31T12:00`. */
export function fieldOf(instant: number, format: Format): string {
  return new Date(format.zone.wallOf(instant)).toISOString().slice(0, 16);
}

/** What such a field says, in milliseconds since 1970; null if it says nothing. */
export function endOfField(field: string, format: Format): string | null {
  const wall = Date.parse(`${field}Z`);
  return Number.isNaN(wall) ? null : String(format.zone.instantOf(wall));
}
