const MINUTE = 60;

/** When to try again, as a person would say it; `seconds` is null if nobody knows. */
export function untilText(
  seconds: number | null,
  now: Date,
  locales: readonly string[],
): string {
  if (seconds === null) return "Try again later.";
  if (seconds < MINUTE) return `Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`;
  const minutes = Math.ceil(seconds / MINUTE);
  const at = new Date(now.getTime() + minutes * MINUTE * 1000);
  const clock = new Intl.DateTimeFormat([...locales], { timeStyle: "short" }).format(at);
  return `Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}, at ${clock}.`;
}
