/** As tables with more rows than are elements at once have them, in pixels. */
export const HEIGHT_OF_ROW = 30;
/** Tables up to here are written as a whole. */
export const MOST_WHOLE = 100;

const BEYOND = 20;
const WIDEST = 44;
const AROUND = 4;

/** Which rows of a table are elements, and which one sees; counted from 0. */
export interface Rows {
  readonly first: number;
  /** The first that is none again. */
  readonly end: number;
  readonly seen: number;
  /** How many one sees. */
  readonly shown: number;
}

/** Before anything is known of the height. */
export const EVERY: Rows = { first: 0, end: MOST_WHOLE, seen: 0, shown: 1 };

/** The rows to be seen below the heading, and some above and below them. */
export function rowsAt(top: number, height: number, count: number): Rows {
  const shown = Math.min(count, Math.max(1, Math.floor(height / HEIGHT_OF_ROW) - 1));
  const seen = Math.min(count - shown, Math.max(0, Math.round(top / HEIGHT_OF_ROW)));
  const first = Math.max(0, seen - BEYOND);
  return { first, end: Math.min(count, seen + shown + BEYOND), seen, shown };
}

/** Room for the longest text of a column, in widths of a digit. */
export function widthOf(name: string, texts: readonly string[]): number {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), name.length);
  return Math.min(WIDEST, longest) + AROUND;
}
