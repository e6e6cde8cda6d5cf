import { type Cell, toNumber } from "../dataset/table.ts";
import type { Format, NumberStyle } from "../ui/format.ts";
import type { Pivot, Series } from "./pivot.ts";
import type { Visualization, VisualizationType } from "./visualization.ts";
import { texts } from "../texts.ts";

const NAMES: Readonly<Record<VisualizationType, string>> = {
  table: texts.visualization.table,
  linechart: texts.visualization.lineChart,
  barchart: texts.visualization.barChart,
  stackbarchart: texts.visualization.stackedBarChart,
  piechart: texts.visualization.pieChart,
  areachart: texts.visualization.areaChart,
};
const TOLD = 5;

/** What a chart shows, in words: its extent, and of each series the lowest, highest and last value. */
export function summary(shown: Visualization, pivot: Pivot, format: Format): string {
  const bucket = shown.x?.bucket ?? null;
  const labels = format.column(pivot.x, bucket, {}, false);
  const style = shown.options;
  const told = pivot.series.slice(0, TOLD).map((series) => ofSeries(series, labels, format, style));
  const more = pivot.series.length - TOLD;
  const rest = more > 0 ? [texts.visualization.moreMoreSeriesAreInThe(more)] : [];
  return [extent(shown, labels), ...told, ...rest].join(" ");
}

function extent(shown: Visualization, labels: readonly string[]): string {
  const name = NAMES[shown.type];
  const along = texts.visualization.nameByRow(name, shown.x?.column ?? "row");
  if (labels.length === 0) return texts.visualization.nameWithoutData(name);
  if (labels.length === 1) return texts.visualization.alongOnePointLabels(along, labels[0]);
  return texts.visualization.alongCountPointsFromLabelsTo(
    along,
    labels.length,
    labels[0],
    labels.at(-1),
  );
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
  if (first === undefined || last === undefined) {
    return texts.visualization.nameNoValues(series.name);
  }
  const low = points.reduce((a, b) => (b.number < a.number ? b : a), first);
  const high = points.reduce((a, b) => (b.number > a.number ? b : a), first);
  const tell = (point: Point) => `${format.number(point.cell, style)} (${point.label})`;
  return texts.visualization.nameLowestTellHighestTell2Last(
    series.name,
    tell(low),
    tell(high),
    tell(last),
  );
}

interface Point {
  readonly cell: Cell;
  readonly number: number;
  readonly label: string;
}
