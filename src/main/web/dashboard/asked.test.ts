import { equal } from "../testing.ts";
import { pageSearch, readAsked, searchOf, USUAL, valuesOf } from "./asked.ts";

const CITY = {
  name: "city",
  choices: [{ text: "Oslo", value: "osl" }, { text: "Rome", value: "rom" }],
  current: ["osl"],
  multi: true,
};
const OPEN = { time_selection: true, variables: [CITY] };

Deno.test("what the page's address asks for is asked of the data", () => {
  const asked = readAsked("?from=now-7d&to=now&var-city=rom&var-city=osl", OPEN);

  equal(asked.range, { from: "now-7d", to: "now" });
  equal(valuesOf(asked, CITY), ["osl", "rom"]);
  equal(searchOf(asked), "?from=now-7d&to=now&var-city=osl&var-city=rom");
});

Deno.test("nothing is sent that may not be chosen", () => {
  const closed = { time_selection: false, variables: [] };

  equal(searchOf(readAsked("?from=now-7d&to=now&var-city=rom", closed)), "");
  equal(searchOf(readAsked("?var-city=paris&var-country=no", OPEN)), "");
});

Deno.test("ends that are no time are left out", () => {
  equal(readAsked("?from=yesterday&to=1767225600000", OPEN).range, null);
  equal(readAsked("?from=1767225600000", OPEN).range, { from: "1767225600000", to: "now" });
  equal(readAsked("?from=now-7&to=", OPEN).range, null);
});

Deno.test("the usual values need no parameter", () => {
  equal(searchOf(USUAL), "");
  equal(valuesOf(USUAL, CITY), ["osl"]);
});

Deno.test("the page keeps whatever else its address says", () => {
  const asked = { range: { from: "now-1h", to: "now" }, variables: new Map() };

  equal(
    pageSearch("?kiosk=1&from=now-7d&var-city=rom", asked),
    "?kiosk=1&from=now-1h&to=now",
  );
  equal(pageSearch("?from=now-7d", USUAL), "");
});
