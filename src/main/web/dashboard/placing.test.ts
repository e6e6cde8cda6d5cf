import { equal } from "../testing.ts";
import type { Item } from "./layout.ts";
import { nudged, rearranged, shifted, swapped } from "./placing.ts";

const LEFT = { x: 0, y: 0, w: 12, h: 9 };
const RIGHT = { x: 12, y: 0, w: 12, h: 9 };
const BELOW = { x: 0, y: 9, w: 24, h: 9 };

Deno.test("a place stays on the grid", () => {
  equal(shifted(LEFT, "move", -3, -3), LEFT);
  equal(shifted(LEFT, "move", 40, 2), { x: 12, y: 2, w: 12, h: 9 });
  equal(shifted(RIGHT, "resize", 5, 3), { x: 12, y: 0, w: 12, h: 12 });
  equal(shifted(LEFT, "resize", -40, -40), { x: 0, y: 0, w: 3, h: 2 });
});

Deno.test("the others make room for what is moved", () => {
  const moved = rearranged(items(LEFT, RIGHT, BELOW), "2", { ...BELOW, y: 0 });

  equal(moved.map(({ place }) => place.y), [9, 9, 0]);
});

Deno.test("a step jumps over what is in the way", () => {
  const all = items(LEFT, RIGHT, BELOW);

  const wish = nudged(all, "0", LEFT, "move", 0, 1);

  equal(wish, { ...LEFT, y: 18 });
  equal(rearranged(all, "0", wish).map(({ place }) => place), [wish, RIGHT, BELOW]);
  equal(nudged(all, "0", LEFT, "move", 0, -1), LEFT);
  equal(nudged(all, "0", LEFT, "resize", 1, 0), { ...LEFT, w: 13 });
});

Deno.test("two things take each other's places, and notes stay where they are", () => {
  const tile = { index: 0, title: "", options: {}, place: LEFT };
  const [, note] = items(LEFT, RIGHT);
  const all = [
    { key: "a", kind: "tile", tile, place: LEFT } as const,
    ...(note === undefined ? [] : [note]),
    { key: "b", kind: "tile", tile, place: BELOW } as const,
  ];
  const places = (key: string, by: number) => swapped(all, key, by).map(({ place }) => place);

  equal(places("a", 1), [BELOW, RIGHT, LEFT]);
  equal(places("b", -1), [BELOW, RIGHT, LEFT]);
  equal(places("a", -1), [LEFT, RIGHT, BELOW]);
});

function items(...places: readonly Item["place"][]): Item[] {
  return places.map((place, index) => {
    const note = { title: "", text: "", place };
    return { key: `${index}`, kind: "note", note, place };
  });
}
