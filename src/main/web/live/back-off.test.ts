import { equal } from "../testing.ts";
import { pause } from "./back-off.ts";

Deno.test("tries grow rarer, up to ten seconds, each page at its own time", () => {
  equal(pause(1, 1), 1_000);
  equal(pause(3, 1), 4_000);
  equal(pause(50, 1), 10_000);
  equal(pause(3, 0.25), 1_000);
});
