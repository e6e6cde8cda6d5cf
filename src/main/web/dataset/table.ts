export type ColumnType = "timestamp" | "date" | "number" | "integer" | "boolean" | "text";

/** One value as the server sent it; timestamps and dates are ISO 8601 text. */
export type Cell = string | number | bigint | boolean | null;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly Cell[];
}

/** The answer to a query: columns of equal length. */
export interface Table {
  readonly columns: readonly Column[];
  readonly row_count: number;
  /** Whether the server left rows out to stay within its limit. */
  readonly truncated: boolean;
  /** Instant at which the data was true, ISO 8601. */
  readonly as_of: string;
  /** Whether there is newer data, which takes a while to get. */
  readonly stale?: boolean;
  /** Only where new rows cannot be had at the moment: when they last could be, if ever. */
  readonly outage?: { readonly refreshed_at?: string };
}

export function isNumeric(type: ColumnType): boolean {
  return type === "number" || type === "integer";
}

export function isTemporal(type: ColumnType): boolean {
  return type === "timestamp" || type === "date";
}

/** The number to draw for a value; null where there is nothing to draw. */
export function toNumber(cell: Cell): number | null {
  if (cell === null || cell === "" || typeof cell === "boolean") return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}
