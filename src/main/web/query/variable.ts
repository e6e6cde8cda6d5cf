import { texts } from "../texts.ts";

/** What a variable of a dashboard can be; the value of `All` is `$__all`. */
export interface Choice {
  readonly text: string;
  readonly value: string;
}

/** A variable that visitors may set, to values that its dashboard lists. */
export interface Variable {
  readonly name: string;
  readonly label?: string | null;
  readonly choices: readonly Choice[];
  /** The values it has unless somebody chooses others. */
  readonly current: readonly string[];
  readonly multi: boolean;
}

export const ALL = "$__all";

/** What of these values may be chosen, in the order of the list; empty for the usual ones. */
export function allowed(variable: Variable, values: readonly string[]): string[] {
  const known = variable.choices
    .map(({ value }) => value)
    .filter((value) => values.includes(value));
  return variable.multi ? known : known.slice(0, 1);
}

/** The values after a box was ticked or cleared: `All` stands alone, and none means the usual ones. */
export function toggled(
  variable: Variable,
  before: readonly string[],
  value: string,
  ticked: boolean,
): string[] {
  if (!ticked) return allowed(variable, before.filter((other) => other !== value));
  if (value === ALL) return [ALL];
  return allowed(variable, [...before.filter((other) => other !== ALL), value]);
}

/** What is chosen, in words. */
export function chosenText({ choices }: Variable, values: readonly string[]): string {
  const chosen = values.map((value) =>
    choices.find((choice) => choice.value === value)?.text ?? value
  );
  if (chosen.length === 0) return texts.query.none;
  return chosen.length <= MOST_NAMED ? chosen.join(", ") : texts.query.countChosen(chosen.length);
}

const MOST_NAMED = 2;
