import { isTemporal, type Table } from "../dataset/table.ts";
import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";
import { texts } from "../texts.ts";

const MOST_SERIES = 100;

/** Says in words what a truncated answer leaves out; null for a whole one. */
export function cutNote(table: Table, pivot: Pivot | null, format: Format): string | null {
  if (!table.truncated) return null;
  if (pivot === null) {
    return texts.visualization.showsTheFirstCountRowsThere(format.number(table.row_count));
  }
  if (pivot.series.length >= MOST_SERIES) {
    return texts.visualization.showsCountSeriesThereMayBe(format.number(pivot.series.length));
  }
  const end = isTemporal(pivot.x.type) ? texts.visualization.newest : texts.visualization.first;
  const each = pivot.series.length > 1 ? texts.visualization.perSeries : "";
  return texts.visualization.showsTheEndCountPointsEach(end, format.number(longest(pivot)), each);
}

function longest({ series }: Pivot): number {
  return Math.max(0, ...series.map(({ values }) => values.filter((cell) => cell !== null).length));
}
