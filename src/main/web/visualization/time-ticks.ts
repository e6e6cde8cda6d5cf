import type { Format } from "../ui/format.ts";

export interface Tick {
  readonly at: number;
  readonly label: string;
}

type Unit = "second" | "minute" | "hour" | "day" | "month" | "year";
type Step = readonly [count: number, unit: Unit];

const LENGTH: Readonly<Record<Unit, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
};
const STEPS: readonly Step[] = [
  ...[1, 5, 15, 30].map((count) => [count, "second"] as const),
  ...[1, 5, 15, 30].map((count) => [count, "minute"] as const),
  ...[1, 3, 6, 12].map((count) => [count, "hour"] as const),
  ...[1, 2, 7, 14].map((count) => [count, "day"] as const),
  ...[1, 3, 6].map((count) => [count, "month"] as const),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((count) => [count, "year"] as const),
];
const LAST_STEP: Step = [1_000, "year"];
/** A Monday, from which multi-day steps count. */
const MONDAY = Date.UTC(1970, 0, 5);

/**
 * Ticks of a time axis at round times on the zone's wall clock, at most `most` of them.
 *
 * None are closer together than the least unit: nothing lies between two dates.
 *
 * A charting library's own time axis knows the visitor's zone and UTC only.
 */
export function timeTicks(
  from: number,
  to: number,
  most: number,
  format: Format,
  least: Unit = "second",
): Tick[] {
  const wanted = Math.max((to - from) / Math.max(1, most), LENGTH[least]);
  const step = STEPS.find(([count, unit]) => count * LENGTH[unit] >= wanted) ?? LAST_STEP;
  const ticks: Tick[] = [];
  let wall = floor(format.zone.wallOf(from), step);
  while (ticks.length <= most) {
    const at = format.zone.instantOf(wall);
    if (at > to) break;
    if (at >= from) ticks.push({ at, label: labelOf(at, wall, step[1], format) });
    wall = next(wall, step);
  }
  return ticks;
}

function floor(wall: number, [count, unit]: Step): number {
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  switch (unit) {
    case "year":
      return utc(Math.floor(year / count) * count, 0);
    case "month":
      return utc(year, Math.floor(date.getUTCMonth() / count) * count);
    case "day":
      return wall - modulo(wall - MONDAY, count * LENGTH.day);
    case "hour":
    case "minute":
    case "second":
      return wall - modulo(wall, count * LENGTH[unit]);
  }
}

function next(wall: number, [count, unit]: Step): number {
  const date = new Date(wall);
  if (unit === "year") return utc(date.getUTCFullYear() + count, 0);
  if (unit === "month") return utc(date.getUTCFullYear(), date.getUTCMonth() + count);
  return wall + count * LENGTH[unit];
}

function labelOf(at: number, wall: number, unit: Unit, format: Format): string {
  const date = new Date(wall);
  const write = (options: Intl.DateTimeFormatOptions) => format.instantAs(at, options);
  if (unit === "year") return write({ year: "numeric" });
  const newYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  if (unit === "month") return newYear ? write({ year: "numeric" }) : write({ month: "short" });
  if (unit === "day" || wall % LENGTH.day === 0) return write({ month: "short", day: "numeric" });
  return write(unit === "second" ? { timeStyle: "medium" } : { timeStyle: "short" });
}

function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
