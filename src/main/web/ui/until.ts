import { texts } from "../texts.ts";

const MINUTE = 60;

/** When to try again, as a person would say it; `seconds` is null if nobody knows. */
export function untilText(
  seconds: number | null,
  now: Date,
  locales: readonly string[],
): string {
  if (seconds === null) return texts.ui.tryAgainLater;
  if (seconds < MINUTE) {
    return texts.ui.tryAgainInSecondsSeconds(
      seconds === 1 ? texts.ui.aSecond : texts.ui.secondsSeconds(seconds),
    );
  }
  const minutes = Math.ceil(seconds / MINUTE);
  const at = new Date(now.getTime() + minutes * MINUTE * 1000);
  const clock = new Intl.DateTimeFormat([...locales], { timeStyle: "short" }).format(at);
  return texts.ui.tryAgainInMinutesMinutesAt(
    minutes === 1 ? texts.ui.aMinute : texts.ui.minutesMinutes(minutes),
    clock,
  );
}
