import { equal } from "../testing.ts";
import { canUndo, doneText, type PastChange, undoOf } from "./past-change.ts";

const CHANGE = { id: "1", at: "2026-01-02T03:04:05Z", who: "ada@email.com", detail: "Sales" };

function change(what: string, more: Partial<PastChange> = {}): PastChange {
  return { ...CHANGE, what, ...more };
}

Deno.test("changes are told in a person's words", () => {
  equal(doneText(change("visualization.deleted")), "removed “Sales”");
  equal(doneText(change("source.created")), "added the data source “Sales”");
  equal(doneText(change("dashboard.changed", { was: { name: "Old" } })), "renamed it from “Old”");
  equal(
    doneText(change("dashboard.changed", { was: { tiles: [], filters: [] } })),
    "changed the key metrics and changed the filters",
  );
});

Deno.test("what was removed is made again, without what it had none of", () => {
  const was = { type: "table", place: null };

  equal(undoOf("7", change("visualization.deleted", { visualization: "9", was })), {
    method: "POST",
    path: "dashboards/7/visualizations",
    body: { type: "table" },
  });
});

Deno.test("what was changed is changed back, and what is not known stays", () => {
  const was = { name: "Old" };

  equal(undoOf("7", change("dashboard.changed", { was })), {
    method: "PATCH",
    path: "dashboards/7",
    body: was,
  });
  equal(undoOf("7", change("source.created")), null);
});

Deno.test("a change is taken back unless a later one touched the same", () => {
  const renamed = change("dashboard.changed", { was: { name: "Old" } });
  const filtered = change("dashboard.changed", { was: { filters: [] } });
  const of = (what: string, was: object, visualization = "9") =>
    change(`visualization.${what}`, { was: { ...was }, visualization });

  equal(canUndo([filtered, renamed], 1), true);
  equal(canUndo([renamed, renamed], 1), false);
  equal(canUndo([of("changed", { title: "b" }), of("changed", { query: {} })], 1), true);
  equal(canUndo([of("changed", { title: "b" }), of("changed", { title: "a" })], 1), false);
  equal(canUndo([of("deleted", { title: "b" }), of("changed", { query: {} })], 1), false);
  equal(canUndo([of("deleted", { title: "b" }, "8"), of("changed", { query: {} })], 1), true);
});

Deno.test("what was removed comes back once", () => {
  const gone = change("visualization.deleted", { was: { title: "Sales" }, visualization: "9" });

  equal(canUndo([gone], 0), true);
  equal(canUndo([change("visualization.created"), gone], 1), false);
});
