/** The turn of each name of a dashboard among its colours, so that it has the same one in every chart. */
export type Turns = ReadonlyMap<string, number>;

export const NO_TURNS: Turns = new Map();

/**
 * Gives names their turns in the order of the charts, whichever was drawn first. A name that never stands
 * beside another needs none of its own.
 *
 * @param charts the names of each, side by side
 * @param before what stays as it is: nobody has to learn new colours because a name came in between
 */
export function turnsOf(charts: readonly (readonly string[])[], before: Turns): Turns {
  const turns = new Map(before);
  let next = Math.max(-1, ...turns.values()) + 1;
  for (const name of charts.filter((names) => names.length > 1).flat()) {
    if (!turns.has(name)) turns.set(name, next++);
  }
  return turns;
}

/**
 * Which of so many colours, counted from 0, each name of one chart has: that of its turn, or another that is
 * free in this chart as long as there is one.
 *
 * @param names null for one whose colour was chosen
 * @param taken colours that were chosen
 */
export function shared(
  names: readonly (string | null)[],
  turns: Turns,
  count: number,
  taken: ReadonlySet<number>,
): number[] {
  const free = new Set(Array.from({ length: count }, (_, color) => color));
  for (const color of taken) free.delete(color);
  const take = (turn: number) => free.delete(turn % count) ? turn % count : null;
  const own = names.map((name) => {
    const turn = name === null ? undefined : turns.get(name);
    return turn === undefined ? null : take(turn);
  });
  return own.map((color, place) => {
    if (color !== null || names[place] === null) return color ?? 0;
    const [next = place % count] = free;
    return take(place) ?? take(next) ?? next;
  });
}
