const BETWEEN = /[\s,;]+/;
const ADDRESS = /^[^@\s]+@[^@\s]+$/;

/** The addresses before, and those of a text that somebody typed or pasted; each of them once. */
export function withAddresses(before: readonly string[], text: string): string[] {
  const found = new Map(before.map((address) => [address.toLowerCase(), address]));
  for (const address of text.split(BETWEEN)) {
    if (address !== "" && !found.has(address.toLowerCase())) {
      found.set(address.toLowerCase(), address);
    }
  }
  return [...found.values()];
}

/** Those that cannot be addresses. */
export function wrongOf(addresses: readonly string[]): string[] {
  return addresses.filter((address) => !ADDRESS.test(address));
}
