const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From how many seconds on a unit is used, and how many seconds it has. */
const UNITS: readonly (readonly [from: number, unit: Intl.RelativeTimeFormatUnit, size: number])[] =
  [
    [2 * DAY, "day", DAY],
    [90 * MINUTE, "hour", HOUR],
    [90, "minute", MINUTE],
    [0, "second", 1],
  ];

/** How far an ISO 8601 instant is from now in words, such as "5 minutes ago" or "in 30 seconds". */
export function agoText(instant: string, now: number, locales: readonly string[]): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const found = UNITS.find(([from]) => Math.abs(seconds) >= from);
  const [, unit, size] = found ?? [0, "second", 1];
  const format = new Intl.RelativeTimeFormat([...locales], { numeric: "auto" });
  return format.format(Math.round(seconds / size), unit);
}
