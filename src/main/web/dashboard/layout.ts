import { COLUMNS, type Place } from "../visualization/place.ts";
import type { Tile, Visualization } from "../visualization/visualization.ts";
import type { Content, Note } from "./content.ts";

/** What lies on the grid. What is somewhere else after a change has the same key there. */
export type Item =
  & (
    | { readonly kind: "tile"; readonly tile: Tile }
    | { readonly kind: "visualization"; readonly shown: Visualization }
    | { readonly kind: "note"; readonly note: Note }
  )
  & { readonly key: string; readonly place: Place };

export interface Layout {
  /** Key metrics without a place, side by side above the grid. */
  readonly row: readonly Tile[];
  /** In the order in which one reads: from top to bottom, then from left to right. */
  readonly grid: readonly Item[];
}

const ROWS = 9;
const ALONE: Place = { x: 0, y: 0, w: COLUMNS, h: 15 };

export function layoutOf({ kind, tiles, visualizations, notes }: Content): Layout {
  const placed = tiles.filter((tile) => tile.place !== null);
  const wishes = [
    ...visualizations.map(({ place }) => (kind === "visualization" ? ALONE : place)),
    ...placed.map(({ place }) => place),
    ...notes.map(({ place }) => place),
  ];
  const found = places(wishes);
  let next = 0;
  const place = () => found[next++] ?? ALONE;
  const grid: Item[] = [
    ...visualizations.map((shown): Item => {
      return { key: `visualization ${shown.id}`, kind: "visualization", shown, place: place() };
    }),
    ...placed.map((tile): Item => {
      return { key: `metric ${tile.index}`, kind: "tile", tile, place: place() };
    }),
    ...notes.map((note, index): Item => {
      return { key: `note ${index}`, kind: "note", note, place: place() };
    }),
  ];
  const row = tiles.filter((tile) => tile.place === null);
  return { row, grid: grid.sort((a, b) => inReadingOrder(a.place, b.place)) };
}

/**
 * Where each item goes: where it asks to be, drawn up until it meets another and pushed down where it would
 * cover one, as on Grafana's grid; those that do not ask below, in a calm flow of halves and full rows. Of two that
 * ask for the same the one at `first` has it.
 */
export function places(wishes: readonly (Place | null)[], first = -1): Place[] {
  const settled = settle(wishes, first);
  const below = Math.max(0, ...[...settled.values()].map(bottomOf));
  const rest = flow(wishes.length - settled.size, below);
  let next = 0;
  return wishes.map((_, index) => settled.get(index) ?? rest[next++] ?? ALONE);
}

function settle(wishes: readonly (Place | null)[], first: number): Map<number, Place> {
  const asked = wishes
    .flatMap((wish, index) => (wish === null ? [] : [{ wish, index }]))
    .sort((a, b) =>
      a.wish.y - b.wish.y || Number(b.index === first) - Number(a.index === first) ||
      a.wish.x - b.wish.x
    );
  const settled = new Map<number, Place>();
  for (const { wish, index } of asked) {
    const above = [...settled.values()].filter((other) => shareAColumn(wish, other));
    settled.set(index, { ...wish, y: Math.max(0, ...above.map(bottomOf)) });
  }
  return settled;
}

function shareAColumn(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w;
}

function bottomOf({ y, h }: Place): number {
  return y + h;
}

function inReadingOrder(a: Place, b: Place): number {
  return a.y - b.y || a.x - b.x;
}

/** Two in a row; the first of an odd number has a row of its own. */
function flow(count: number, top: number): Place[] {
  const lead = count % 2;
  return Array.from({ length: count }, (_, index) => {
    if (index < lead) return { x: 0, y: top, w: COLUMNS, h: ROWS };
    const half = COLUMNS / 2;
    const row = lead + Math.floor((index - lead) / 2);
    return { x: ((index - lead) % 2) * half, y: top + row * ROWS, w: half, h: ROWS };
  });
}
