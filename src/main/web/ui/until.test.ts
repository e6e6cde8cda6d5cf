import { equal } from "../testing.ts";
import { untilText } from "./until.ts";

const NOON = new Date(2026, 0, 1, 12, 0);

Deno.test("short waits are told in seconds, long ones with the time of day", () => {
  equal(untilText(20, NOON, ["en-GB"]), "Try again in 20 seconds.");
  equal(untilText(841, NOON, ["en-GB"]), "Try again in 15 minutes, at 12:15.");
});

Deno.test("an unknown wait is no number", () => {
  equal(untilText(null, NOON, ["en-GB"]), "Try again later.");
});
