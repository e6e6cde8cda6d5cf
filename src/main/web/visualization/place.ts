/** A rectangle on a grid of 24 columns, counted from 0; its rows are 30 pixels high, 8 apart. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const COLUMNS = 24;

/** Reads a place that any program may have sent; null if there is none on the grid. */
export function readPlace(sent: unknown): Place | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { x, y, w, h } = sent as { readonly [name: string]: unknown };
  if (!isCount(x) || !isCount(y) || !isCount(w) || !isCount(h)) return null;
  return w > 0 && h > 0 && x + w <= COLUMNS ? { x, y, w, h } : null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
