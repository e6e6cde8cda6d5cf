import { equal } from "../testing.ts";
import { agoText } from "./ago.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");

function ago(instant: string): string {
  return agoText(instant, NOW, ["en-GB"]);
}

Deno.test("ages are told in the unit that people would use", () => {
  equal(ago("2026-03-04T12:00:00Z"), "now");
  equal(ago("2026-03-04T11:59:20Z"), "40 seconds ago");
  equal(ago("2026-03-04T11:58:00Z"), "2 minutes ago");
  equal(ago("2026-03-04T09:10:00Z"), "3 hours ago");
  equal(ago("2026-02-28T12:00:00Z"), "4 days ago");
});

Deno.test("what is to come is told as well", () => {
  equal(ago("2026-03-04T12:00:30Z"), "in 30 seconds");
  equal(ago("2026-03-04T12:15:00Z"), "in 15 minutes");
});
