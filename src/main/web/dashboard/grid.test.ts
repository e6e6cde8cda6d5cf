import { equal } from "../testing.ts";
import { places } from "./grid.ts";

Deno.test("an odd chart out leads with a row of its own", () => {
  equal(places([undefined, undefined, undefined]), [
    { x: 0, y: 0, w: 24, h: 9 },
    { x: 0, y: 9, w: 12, h: 9 },
    { x: 12, y: 9, w: 12, h: 9 },
  ]);
});

Deno.test("charts go where they ask to be if all of them ask", () => {
  const wishes = [{ x: 6, y: 0, w: 18, h: 8 }, { x: 0, y: 0, w: 6, h: 8 }];

  equal(places(wishes), wishes);
});

Deno.test("a place outside the grid is not believed", () => {
  equal(places([{ x: 20, y: 0, w: 6, h: 8 }]), [{ x: 0, y: 0, w: 24, h: 9 }]);
});
