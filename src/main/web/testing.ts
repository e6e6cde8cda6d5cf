/** Fails with both values unless they are the same in depth. */
export function equal(actual: unknown, expected: unknown): void {
  const left = Deno.inspect(actual, { depth: 9, sorted: true });
  const right = Deno.inspect(expected, { depth: 9, sorted: true });
  if (left !== right) throw new Error(`expected ${right}\n but was ${left}`);
}
