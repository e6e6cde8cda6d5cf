import { equal } from "../testing.ts";
import type { Content } from "./content.ts";
import { layoutOf, places } from "./layout.ts";

const CONTENT: Content = {
  title: "",
  kind: "dashboard",
  time_zone: "UTC",
  time_range: null,
  time_selection: false,
  variables: [],
  annotations: false,
  tiles: [],
  visualizations: [],
  notes: [],
  refresh_seconds: 0,
};

Deno.test("an odd chart out leads with a row of its own", () => {
  equal(places([null, null, null]), [
    { x: 0, y: 0, w: 24, h: 9 },
    { x: 0, y: 9, w: 12, h: 9 },
    { x: 12, y: 9, w: 12, h: 9 },
  ]);
});

Deno.test("charts go where they ask to be", () => {
  const wishes = [{ x: 6, y: 0, w: 18, h: 8 }, { x: 0, y: 0, w: 6, h: 8 }];

  equal(places(wishes), wishes);
});

Deno.test("one that does not ask lies below those that do", () => {
  equal(places([null, { x: 0, y: 0, w: 6, h: 4 }]), [
    { x: 0, y: 4, w: 24, h: 9 },
    { x: 0, y: 0, w: 6, h: 4 },
  ]);
});

Deno.test("nothing covers anything and no row is left empty", () => {
  const wishes = [{ x: 0, y: 3, w: 12, h: 4 }, { x: 6, y: 5, w: 12, h: 4 }, {
    x: 20,
    y: 9,
    w: 4,
    h: 2,
  }];

  equal(places(wishes), [
    { x: 0, y: 0, w: 12, h: 4 },
    { x: 6, y: 4, w: 12, h: 4 },
    { x: 20, y: 0, w: 4, h: 2 },
  ]);
});

Deno.test("tiles with a place lie on the grid, others above it; all are read from top to bottom", () => {
  const free = { index: 0, title: "Free", options: {}, place: null };
  const fixed = { index: 1, title: "Fixed", options: {}, place: { x: 0, y: 4, w: 6, h: 4 } };
  const note = { title: "Note", text: "", place: { x: 0, y: 0, w: 24, h: 4 } };

  const { row, grid } = layoutOf({ ...CONTENT, tiles: [free, fixed], notes: [note] });

  equal(row, [free]);
  equal(grid.map(({ kind }) => kind), ["note", "tile"]);
});
