import { equal } from "../testing.ts";
import { ALL, allowed, chosenText, toggled, type Variable } from "./variable.ts";

const CITIES: Variable = {
  name: "city",
  choices: [
    { text: "All", value: ALL },
    { text: "Berlin", value: "ber" },
    { text: "Oslo", value: "osl" },
    { text: "Rome", value: "rom" },
  ],
  current: [ALL],
  multi: true,
};

Deno.test("values that are not listed are not chosen", () => {
  equal(allowed(CITIES, ["rom", "'; DROP TABLE", "ber"]), ["ber", "rom"]);
  equal(allowed({ ...CITIES, multi: false }, ["rom", "ber"]), ["ber"]);
});

Deno.test("a ticked box joins the others, and All stands alone", () => {
  equal(toggled(CITIES, ["osl"], "ber", true), ["ber", "osl"]);
  equal(toggled(CITIES, [ALL], "ber", true), ["ber"]);
  equal(toggled(CITIES, ["ber", "osl"], ALL, true), [ALL]);
});

Deno.test("the last box cleared gives the usual values", () => {
  equal(toggled(CITIES, ["ber", "osl"], "ber", false), ["osl"]);
  equal(toggled(CITIES, ["osl"], "osl", false), []);
});

Deno.test("few values are named, many are counted", () => {
  equal(chosenText(CITIES, ["ber", "osl"]), "Berlin, Oslo");
  equal(chosenText(CITIES, ["ber", "osl", "rom"]), "3 chosen");
});
