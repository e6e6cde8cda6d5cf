import { allowed, type Variable } from "../query/variable.ts";
import type { Content } from "./content.ts";
import { isEnd, type TimeRange } from "./time-range.ts";

/** What whoever looks at a dashboard asks of its queries. */
export interface Asked {
  /** Null for the dashboard's own. */
  readonly range: TimeRange | null;
  /** By name, those that are not as usual. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

type Choosable = Pick<Content, "time_selection" | "variables">;

export const USUAL: Asked = { range: null, variables: new Map() };
const VARIABLE = "var-";

/** Reads what the address of a page asks for; what may not be chosen counts as not asked for. */
export function readAsked(search: string, { time_selection, variables }: Choosable): Asked {
  const parameters = new URLSearchParams(search);
  const chosen = variables
    .map((
      variable,
    ) => [variable.name, allowed(variable, parameters.getAll(VARIABLE + variable.name))])
    .filter((entry): entry is [string, string[]] => (entry[1] ?? []).length > 0);
  return {
    range: time_selection ? rangeIn(parameters) : null,
    variables: new Map(chosen),
  };
}

/** The question for the address of a page or of data: empty, or beginning with a question mark. */
export function searchOf({ range, variables }: Asked): string {
  const parameters = new URLSearchParams();
  if (range?.from) parameters.set("from", range.from);
  if (range?.to) parameters.set("to", range.to);
  for (const [name, values] of variables) {
    for (const value of values) parameters.append(VARIABLE + name, value);
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** The address of a page that asks for this, with whatever else it said. */
export function pageSearch(search: string, asked: Asked): string {
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) {
    if (name === "from" || name === "to" || name.startsWith(VARIABLE)) parameters.delete(name);
  }
  for (const [name, value] of new URLSearchParams(searchOf(asked))) parameters.append(name, value);
  return parameters.size === 0 ? "" : `?${parameters}`;
}

export function valuesOf({ variables }: Asked, variable: Variable): readonly string[] {
  return variables.get(variable.name) ?? variable.current;
}

/** A range needs a beginning; without an end it goes on until now. */
function rangeIn(parameters: URLSearchParams): TimeRange | null {
  const from = parameters.get("from") ?? "";
  const to = parameters.get("to") ?? "";
  return isEnd(from) ? { from, to: isEnd(to) ? to : "now" } : null;
}
