import { type ColumnType, isTemporal } from "../dataset/table.ts";
import { type Filter, readFilter, type SentFilter, sentFilter } from "../query/filter.ts";
import { type DisplayOptions, LOOKS, readOptions } from "./display-options.ts";
import type { VisualizationType } from "./visualization.ts";

/** A source as an owner sees it. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly SourceColumn[];
  readonly row_count: number;
}

export interface SourceColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export interface Measure {
  /** Null for a count of rows. */
  readonly column: string | null;
  readonly aggregation: string;
  readonly name?: string;
}

export interface Order {
  readonly column: string;
  readonly direction?: string;
}

/** What a visualization asks its source, as the API has it. */
export interface Query {
  readonly source?: string;
  readonly x?: { readonly column: string; readonly bucket?: string | null } | null;
  readonly series?: string | null;
  readonly measures?: readonly Measure[] | null;
  readonly columns?: readonly string[] | null;
  readonly limit?: number | null;
  readonly filters?: readonly SentFilter[] | null;
  readonly order?: readonly Order[] | null;
  /** Instead of all these where it is made of SQL. */
  readonly statements?: readonly unknown[];
}

/** A visualization or key metric while somebody works on it: whatever its type does not need is kept for another type. */
export interface Draft {
  /** Whether it is one number instead of a visualization. */
  readonly metric: boolean;
  readonly type: VisualizationType;
  readonly title: string;
  readonly source: string;
  readonly x: string | null;
  readonly bucket: string;
  readonly series: string | null;
  readonly measures: readonly Measure[];
  /** Of a table that lists rows; none where a table is grouped. */
  readonly columns: readonly string[];
  readonly grouped: boolean;
  readonly limit: number | null;
  readonly filters: readonly Filter[];
  /** What of the answer comes first; null for its usual order. */
  readonly order: Order | null;
  /** How it is drawn and its numbers are written. */
  readonly look: DisplayOptions;
  /** As it was, for what is not changed here. */
  readonly before: Query;
  readonly optionsBefore: unknown;
}

/** What is changed; without an id a new one is made. */
export interface Edited {
  readonly id?: string;
  readonly version?: number;
  readonly type: VisualizationType;
  readonly title: string;
  readonly query: Query;
  readonly options?: unknown;
}

export function draftOf({ type, title, query, options }: Edited, metric = false): Draft {
  const measures = query.measures ?? [];
  return {
    metric,
    type,
    title,
    source: query.source ?? "",
    x: query.x?.column ?? null,
    bucket: query.x?.bucket ?? "auto",
    series: query.series ?? null,
    measures,
    columns: query.columns ?? [],
    grouped: metric || measures.length > 0,
    limit: query.limit ?? null,
    filters: (query.filters ?? []).map(readFilter),
    order: query.order?.[0] ?? null,
    look: readOptions(options),
    before: query,
    optionsBefore: options ?? {},
  };
}

/** What is asked of the source, with all that the type has no use for left out. */
export function queryOf(draft: Draft, source: Source | undefined): Query {
  const { before, limit } = draft;
  if (before.statements !== undefined) return before;
  const filters = draft.filters.map((filter) => {
    const type = source?.columns.find(({ name }) => name === filter.column)?.type;
    return sentFilter(filter, type ?? "text");
  });
  const common = {
    source: draft.source,
    ...(filters.length === 0 ? {} : { filters }),
    ...(limit === null ? {} : { limit }),
  };
  if (listsRows(draft)) {
    return { ...common, columns: draft.columns, ...orderOf(draft) };
  }
  const x = draft.x === null ? {} : { x: xOf(draft, source) };
  const series = isSplit(draft) ? { series: draft.series } : {};
  return { ...common, ...x, ...series, measures: measuresOf(draft), ...orderOf(draft) };
}

/** What is saved of it. */
export function editedOf(draft: Draft, sources: readonly Source[]): Edited {
  const { type, title, look, optionsBefore } = draft;
  const source = sources.find(({ id }) => id === draft.source);
  const known = new Set<string>(LOOKS);
  const others = Object.entries(Object(optionsBefore)).filter(([name]) => !known.has(name));
  const { grid: _, ...chosen } = look;
  return {
    type,
    title: title.trim(),
    query: queryOf(draft, source),
    options: { ...Object.fromEntries(others), ...chosen },
  };
}

/** The same with some of its look changed; what is undefined has its default again. */
export function looking(
  draft: Draft,
  change: { readonly [name in keyof DisplayOptions]?: unknown },
) {
  return { ...draft, look: readOptions({ ...draft.look, ...change }) };
}

export function listsRows({ type, grouped }: Draft): boolean {
  return type === "table" && !grouped;
}

/** Whether it has a series for every value of a column. */
export function isSplit({ type, series }: Draft): boolean {
  return series !== null && type !== "piechart";
}

/** Whether there is room for several values side by side. */
export function allowsSeveral({ metric, type, series }: Draft): boolean {
  if (metric) return false;
  return type !== "piechart" && type !== "stackbarchart" && (series === null || type === "table");
}

function xOf({ x, bucket }: Draft, source: Source | undefined) {
  const type = source?.columns.find(({ name }) => name === x)?.type;
  const column = x ?? "";
  return type !== undefined && isTemporal(type) && bucket !== "" ? { column, bucket } : { column };
}

export function measuresOf(draft: Draft): readonly Measure[] {
  return allowsSeveral(draft) ? draft.measures : draft.measures.slice(0, 1);
}

export function nameOf({ name, column, aggregation }: Measure): string {
  return name ?? (column === null ? aggregation : `${aggregation}(${column})`);
}

/** An order of what the answer has no more would be refused; further ones stay as they were. */
function orderOf(draft: Draft) {
  const { order, before } = draft;
  const first = before.order?.[0];
  const kept = order?.column === first?.column && before.source === draft.source;
  const all = order === null ? [] : [order, ...(kept ? before.order?.slice(1) ?? [] : [])];
  const names = answered(draft);
  const left = all.filter(({ column }) => names.includes(column));
  return left.length === 0 ? {} : { order: left };
}

/** Names of the columns of the answer, by which it can be ordered. */
export function answered(draft: Draft): string[] {
  if (listsRows(draft)) return [...draft.columns];
  return [draft.x, draft.series, ...measuresOf(draft).map(nameOf)].filter((name) => name !== null);
}
