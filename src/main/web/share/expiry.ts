const MINUTE = 60_000;

/** The ISO 8601 instant that a field for date and time means in the visitor's own zone; null for none. */
export function expiryOf(field: string): string | null {
  const instant = Date.parse(field);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** An instant as such a field holds it. */
export function fieldOfExpiry(instant: string): string {
  const at = new Date(instant);
  const wall = at.getTime() - at.getTimezoneOffset() * MINUTE;
  return new Date(wall).toISOString().slice(0, 16);
}
