import { equal } from "../testing.ts";
import { mergedTiles } from "./merged-tiles.ts";

const tile = (title: string, limit = 1) => ({ title, query: { source: "1", limit } });
const made = { type: "table" as const, title: "Mine", query: { source: "1" }, options: {} };
const titles = (...merged: Parameters<typeof mergedTiles>) =>
  mergedTiles(...merged).map(({ title }) => title);

Deno.test("others' key metrics stay as they made them", () => {
  const newest = [tile("Theirs", 5), tile("B")];

  equal(titles(newest, 1, tile("B"), made), ["Theirs", "Mine"]);
  equal(mergedTiles(newest, 1, tile("B"), made)[0], tile("Theirs", 5));
});

Deno.test("a key metric is found where it is now", () => {
  equal(titles([tile("B"), tile("C")], 1, tile("B"), made), ["Mine", "C"]);
  equal(titles([tile("A"), tile("B", 9)], 1, tile("B"), made), ["A", "Mine"]);
});

Deno.test("a key metric that is new, or was removed meanwhile, comes last", () => {
  equal(titles([tile("A")], 0, undefined, made), ["A", "Mine"]);
  equal(titles([tile("A")], 1, tile("B"), made), ["A", "Mine"]);
});
