import type { Field, Group, Values } from "./field.ts";
import { groupsOf } from "./kind-fields.ts";
import type { Kind, OwnedSource } from "./owned-source.ts";

/** What stands for a secret that is kept. */
export const KEPT = "***";

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A source while somebody sets it up. */
export interface Entry {
  readonly name: string;
  readonly values: Values;
  readonly headers: readonly Header[];
}

type Members = Readonly<Record<string, unknown>>;

/** Members that every source has; the others are those of its kind. */
const USUAL = new Set([
  "id",
  "name",
  "kind",
  "columns",
  "row_count",
  "version",
  "changed_at",
  "keep",
  "created",
  "refresh",
]);
const OPEN_HEADERS = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/** Whether the server never shows the value of a header again. */
export function isSecret(header: string): boolean {
  return !OPEN_HEADERS.has(header.trim().toLowerCase());
}

/** What a form for this kind shows at first; `source` is what is changed, if anything is. */
export function entryOf(kind: Kind, source: OwnedSource | null): Entry {
  const members: Members = { ...source };
  const fields = fieldsOf(groupsOf(kind));
  const values = fields.map((field) => {
    const known = at(members, field.name);
    return [field.name, known === undefined ? initialOf(field, source) : textOf(known)] as const;
  });
  const entered = { ...Object.fromEntries(values), ...chosen(fields, members, source) };
  const headers = Object.entries(Object(members["headers"])).map(([name, value]) => ({
    name,
    value: String(value),
  }));
  return { name: source?.name ?? "", values: entered, headers };
}

/** The usual value, unless something was left out on purpose. */
function initialOf({ initial = "", options }: Field, source: OwnedSource | null): string {
  const leavesOut = options === undefined || options.some(([value]) => value === "");
  return source !== null && leavesOut ? "" : initial;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** A choice between members is for the form alone: the member that is there tells which was chosen. */
function chosen(fields: readonly Field[], members: Members, source: OwnedSource | null): Values {
  const choices = fields.filter(({ name }) => name.startsWith("~")).map((field) => {
    const { name, options = [], initial = "" } = field;
    const found = options.find(([member]) => members[member] !== undefined);
    return [name, source === null ? initial : found?.[0] ?? initial] as const;
  });
  return Object.fromEntries(choices);
}

/** Those that are of use, by what was entered. */
export function askedOf(groups: readonly Group[], values: Values): Field[] {
  return fieldsOf(groups).filter(({ asked }) => asked?.(values) ?? true);
}

/** What has to be filled in and is not, by the names of fields. */
export function missingOf(kind: Kind, { name, values }: Entry): string[] {
  const empty = askedOf(groupsOf(kind), values)
    .filter((field) => field.required && (values[field.name] ?? "").trim() === "")
    .map((field) => field.name);
  return name.trim() === "" ? ["name", ...empty] : empty;
}

/** The members of its kind, as sent to make or to test it. */
export function membersOf(kind: Kind, { values, headers }: Entry): Members {
  const members: Record<string, unknown> = {};
  for (const field of askedOf(groupsOf(kind), values)) {
    if (field.name.startsWith("~")) continue;
    const value = field.type === "headers"
      ? headersOf(headers)
      : valueOf(field, values[field.name] ?? "");
    if (value !== undefined) put(members, field.name, value);
  }
  return members;
}

/** The same as a change: what was taken away is null. */
export function changesOf(kind: Kind, entry: Entry): Members {
  const fields = fieldsOf(groupsOf(kind)).filter(({ name }) => !name.startsWith("~"));
  const gone = fields.map(({ name }) => [name.split(".", 1)[0] ?? name, null] as const);
  return { ...Object.fromEntries(gone), ...membersOf(kind, entry) };
}

/** What a source has that no form asks for: a test needs it, too. */
export function othersOf(kind: Kind, source: OwnedSource): Members {
  const known = new Set(fieldsOf(groupsOf(kind)).map(({ name }) => name.split(".", 1)[0] ?? name));
  const others = Object.entries(source).filter(([name]) => !known.has(name) && !USUAL.has(name));
  return Object.fromEntries(others);
}

function fieldsOf(groups: readonly Group[]): Field[] {
  return groups.flatMap(({ fields }) => [...fields]);
}

function headersOf(headers: readonly Header[]): Members | undefined {
  const named = headers.filter(({ name, value }) => name.trim() !== "" || value !== "");
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map(({ name, value }) => [name.trim(), value]));
}

function valueOf({ type, name }: Field, entered: string): unknown {
  if (type === "flag") return entered === "true";
  const text = type === "secret" || type === "area" ? entered : entered.trim();
  if (text === "") return undefined;
  if (type === "list") return text.split(",").map((item) => item.trim()).filter(Boolean);
  return (type === "number" || name.endsWith("_seconds")) && /^-?\d+$/.test(text)
    ? Number(text)
    : text;
}

function at(members: Members, path: string): unknown {
  const found = path.split(".").reduce<unknown>(
    (value, name) => (Object(value) as Members)[name],
    members,
  );
  return found ?? undefined;
}

function put(members: Record<string, unknown>, path: string, value: unknown): void {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    members[first] = value;
  } else {
    const inner = (members[first] ?? {}) as Record<string, unknown>;
    members[first] = inner;
    put(inner, rest.join("."), value);
  }
}
