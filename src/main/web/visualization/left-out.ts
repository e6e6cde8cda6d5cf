import { toNumber } from "../dataset/table.ts";
import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

type Type = Pick<Visualization, "type">;

/** Why nothing can be drawn, in words; null if something can. */
export function emptyText({ type }: Type, { series }: Pivot): string | null {
  const numbers = series.flatMap(({ values }) => values.map(toNumber));
  if (numbers.every((number) => number === null)) return texts.visualization.noDataToShow;
  const hasSlices = numbers.some((number) => (number ?? 0) > 0);
  return type === "piechart" && !hasSlices ? texts.visualization.nothingAboveZero : null;
}

/** Says in words which values have no place in a pie; null of what shows all it has. */
export function leftOutNote({ type }: Type, { series }: Pivot, format: Format): string | null {
  if (type !== "piechart") return null;
  const below = series[0]?.values.filter((cell) => (toNumber(cell) ?? 0) < 0) ?? [];
  const { length } = below;
  return length === 0 ? null : texts.visualization.belowZeroLeftOut(length, format.number(length));
}
