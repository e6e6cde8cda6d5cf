import { equal } from "../testing.ts";
import { changesOf, entryOf, isSecret, membersOf, missingOf } from "./entry.ts";
import type { OwnedSource } from "./owned-source.ts";

const REST: OwnedSource & Record<string, unknown> = {
  id: "3",
  name: "Weather",
  kind: "rest",
  columns: [],
  row_count: 0,
  url: "https://api.example.com/?key=***",
  method: "GET",
  headers: { Accept: "application/json", Authorization: "***" },
  mode: "append",
  refresh_seconds: 45,
  paging: { kind: "page", parameter: "p", first: 0 },
};

Deno.test("only what was filled in and is of use is sent", () => {
  const fresh = entryOf("rest", null);
  const values = { ...fresh.values, url: " https://a.example/ ", key: "id", body: "{}" };

  equal(membersOf("rest", { ...fresh, values }), {
    url: "https://a.example/",
    method: "GET",
    mode: "replace",
    refresh_seconds: 60,
  });
});

Deno.test("what is changed goes back as it came, with its stars", () => {
  const { url, method, headers, mode, refresh_seconds, paging } = REST;

  equal(membersOf("rest", entryOf("rest", REST)), {
    url,
    method,
    headers,
    mode,
    refresh_seconds,
    paging,
  });
});

Deno.test("what was taken away is taken away", () => {
  const entry = entryOf("rest", REST);
  const values = { ...entry.values, "paging.kind": "" };

  const changes = changesOf("rest", { ...entry, values, headers: [] });

  equal([changes["paging"], changes["headers"], changes["mode"]], [null, null, "append"]);
});

Deno.test("a database of one file has no server to ask for", () => {
  const fresh = entryOf("sql", null);
  const values = { ...fresh.values, engine: "sqlite", host: "db", database: "a.db", table: "t" };

  equal(membersOf("sql", { ...fresh, values }), {
    engine: "sqlite",
    database: "a.db",
    table: "t",
    refresh_seconds: 60,
  });
  equal(missingOf("sql", { ...fresh, values: { ...values, table: " " } }), ["name", "table"]);
});

Deno.test("the form knows whether a table or a statement is read", () => {
  const sql: OwnedSource & Record<string, unknown> = {
    ...REST,
    kind: "sql",
    statement: "SELECT 1",
  };

  equal(entryOf("sql", sql).values["~of"], "statement");
  equal(entryOf("sql", null).values["~of"], "table");
});

Deno.test("all headers are secret but the few that tell nothing of anybody", () => {
  equal(["accept", "Content-Type", "Authorization", "X-Key"].map(isSecret), [
    false,
    false,
    true,
    true,
  ]);
});
