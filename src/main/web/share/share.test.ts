import { equal } from "../testing.ts";
import { csvOf, filtered, frameOf, type Share } from "./share.ts";

const POWER: Share = {
  id: "1",
  share_link: "https://h/share/0a",
  dashboard: { id: "7", name: "Power" },
  target: { kind: "dashboard", id: "7", title: "Power" },
  access: "view",
  has_password: false,
  enabled: true,
  created: "2026-01-02T03:04:05Z",
  created_by: "ada@email.com",
  last_used: "2026-01-03T03:04:05Z",
  kind: "link",
  time_selection: false,
  annotations: false,
  variable_selection: false,
  embed: false,
};
const PAUSED: Share = { ...POWER, id: "2", kind: "public", enabled: false, last_used: null };

Deno.test("links are found by all the words and their state", () => {
  const ids = (words: string, state: "all" | "active" | "paused" | "unused") =>
    filtered([POWER, PAUSED], words, state).map(({ id }) => id);

  equal(ids("", "all"), ["1", "2"]);
  equal(ids("power PUBLIC", "all"), ["2"]);
  equal(ids("ada", "active"), ["1"]);
  equal(ids("", "paused"), ["2"]);
  equal(ids("", "unused"), ["2"]);
  equal(ids("bob", "all"), []);
});

Deno.test("a file of links has no addresses and no formulas", () => {
  const hostile = { ...POWER, dashboard: { id: "7", name: '=1+"1"' } };

  equal(csvOf([hostile]).split("\r\n"), [
    "dashboard,shows,title,access,enabled,created,created_by,last_used",
    `"'=1+""1""",Dashboard,Power,can view,true,2026-01-02T03:04:05Z,ada@email.com,2026-01-03T03:04:05Z`,
    "",
  ]);
});

Deno.test("titles in a frame's text are text", () => {
  const hostile = { ...POWER, target: { ...POWER.target, title: '"><script>' } };

  equal(frameOf(hostile).includes('title="&quot;>&lt;script>"'), true);
});
