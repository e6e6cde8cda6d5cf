import type { Edited } from "../visualization/draft.ts";
import type { OwnedTile } from "./owned.ts";

/**
 * The newest key metrics with what was made of one of them: the others stay as they are now.
 *
 * @param place where it was
 * @param before what it was; undefined for a new one
 */
export function mergedTiles(
  newest: readonly OwnedTile[],
  place: number,
  before: OwnedTile | undefined,
  { title, query, options }: Edited,
): OwnedTile[] {
  const at = placeNow(newest, place, before);
  return newest.toSpliced(at, 1, { ...newest[at], title, query, options });
}

/** Behind the others if it is new or was removed: nothing but its text tells one from another. */
function placeNow(newest: readonly OwnedTile[], place: number, before: OwnedTile | undefined) {
  if (before === undefined) return newest.length;
  const text = JSON.stringify(before);
  if (JSON.stringify(newest[place]) === text) return place;
  const moved = newest.findIndex((tile) => JSON.stringify(tile) === text);
  if (moved >= 0) return moved;
  const named = newest.findIndex(({ title }) => title === before.title);
  return named >= 0 ? named : newest.length;
}
