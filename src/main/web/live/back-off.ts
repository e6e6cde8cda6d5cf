const FIRST = 1_000;
const LONGEST = 10_000;

/**
 * Milliseconds until the next try: anything up to a bound that doubles, so that thousands of pages that
 * lost their server at once do not come back at once.
 *
 * @param failures in a row, at least one
 * @param chance from 0 to 1
 */
export function pause(failures: number, chance: number): number {
  return chance * Math.min(LONGEST, FIRST * 2 ** (failures - 1));
}
