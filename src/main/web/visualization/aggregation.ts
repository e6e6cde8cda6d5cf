import { type ColumnType, isNumeric } from "../dataset/table.ts";
import type { Option } from "../ui/options.ts";
import { texts } from "../texts.ts";

/** How the rows of a group become one value. */
export const AGGREGATIONS: readonly Option[] = [
  ["count", texts.visualization.count],
  ["count_distinct", texts.visualization.countOfDifferent],
  ["sum", texts.visualization.sum],
  ["avg", texts.visualization.average],
  ["min", texts.visualization.lowest],
  ["max", texts.visualization.highest],
  ["median", texts.visualization.median],
  ["last", texts.visualization.last],
];
/** How long a stretch of time is one group. */
export const BUCKETS: readonly Option[] = [
  ["auto", texts.visualization.fitting],
  ["second", texts.visualization.second],
  ["minute", texts.visualization.minute],
  ["hour", texts.visualization.hour],
  ["day", texts.visualization.day],
  ["week", texts.visualization.week],
  ["month", texts.visualization.month],
  ["quarter", texts.visualization.quarter],
  ["year", texts.visualization.year],
];
const NUMERIC = new Set(["sum", "avg", "median"]);

/** Whether an aggregation can be made of a column. */
export function fits(aggregation: string, type: ColumnType): boolean {
  return isNumeric(type) || !NUMERIC.has(aggregation);
}
