import { equal } from "../testing.ts";
import { examplesOf } from "./api-examples.ts";

const BASE = "https://data.email.com/x";

Deno.test("examples name the dashboard, its source and the key", () => {
  const [list, share, push] = examplesOf(BASE, "sd_1", { dashboard: "7", pushSource: "9" });

  equal(
    list?.command,
    `curl "https://data.email.com/x/dashboards" \\\n  -H "Authorization: Bearer sd_1"`,
  );
  equal(share?.command.includes("/dashboards/7/share"), true);
  equal(push?.command.includes("/sources/9/rows"), true);
});

Deno.test("without a source to push to, one is made first", () => {
  const [, , source] = examplesOf(BASE, null, { dashboard: "7", pushSource: null });

  equal(source?.command.includes("/dashboards/7/sources"), true);
  equal(source?.command.includes("YOUR_API_KEY"), true);
});

Deno.test("without a dashboard there is one example", () => {
  equal(examplesOf(BASE, null, null).map(({ title }) => title), ["List dashboards"]);
});
