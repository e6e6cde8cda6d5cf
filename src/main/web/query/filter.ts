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
const TRUTHS: readonly Op[] = [["eq", texts.query.is], ...EMPTY];
/** Ways that one cannot choose here, and that some program may have chosen. */
const OTHERS: readonly Op[] = [["gt", texts.query.moreThan], ["lt", texts.query.lessThan]];

/** How values of a type can be compared; `now` is among them whatever it is. */
export function opsFor(type: ColumnType, now = ""): readonly Op[] {
  const usual = type === "boolean" ? TRUTHS : type === "text" ? WORDS : ORDERED;
  if (usual.some(([name]) => name === now)) return usual;
  const other = [...WORDS, ...ORDERED, ...OTHERS].find(([name]) => name === now);
  return other === undefined ? usual : [...usual, other];
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

/** Of what kind the field for a value is. */
export function fieldFor(type: ColumnType): "date" | "number" | "text" {
  if (isTemporal(type)) return "date";
  return isNumeric(type) ? "number" : "text";
}
