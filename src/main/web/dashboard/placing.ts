import { COLUMNS, type Place } from "../visualization/place.ts";
import { type Item, places } from "./layout.ts";
import { texts } from "../texts.ts";

/** What is done to a place: the whole is moved, or its lower right corner. */
export type Grip = "move" | "resize";

const NARROWEST = 3;
const LOWEST = 2;
const FARTHEST = 100;

/** A place, moved or made larger by so many cells as far as the grid goes. */
export function shifted(place: Place, grip: Grip, columns: number, rows: number): Place {
  const { x, y, w, h } = place;
  if (grip === "move") {
    return { ...place, x: clamp(x + columns, 0, COLUMNS - w), y: Math.max(0, y + rows) };
  }
  const narrowest = Math.min(NARROWEST, COLUMNS - x);
  return { ...place, w: clamp(w + columns, narrowest, COLUMNS - x), h: Math.max(LOWEST, h + rows) };
}

/** All items, in the same order, with one of them where somebody wants it: the others make room. */
export function rearranged(items: readonly Item[], key: string, wish: Place): Item[] {
  const at = items.findIndex((item) => item.key === key);
  const found = places(items.map((item, index) => index === at ? wish : item.place), at);
  return items.map((item, index) => ({ ...item, place: found[index] ?? item.place }));
}

/** All items with one of them where the one before (-1) or after it (1) was, and that one where it was. */
export function swapped(items: readonly Item[], key: string, by: number): Item[] {
  const movable = items.filter(({ kind }) => kind !== "note");
  const at = movable.findIndex((item) => item.key === key);
  const [one, other] = [movable[at], movable[at + by]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item) => {
    if (item === one) return { ...item, place: other.place };
    return item === other ? { ...item, place: one.place } : item;
  });
}

/** The nearest wish in a direction that puts the item somewhere else; what is in the way is jumped over. */
export function nudged(
  items: readonly Item[],
  key: string,
  from: Place,
  grip: Grip,
  columns: number,
  rows: number,
): Place {
  for (let steps = 1; steps <= FARTHEST; steps++) {
    const wish = shifted(from, grip, columns * steps, rows * steps);
    const place = rearranged(items, key, wish).find((item) => item.key === key)?.place;
    if (place !== undefined && !isSame(place, from)) return place;
  }
  return from;
}

export function isSame(a: Place, b: Place | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** Where something lies, for those who hear it. */
export function placeText({ x, y, w, h }: Place): string {
  return texts.dashboard.columnXRowYWWide(x + 1, y + 1, w, h);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
