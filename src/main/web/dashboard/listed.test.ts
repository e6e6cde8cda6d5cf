import { equal } from "../testing.ts";
import { arranged, sortedBy } from "./listed.ts";

const SALES = { id: "2", name: "Sales 10", owner: "ada@email.com", created: "20260102" };
const OLDER = { id: "1", name: "Sales 9", owner: "bob@email.com", created: "20250102" };
const POWER = { id: "3", name: "Power", owner: "ada@email.com", created: "20260101" };
const ALL = [OLDER, SALES, POWER];

Deno.test("all words are looked for in name and owner", () => {
  const found = (words: string) =>
    arranged(ALL, words, { by: "name", descending: false }).map(({ id }) => id);

  equal(found("sales ADA"), ["2"]);
  equal(found(""), ["3", "1", "2"]);
  equal(found("nobody"), []);
});

Deno.test("numbers in names count as numbers, and the order can be turned round", () => {
  equal(arranged(ALL, "", { by: "name", descending: true }).map(({ id }) => id), ["2", "1", "3"]);
  equal(arranged(ALL, "", { by: "created", descending: true })[0]?.id, "2");
});

Deno.test("the same column again turns the order round, another begins upwards", () => {
  equal(sortedBy("name", { by: "name", descending: false }), { by: "name", descending: true });
  equal(sortedBy("owner", { by: "name", descending: true }), { by: "owner", descending: false });
});
