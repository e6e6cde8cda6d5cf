type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

const INTEGER = /^-?\d+$/;

/**
 * Reads JSON without rounding: an integer that a double cannot hold becomes a bigint.
 *
 * A browser that does not hand the reviver its source text rounds, as JSON.parse always did.
 */
export function parseExactly(text: string): unknown {
  const exact: Reviver = (_key, value, context) => {
    if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
    const source = context?.source ?? "";
    return INTEGER.test(source) ? BigInt(source) : value;
  };
  return JSON.parse(text, exact);
}
