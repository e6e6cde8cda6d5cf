import { equal } from "../testing.ts";
import { ageText } from "./age.ts";

Deno.test("an age is told in its largest unit", () => {
  equal(ageText(0), "1 second");
  equal(ageText(12_400), "12 seconds");
  equal(ageText(60_000), "1 minute");
  equal(ageText(3 * 3_600_000), "3 hours");
});
