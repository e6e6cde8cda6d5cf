import { type Cell, toNumber } from "../dataset/table.ts";
import type { Format, NumberStyle } from "../ui/format.ts";
import type { Label } from "./labels.ts";
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
  const write = format.writer(pivot.x, bucket, {}, false);
  const label = (place: number) => write(pivot.x.values[place] ?? null);
  const style = shown.options;
  const told = pivot.series.slice(0, TOLD).map((series) => ofSeries(series, label, format, style));
  const more = pivot.series.length - TOLD;
  const rest = more > 0 ? [texts.visualization.moreMoreSeriesAreInThe(more)] : [];
  return [extent(shown, pivot.x.values.length, label), ...told, ...rest].join(" ");
}

function extent(shown: Visualization, count: number, label: Label): string {
  const name = NAMES[shown.type];
  const along = texts.visualization.nameByRow(name, shown.x?.column ?? "row");
  if (count === 0) return texts.visualization.nameWithoutData(name);
  if (count === 1) return texts.visualization.alongOnePointLabels(along, label(0));
  return texts.visualization.alongCountPointsFromLabelsTo(
    along,
    count,
    label(0),
    label(count - 1),
  );
}

function ofSeries(
  series: Series,
  label: Label,
  format: Format,
  style: NumberStyle,
): string {
  const points = series.values
    .map((cell, place) => ({ cell, number: toNumber(cell), place }))
    .filter((point): point is Point => point.number !== null);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return texts.visualization.nameNoValues(series.name);
  }
  const low = points.reduce((a, b) => (b.number < a.number ? b : a), first);
  const high = points.reduce((a, b) => (b.number > a.number ? b : a), first);
  const tell = (point: Point) => `${format.number(point.cell, style)} (${label(point.place)})`;
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
  readonly place: number;
}
