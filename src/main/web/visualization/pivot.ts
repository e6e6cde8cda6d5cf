import { type Cell, type Column, isNumeric, isTemporal, type Table } from "../dataset/table.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

export interface Series {
  readonly name: string;
  /** One value for every x; null is a gap. */
  readonly values: readonly Cell[];
}

/** A query's rows turned round for drawing: one list of x, and series along it. */
export interface Pivot {
  readonly x: Column;
  readonly series: readonly Series[];
  readonly integers: boolean;
}

type Shape = Pick<Visualization, "type" | "x" | "series">;

/**
 * Turns the long form (x, series if there is one, then the measures) into series along x.
 *
 * Lines need their instants, dates and numbers in order; bars keep the order of the rows, which the query
 * may have chosen. Series are put in order by name, so that a colour means the same after every refresh.
 * Returns null if there is no x to draw along.
 */
export function pivot(shape: Shape, table: Table): Pivot | null {
  const [x, ...others] = table.columns;
  if (shape.x === null || x === undefined) return null;
  const split = shape.series === null ? null : others[0] ?? null;
  const measures = split === null ? others : others.slice(1);
  const positions = positionsOf(x, shape.type === "linechart" || shape.type === "areachart");
  const series = measures.flatMap((measure) =>
    seriesOf(measure, split, positions, measures.length > 1)
  );
  return {
    x: { ...x, values: positions.cells },
    series,
    integers: measures.every((measure) => measure.type === "integer"),
  };
}

/** The pivot as a table of its own: a row for every x, a column for every series. */
export function asTable(pivot: Pivot): Column[] {
  const type = pivot.integers ? "integer" : "number";
  return [pivot.x, ...pivot.series.map(({ name, values }) => ({ name, type, values }) as const)];
}

interface Positions {
  readonly cells: readonly Cell[];
  /** For every row the place of its x among the cells. */
  readonly ofRow: readonly number[];
}

function positionsOf(x: Column, inOrder: boolean): Positions {
  const cells = [...new Set(x.values)];
  if (inOrder && isNumeric(x.type)) cells.sort((a, b) => Number(a) - Number(b));
  if (inOrder && isTemporal(x.type)) {
    cells.sort((a, b) => Date.parse(String(a)) - Date.parse(String(b)));
  }
  const places = new Map(cells.map((cell, place) => [cell, place]));
  return { cells, ofRow: x.values.map((cell) => places.get(cell) ?? 0) };
}

function seriesOf(
  measure: Column,
  split: Column | null,
  positions: Positions,
  several: boolean,
): Series[] {
  const found = new Map<string, Cell[]>();
  measure.values.forEach((value, row) => {
    const name = nameOf(measure, split?.values[row], several);
    const values = found.get(name) ?? new Array<Cell>(positions.cells.length).fill(null);
    values[positions.ofRow[row] ?? 0] = value;
    found.set(name, values);
  });
  const series = [...found].map(([name, values]) => ({ name, values }));
  return series.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

function nameOf(measure: Column, of: Cell | undefined, several: boolean): string {
  if (of === undefined) return measure.name;
  const name = of === null || of === "" ? texts.visualization.nameless : String(of);
  return several ? `${name} · ${measure.name}` : name;
}
