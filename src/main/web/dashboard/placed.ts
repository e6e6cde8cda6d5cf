import { styleMap } from "lit/directives/style-map.js";
import type { Place } from "../visualization/place.ts";
import type { Item } from "./layout.ts";

/** How many rows of the grid are in use. */
export function rowsOf(items: readonly Item[]): number {
  return Math.max(1, ...items.map(({ place: { y, h } }) => y + h));
}

/** The style that puts something at its place on the grid. */
export function placed({ x, y, w, h }: Place) {
  return styleMap({ "--x": `${x + 1}`, "--y": `${y + 1}`, "--w": `${w}`, "--h": `${h}` });
}
