import { COLUMNS, type Place } from "../visualization/place.ts";
import type { Tile, Visualization } from "../visualization/visualization.ts";
import type { Content, Note } from "./content.ts";

/** What lies on the grid. */
export type Item =
  | { readonly kind: "tile"; readonly tile: Tile; readonly place: Place }
  | { readonly kind: "visualization"; readonly shown: Visualization; readonly place: Place }
  | { readonly kind: "note"; readonly note: Note; readonly place: Place };

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
    ...visualizations.map((shown) => ({ kind: "visualization", shown, place: place() } as const)),
    ...placed.map((tile) => ({ kind: "tile", tile, place: place() } as const)),
    ...notes.map((note) => ({ kind: "note", note, place: place() } as const)),
  ];
  const row = tiles.filter((tile) => tile.place === null);
  return { row, grid: grid.sort((a, b) => inReadingOrder(a.place, b.place)) };
}

/**
 * Where each item goes: where it asks to be, drawn up until it meets another and pushed down where it would
 * cover one, as on Grafana's grid; those that do not ask below, in a calm flow of halves and full rows.
 */
export function places(wishes: readonly (Place | null)[]): Place[] {
  const settled = settle(wishes);
  const below = Math.max(0, ...[...settled.values()].map(bottomOf));
  const rest = flow(wishes.length - settled.size, below);
  let next = 0;
  return wishes.map((_, index) => settled.get(index) ?? rest[next++] ?? ALONE);
}

function settle(wishes: readonly (Place | null)[]): Map<number, Place> {
  const asked = wishes
    .flatMap((wish, index) => (wish === null ? [] : [{ wish, index }]))
    .sort((a, b) => inReadingOrder(a.wish, b.wish));
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
