import { isTemporal, type Table } from "../dataset/table.ts";
import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";

const MOST_SERIES = 100;

/** Says in words what a truncated answer leaves out; null for a whole one. */
export function cutNote(table: Table, pivot: Pivot | null, format: Format): string | null {
  if (!table.truncated) return null;
  if (pivot === null) {
    return `Shows the first ${format.number(table.row_count)} rows; there are more.`;
  }
  if (pivot.series.length >= MOST_SERIES) {
    return `Shows ${
      format.number(pivot.series.length)
    } series; there may be more, and more points.`;
  }
  const end = isTemporal(pivot.x.type) ? "newest" : "first";
  const each = pivot.series.length > 1 ? " per series" : "";
  return `Shows the ${end} ${format.number(longest(pivot))} points${each}; there are more.`;
}

function longest({ series }: Pivot): number {
  return Math.max(0, ...series.map(({ values }) => values.filter((cell) => cell !== null).length));
}
