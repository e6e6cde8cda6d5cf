import { type ColumnType, isNumeric, isTemporal } from "../dataset/table.ts";
import { texts } from "../texts.ts";

/** A filter as the API has it. */
export interface SentFilter {
  readonly column: string;
  readonly op: string;
  readonly value?: unknown;
}

/** A filter while somebody works on it: two values for `between`, else one, as they are typed. */
export interface Filter {
  readonly column: string;
  readonly op: string;
  readonly values: readonly string[];
}

export interface FilterColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export type FieldKind = "date" | "datetime-local" | "number" | "text";

const DAY = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;

type Op = readonly [name: string, text: string];

const EMPTY: readonly Op[] = [["is_null", texts.query.isEmpty], [
  "not_null",
  texts.query.isNotEmpty,
]];
const WORDS: readonly Op[] = [
  ["contains", texts.query.contains],
  ["eq", texts.query.is],
  ["ne", texts.query.isNot],
  ["in", texts.query.isOneOf],
  ...EMPTY,
];
const ORDERED: readonly Op[] = [
  ["ge", texts.query.atLeast],
  ["le", texts.query.atMost],
  ["between", texts.query.between],
  ["eq", texts.query.is],
  ["ne", texts.query.isNot],
  ...EMPTY,
];
const TIMES: readonly Op[] = [
  ["ge", texts.query.from],
  ["le", texts.query.until],
  ...ORDERED.slice(2),
];
const TRUTHS: readonly Op[] = [["eq", texts.query.is], ...EMPTY];
/** Ways that one cannot choose here, and that some program may have chosen. */
const OTHERS: readonly Op[] = [["gt", texts.query.moreThan], ["lt", texts.query.lessThan]];

/** How values of a type can be compared; `now` is among them whatever it is. */
export function opsFor(type: ColumnType, now = ""): readonly Op[] {
  const usual = usualFor(type);
  if (usual.some(([name]) => name === now)) return usual;
  const other = [...WORDS, ...ORDERED, ...OTHERS].find(([name]) => name === now);
  return other === undefined ? usual : [...usual, other];
}

function usualFor(type: ColumnType): readonly Op[] {
  if (type === "boolean") return TRUTHS;
  if (type === "text") return WORDS;
  return isTemporal(type) ? TIMES : ORDERED;
}

export function valuesNeeded(op: string): number {
  if (op === "is_null" || op === "not_null") return 0;
  return op === "between" ? 2 : 1;
}

/** A filter of a column as it is proposed first. */
export function filterOf({ name, type }: FilterColumn): Filter {
  const op = opsFor(type)[0]?.[0] ?? "eq";
  return { column: name, op, values: type === "boolean" ? ["true"] : [] };
}

export function readFilter({ column, op, value }: SentFilter): Filter {
  if (op === "in" && Array.isArray(value)) return { column, op, values: [value.join(", ")] };
  const values = Array.isArray(value) ? value : value == null ? [] : [value];
  return { column, op, values: values.map(String) };
}

/** What is sent of it; a column of an unknown type is taken to hold text. */
export function sentFilter({ column, op, values }: Filter, type: ColumnType): SentFilter {
  const count = valuesNeeded(op);
  if (count === 0) return { column, op };
  const [first = "", second = ""] = values;
  if (op === "in") {
    const words = first.split(",").map((word) => word.trim()).filter((word) => word !== "");
    return { column, op, value: words.map((word) => literal(word, type)) };
  }
  const one = literal(first, type);
  return { column, op, value: count === 2 ? [one, literal(second, type)] : one };
}

/** Whether nothing of a filter is missing. */
export function isWhole({ op, values }: Filter): boolean {
  return Array.from({ length: valuesNeeded(op) }, (_, index) => values[index] ?? "")
    .every((value) => value.trim() !== "");
}

function literal(text: string, type: ColumnType): unknown {
  if (type === "boolean") return text === "true";
  if (!isNumeric(type)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** Of what kind the field for a value is: one that shows it, whatever some program has set. */
export function fieldFor(type: ColumnType, { op }: Pick<Filter, "op">, value = ""): FieldKind {
  if (op === "in") return "text";
  if (isNumeric(type)) return "number";
  if (type === "date") return value === "" || DAY.test(value) ? "date" : "text";
  if (type !== "timestamp") return "text";
  return value === "" || DAY.test(value) || LOCAL.test(value) ? "datetime-local" : "text";
}

/** A value as its field shows it: a day among times is its beginning. */
export function shownIn(kind: FieldKind, value: string): string {
  return kind === "datetime-local" && DAY.test(value) ? `${value}T00:00` : value;
}
