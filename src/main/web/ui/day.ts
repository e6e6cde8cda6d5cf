/** An ISO 8601 instant as its day in the visitor's language and time zone. */
export function dayText(instant: string): string {
  return textOf(instant, { dateStyle: "medium" });
}

/** An ISO 8601 instant to the minute in the visitor's language and time zone. */
export function instantText(instant: string): string {
  return textOf(instant, { dateStyle: "medium", timeStyle: "short" });
}

function textOf(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat([...navigator.languages], options).format(Date.parse(instant));
}
