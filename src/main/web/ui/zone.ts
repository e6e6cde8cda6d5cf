const PARTS = { year: 0, month: 1, day: 2, hour: 3, minute: 4, second: 5 } as const;

/**
 * A time zone's clock on the wall, told as the milliseconds that UTC would need to show the same.
 *
 * A zone this browser does not know is taken to be UTC.
 */
export class Zone {
  readonly name: string;
  readonly #clock: Intl.DateTimeFormat;

  constructor(name: string) {
    this.name = isKnown(name) ? name : "UTC";
    this.#clock = new Intl.DateTimeFormat("en-US", {
      timeZone: this.name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  wallOf(instant: number): number {
    const fields = [0, 1, 1, 0, 0, 0];
    for (const { type, value } of this.#clock.formatToParts(instant)) {
      if (type in PARTS) fields[PARTS[type as keyof typeof PARTS]] = Number(value);
    }
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields;
    return Date.UTC(year, month - 1, day, hour, minute, second) +
      (((instant % 1000) + 1000) % 1000);
  }

  /** The instant at which the wall shows this; of two the later, and past a gap of a clock change. */
  instantOf(wall: number): number {
    const guess = wall - (this.wallOf(wall) - wall);
    return guess - (this.wallOf(guess) - wall);
  }
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
