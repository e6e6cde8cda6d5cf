import { type Draft, draftOf, type Source } from "./draft.ts";

/** A source and a draft of lines over it, for tests. */
export const POWER: Source = {
  id: "3",
  name: "Power",
  row_count: 9,
  columns: [
    { name: "at", type: "timestamp" },
    { name: "kind", type: "text" },
    { name: "amount", type: "number" },
  ],
};
export const TOTAL = { column: "amount", aggregation: "sum" };
export const POWER_LINES: Draft = draftOf({
  type: "linechart",
  title: "Power",
  options: { unit: "MW", stacked: true },
  query: {
    source: "3",
    x: { column: "at", bucket: "month" },
    series: "kind",
    measures: [TOTAL],
    filters: [{ column: "kind", op: "ne", value: "sea" }],
    order: [{ column: "at" }, { column: "gone" }],
    limit: 50,
  },
});
