import { equal } from "../testing.ts";
import { NO_TURNS, shared, turnsOf } from "./turns.ts";

const NOTHING: ReadonlySet<number> = new Set();

Deno.test("a name has the same colour in every chart", () => {
  const turns = turnsOf([["drizzle", "rain", "sun"], ["sun", "rain"]], NO_TURNS);

  equal(shared(["drizzle", "rain", "sun"], turns, 8, NOTHING), [0, 1, 2]);
  equal(shared(["sun", "rain"], turns, 8, NOTHING), [2, 1]);
  equal(shared(["rain"], turns, 8, NOTHING), [1]);
});

Deno.test("a name that stands alone takes no colour from others", () => {
  const turns = turnsOf([["total"], ["a", "b"]], NO_TURNS);

  equal(shared(["total"], turns, 8, NOTHING), [0]);
  equal(shared(["a", "b"], turns, 8, NOTHING), [0, 1]);
});

Deno.test("names that come later change no colour", () => {
  const before = turnsOf([["b", "c"]], NO_TURNS);

  equal([...turnsOf([["a", "b", "c"]], before)], [["b", 0], ["c", 1], ["a", 2]]);
});

Deno.test("no two names of a chart have one colour while there are others", () => {
  const turns = turnsOf([["a", "b", "c", "d"], ["a", "d"]], NO_TURNS);

  equal(shared(["a", "d"], turns, 3, NOTHING), [0, 1]);
  equal(shared([null, "a", "b"], turns, 3, new Set([0])).slice(1), [2, 1]);
  equal(shared(["a", "b", "c", "d"], NO_TURNS, 3, NOTHING).slice(0, 3), [0, 1, 2]);
});
