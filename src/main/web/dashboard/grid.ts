/** A rectangle on a grid of 24 columns, counted from 0; heights are in rows of 38 pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const COLUMNS = 24;
const ROWS = 9;

/** Where each item goes: where it asks to be if all ask, else a calm flow of halves and full rows. */
export function places(wishes: readonly (Place | undefined)[]): Place[] {
  const asked = wishes.filter((wish) => wish !== undefined && isPlace(wish)) as Place[];
  if (asked.length === wishes.length) return asked;
  return flow(wishes.length);
}

function isPlace({ x, y, w, h }: Place): boolean {
  const whole = [x, y, w, h].every((number) => Number.isInteger(number) && number >= 0);
  return whole && w > 0 && h > 0 && x + w <= COLUMNS;
}

/** Two in a row; the first of an odd number has a row of its own. */
function flow(count: number): Place[] {
  const lead = count % 2;
  return Array.from({ length: count }, (_, index) => {
    if (index < lead) return { x: 0, y: 0, w: COLUMNS, h: ROWS };
    const half = COLUMNS / 2;
    const row = lead + Math.floor((index - lead) / 2);
    return { x: ((index - lead) % 2) * half, y: row * ROWS, w: half, h: ROWS };
  });
}
