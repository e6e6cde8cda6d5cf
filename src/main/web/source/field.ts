import type { Option } from "../ui/options.ts";
import { texts } from "../texts.ts";

/** What was entered, by the names of fields. */
export type Values = Readonly<Record<string, string>>;

/** One thing that a kind of source needs to know. */
export interface Field {
  /** Member on the wire, with dots into nested ones; one that begins with `~` is for the form alone. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Text unless told otherwise. */
  readonly type?: "text" | "number" | "area" | "choice" | "secret" | "flag" | "list" | "headers";
  readonly options?: readonly Option[];
  /** What stands there at first. */
  readonly initial?: string;
  readonly required?: boolean;
  /** Whether it takes a line of its own. */
  readonly wide?: boolean;
  /** Whether it is of use, by what was entered elsewhere. */
  readonly asked?: (values: Values) => boolean;
}

/** Fields that belong together. */
export interface Group {
  readonly legend: string;
  readonly fields: readonly Field[];
}

/** Times between two runs, in seconds. */
export const EVERY: readonly Option[] = Object.entries(texts.source.every);

/** Whether a field has one of these values. */
export const is = (name: string, ...values: readonly string[]) => (entered: Values) =>
  values.includes(entered[name] ?? "");

/** Asks how often. */
export const every = (
  initial: string,
  label: string = texts.source.refreshEvery,
  options = EVERY,
): Field => ({
  name: "refresh_seconds",
  label,
  type: "choice",
  options,
  initial,
});
