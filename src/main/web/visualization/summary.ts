import { type Cell, toNumber } from "../dataset/table.ts";
import type { Format, NumberStyle } from "../ui/format.ts";
import type { Pivot, Series } from "./pivot.ts";
import type { Visualization, VisualizationType } from "./visualization.ts";

const NAMES: Readonly<Record<VisualizationType, string>> = {
  table: "Table",
  linechart: "Line chart",
  barchart: "Bar chart",
  stackbarchart: "Stacked bar chart",
  piechart: "Pie chart",
  areachart: "Area chart",
};
const TOLD = 5;

/** What a chart shows, in words: its extent, and of each series the lowest, highest and last value. */
export function summary(shown: Visualization, pivot: Pivot, format: Format): string {
  const bucket = shown.x?.bucket ?? null;
  const labels = format.column(pivot.x, bucket, {}, false);
  const style = shown.options;
  const told = pivot.series.slice(0, TOLD).map((series) => ofSeries(series, labels, format, style));
  const more = pivot.series.length - TOLD;
  const rest = more > 0 ? [`${more} more series are in the table.`] : [];
  return [extent(shown, labels), ...told, ...rest].join(" ");
}

function extent(shown: Visualization, labels: readonly string[]): string {
  const name = NAMES[shown.type];
  const along = `${name} by ${shown.x?.column ?? "row"}`;
  if (labels.length === 0) return `${name} without data.`;
  if (labels.length === 1) return `${along}, one point: ${labels[0]}.`;
  return `${along}, ${labels.length} points from ${labels[0]} to ${labels.at(-1)}.`;
}

function ofSeries(
  series: Series,
  labels: readonly string[],
  format: Format,
  style: NumberStyle,
): string {
  const points = series.values
    .map((cell, place) => ({ cell, number: toNumber(cell), label: labels[place] ?? "" }))
    .filter((point): point is Point => point.number !== null);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${series.name}: no values.`;
  const low = points.reduce((a, b) => (b.number < a.number ? b : a), first);
  const high = points.reduce((a, b) => (b.number > a.number ? b : a), first);
  const tell = (point: Point) => `${format.number(point.cell, style)} (${point.label})`;
  return `${series.name}: lowest ${tell(low)}, highest ${tell(high)}, last ${tell(last)}.`;
}

interface Point {
  readonly cell: Cell;
  readonly number: number;
  readonly label: string;
}
