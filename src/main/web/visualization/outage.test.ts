import { equal } from "../testing.ts";
import { outageText } from "./outage.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const told = (outage: { refreshed_at?: string } | undefined, row_count: number) =>
  outageText({ ...(outage ? { outage } : {}), row_count }, NOW, ["en-GB"]);

Deno.test("nothing is told while rows can be had", () => {
  equal(told(undefined, 3), null);
  equal(told(undefined, 0), null);
});

Deno.test("how old the data is stands beside why", () => {
  equal(
    told({ refreshed_at: "2026-03-04T11:55:00Z" }, 3),
    "New data cannot be fetched at the moment; shown is what came 5 minutes ago.",
  );
});

Deno.test("that there never was any data is told in its place", () => {
  equal(told({}, 0), "There is no data yet: it cannot be fetched at the moment.");
  equal(told({}, 3), "New data cannot be fetched at the moment.");
});
