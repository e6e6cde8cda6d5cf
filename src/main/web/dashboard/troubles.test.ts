import { equal } from "../testing.ts";
import type { OwnedSource } from "../source/owned-source.ts";
import { Format } from "../ui/format.ts";
import { isSame, NO_TROUBLES, troublesOf } from "./troubles.ts";

const READER = {
  format: new Format(["en-GB"], "UTC"),
  locales: ["en-GB"],
  now: Date.parse("2026-03-04T12:00:00Z"),
};
const WELL: OwnedSource = { id: "1", name: "Well", kind: "push", columns: [], row_count: 3 };
const ILL: OwnedSource = {
  id: "2",
  name: "Weather",
  kind: "rest",
  columns: [],
  row_count: 28,
  refresh: {
    state: "failing",
    failures: 2,
    refreshed_at: "2026-03-04T11:55:00Z",
    error: { stage: "status", message: "api.example.com answered 500" },
  },
};
const DASHBOARD = {
  visualizations: [
    { id: "7", type: "table", title: "", query: { source: "1" }, version: 1 },
    { id: "8", type: "table", title: "", query: { source: "2" }, version: 1 },
  ],
  tiles: [{ title: "", query: { source: "2" } }],
} as const;

Deno.test("only what draws from a failing source says so, with the age of its rows", () => {
  const troubles = troublesOf(DASHBOARD, [WELL, ILL], READER);

  const words = "“Weather” cannot be refreshed: The answer is an error. " +
    "Shown is what came 5 minutes ago.";
  equal([...troubles], [
    ["visualization 8", { source: "2", words }],
    ["tile 0", { source: "2", words }],
  ]);
});

Deno.test("the same troubles are known again", () => {
  const troubles = troublesOf(DASHBOARD, [WELL, ILL], READER);

  equal(isSame(troubles, troublesOf(DASHBOARD, [ILL], READER)), true);
  equal(isSame(troubles, NO_TROUBLES), false);
});
