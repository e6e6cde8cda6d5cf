import { equal } from "../testing.ts";
import { dashboardIn } from "./grafana-json.ts";

Deno.test("a dashboard comes without the names it had elsewhere", () => {
  const text = '{"id": 7, "uid": "abc", "title": "Power", "panels": []}';

  equal(dashboardIn(text), { id: null, uid: null, title: "Power", panels: [] });
  equal(dashboardIn(`{"meta": {}, "dashboard": ${text}}`), dashboardIn(text));
});

Deno.test("what is no dashboard is told apart from what is no JSON", () => {
  const refusal = (text: string) => {
    try {
      return dashboardIn(text);
    } catch (failure) {
      return String(failure).slice(7, 20);
    }
  };

  equal(refusal("title: Power"), "This is not J");
  equal(refusal("[1]"), "This is JSON,");
  equal(refusal('{"rows": 3}'), "This is JSON,");
});
