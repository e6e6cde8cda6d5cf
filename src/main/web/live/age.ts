const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long ago something was, as a person would say it. */
export function ageText(millis: number): string {
  const seconds = Math.max(1, Math.round(millis / 1000));
  if (seconds < MINUTE) return count(seconds, "second");
  if (seconds < HOUR) return count(Math.round(seconds / MINUTE), "minute");
  return count(Math.round(seconds / HOUR), "hour");
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
