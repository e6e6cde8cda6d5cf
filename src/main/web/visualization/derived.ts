import { type Cell, type Column, isNumeric, isTemporal, type Table } from "../dataset/table.ts";
import type { Visualization } from "./visualization.ts";

/** A visualization with what it is drawn along, and its table with the columns in that order. */
export interface Derived {
  readonly shown: Visualization;
  readonly table: Table;
}

const BETWEEN = " · ";

/**
 * Finds out from its columns how the answer of a statement is drawn: x is the first time or date, else the
 * first text of bars and the first of several numbers of lines; all other texts together name the series,
 * all other numbers are measures.
 *
 * Returns null if there is no number to draw. What says itself what it is drawn along stays as it is.
 */
export function derive(shown: Visualization, table: Table): Derived | null {
  if (shown.x !== null || shown.type === "table") return { shown, table };
  const numbers = table.columns.filter(({ type }) => isNumeric(type));
  const names = table.columns.filter(({ type }) => !isNumeric(type) && !isTemporal(type));
  if (numbers.length === 0) return null;
  if (shown.type === "piechart") return pie(shown, table, names, numbers);
  const x = alongOf(shown, table, names, numbers);
  const series = joined(names.filter((column) => column !== x));
  return ordered(shown, table, x, series, numbers.filter((column) => column !== x));
}

function alongOf(
  { type }: Visualization,
  { columns, row_count }: Table,
  names: readonly Column[],
  numbers: readonly Column[],
): Column {
  const time = columns.find((column) => isTemporal(column.type));
  const number = numbers.length > 1 ? numbers[0] : undefined;
  const bars = type === "barchart" || type === "stackbarchart";
  const other = bars ? names[0] ?? number : number ?? names[0];
  return time ?? other ?? rowNumbers(row_count);
}

/** A slice for every name, of its last value; without names one for every number. */
function pie(
  shown: Visualization,
  table: Table,
  names: readonly Column[],
  numbers: readonly Column[],
): Derived {
  const name = joined(names);
  if (name !== null) return ordered(shown, table, name, null, numbers);
  const x = { name: "column", type: "text", values: numbers.map((column) => column.name) } as const;
  const type = numbers.every((column) => column.type === "integer") ? "integer" : "number";
  const size = { name: "value", type, values: numbers.map(lastOf) } as const;
  return ordered(shown, { ...table, row_count: numbers.length }, x, null, [size]);
}

function ordered(
  shown: Visualization,
  table: Table,
  x: Column,
  series: Column | null,
  measures: readonly Column[],
): Derived {
  const all = [x, ...(series === null ? [] : [series]), ...measures];
  const named = !isNumeric(x.type) && !isTemporal(x.type);
  const there = x.values.map((cell) => named || cell !== null);
  const columns = all.map((column) => ({
    ...column,
    values: column.values.filter((_, row) => there[row]),
  }));
  return {
    shown: {
      ...shown,
      x: { column: x.name, bucket: null },
      series: series?.name ?? null,
      listsRows: false,
    },
    table: { ...table, columns },
  };
}

function joined(columns: readonly Column[]): Column | null {
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0) return first ?? null;
  const values = first.values.map((_, row) =>
    columns.map((column) => String(column.values[row] ?? "")).filter((text) => text !== "")
      .join(BETWEEN)
  );
  return { name: columns.map(({ name }) => name).join(BETWEEN), type: "text", values };
}

function rowNumbers(count: number): Column {
  return { name: "row", type: "integer", values: Array.from({ length: count }, (_, at) => at + 1) };
}

function lastOf({ values }: Column): Cell {
  return values.findLast((cell) => cell !== null) ?? null;
}
