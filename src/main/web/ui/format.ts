import { type Cell, type Column, isNumeric, toNumber } from "../dataset/table.ts";
import { Zone } from "./zone.ts";

/** How fine the instants of a column are. */
export type Grain = "year" | "month" | "day" | "minute" | "second";

export const NUMBER_FORMATS = ["plain", "compact", "percent", "currency"] as const;
export type NumberFormat = typeof NUMBER_FORMATS[number];

/** How numbers are written. */
export interface NumberStyle {
  /** Written after every number, such as `°C`. */
  readonly unit?: string;
  /** Fixed count of digits after the decimal mark. */
  readonly decimals?: number;
  /** `percent` writes 0.25 as 25 %. */
  readonly number_format?: NumberFormat;
  /** Of ISO 4217, such as `EUR`; without one no number is written as money. */
  readonly currency?: string;
}

export const NOTHING = "–";

const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const BUCKET_GRAINS: Readonly<Record<string, Grain>> = {
  year: "year",
  quarter: "month",
  month: "month",
  week: "day",
  day: "day",
  hour: "minute",
  minute: "minute",
  second: "second",
};
const INSTANTS: Readonly<Record<Grain, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "short" },
  day: { dateStyle: "medium" },
  minute: { dateStyle: "medium", timeStyle: "short" },
  second: { dateStyle: "medium", timeStyle: "medium" },
};
const PREFIXES = new Set(["$", "€", "£", "¥"]);

/** Writes a value of a column. */
export type Writer = (cell: Cell) => string;

/** Writes values in the visitor's language and instants in the dashboard's time zone. */
export class Format {
  static readonly UTC = new Format([], "UTC");
  readonly zone: Zone;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #instants = new Map<string, Intl.DateTimeFormat>();

  constructor(readonly locales: readonly string[], timeZone: string) {
    this.zone = new Zone(timeZone);
  }

  /** A number with all the digits that matter to a reader; integers with every digit. */
  number(cell: Cell, style: NumberStyle = {}): string {
    const value = typeof cell === "bigint" ? cell : toNumber(cell);
    if (value === null) return NOTHING;
    const usual = typeof value === "bigint" ? {} : digitsFor(value, style.decimals);
    return withUnit(this.#number(styled(style) ?? usual).format(value), style.unit);
  }

  /** A number along an axis; a year has no thousands mark. */
  plain(value: number): string {
    return this.#number({ useGrouping: "min2", maximumFractionDigits: 6 }).format(value);
  }

  /** A short number for an axis, such as 1.2M. */
  compact(value: number, style: NumberStyle = {}): string {
    const options = { ...styled(style), ...shortly(value) };
    return withUnit(this.#number(options).format(value), style.unit);
  }

  percent(share: number): string {
    const format = this.#number({ style: "percent", maximumFractionDigits: 1 });
    const least = 0.001;
    return share > 0 && share < least ? `<${format.format(least)}` : format.format(share);
  }

  instant(instant: number, grain: Grain): string {
    return this.instantAs(instant, INSTANTS[grain]);
  }

  instantAs(instant: number, options: Intl.DateTimeFormatOptions): string {
    return this.#instant(this.zone.name, options).format(instant);
  }

  /** An instant with the name of its zone, such as "21 Nov 2026, 20:55 CET". */
  instantWithZone(instant: number): string {
    return this.instantAs(instant, {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    });
  }

  /** Writes the values of one column, all in the same manner. */
  column(column: Column, bucket: string | null, style: NumberStyle, raw: boolean): string[] {
    return column.values.map(this.writer(column, bucket, style, raw));
  }

  /** Writes any value of one column in the manner of them all. */
  writer(column: Column, bucket: string | null, style: NumberStyle, raw: boolean): Writer {
    const { type, values } = column;
    if (isNumeric(type)) return this.#numbersAs(values, style, raw);
    if (type === "timestamp") {
      return this.#instantsAs(this.zone.name, grainOf(values, bucket, this.zone));
    }
    if (type === "date") {
      return this.#instantsAs("UTC", bucket === null ? "day" : BUCKET_GRAINS[bucket] ?? "day");
    }
    return (cell) => (cell === null || cell === "" ? NOTHING : String(cell));
  }

  #numbersAs(cells: readonly Cell[], style: NumberStyle, raw: boolean): Writer {
    const options = styled(style) ?? digitsOfColumn(cells, style.decimals, raw);
    const format = this.#number({ ...options, useGrouping: raw ? "min2" : "auto" });
    return (cell) => {
      const value = typeof cell === "bigint" ? cell : toNumber(cell);
      return value === null ? NOTHING : withUnit(format.format(value), style.unit);
    };
  }

  #instantsAs(zone: string, grain: Grain): Writer {
    const format = this.#instant(zone, INSTANTS[grain]);
    return (cell) => {
      const instant = Date.parse(String(cell));
      if (cell === null || Number.isNaN(instant)) return cell === null ? NOTHING : String(cell);
      return format.format(instant);
    };
  }

  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const known = this.#numbers.get(key) ?? new Intl.NumberFormat([...this.locales], options);
    this.#numbers.set(key, known);
    return known;
  }

  #instant(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify([timeZone, options]);
    const known = this.#instants.get(key) ??
      new Intl.DateTimeFormat([...this.locales], { ...options, timeZone });
    this.#instants.set(key, known);
    return known;
  }
}

/** How finely instants must be written so that nothing they say is lost. */
export function grainOf(cells: readonly Cell[], bucket: string | null, zone: Zone): Grain {
  const known = bucket === null ? undefined : BUCKET_GRAINS[bucket];
  if (known !== undefined) return known;
  const instants = cells.map((cell) => Date.parse(String(cell))).filter(Number.isFinite);
  if (instants.some((instant) => instant % MINUTE !== 0)) return "second";
  if (instants.some((instant) => instant % QUARTER_HOUR !== 0)) return "minute";
  const walls = instants.map((instant) => new Date(zone.wallOf(instant)));
  if (walls.some((wall) => wall.getUTCHours() + wall.getUTCMinutes() > 0)) return "minute";
  if (bucket === null || walls.some((wall) => wall.getUTCDate() > 1)) return "day";
  return walls.some((wall) => wall.getUTCMonth() > 0) ? "month" : "year";
}

/** What a style asks of all numbers; null if it leaves that to each of them. */
function styled(style: NumberStyle): Intl.NumberFormatOptions | null {
  const { number_format = "plain", currency, decimals } = style;
  const fixed = decimals === undefined
    ? {}
    : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  switch (number_format) {
    case "plain":
      return null;
    case "compact":
      return { notation: "compact", maximumFractionDigits: 2, ...fixed };
    case "percent":
      return { style: "percent", maximumFractionDigits: 1, ...fixed };
    case "currency":
      return currency === undefined
        ? null
        : { style: "currency", currency, currencyDisplay: "narrowSymbol", ...fixed };
  }
}

function shortly(value: number): Intl.NumberFormatOptions {
  const notation = Math.abs(value) < 1e15 ? "compact" : "scientific";
  return { notation, maximumFractionDigits: 2 };
}

function digitsFor(value: number, decimals?: number): Intl.NumberFormatOptions {
  if (decimals !== undefined) {
    return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  }
  if (Math.abs(value) >= 100) return { maximumFractionDigits: 2 };
  return Math.abs(value) >= 1 ? { maximumFractionDigits: 3 } : { maximumSignificantDigits: 4 };
}

/** One count of digits after the mark for a whole column, so that the marks line up. */
function digitsOfColumn(
  cells: readonly Cell[],
  decimals: number | undefined,
  raw: boolean,
): Intl.NumberFormatOptions {
  const values = cells.map((cell) => Math.abs(toNumber(cell) ?? 0));
  const most = Math.max(0, ...values.map(digitsAfterMark));
  const few = values.some((value) => value > 0 && value < 1) ? 4 : 2;
  if (decimals === undefined && raw) {
    return { minimumFractionDigits: most <= 2 ? most : 0, maximumFractionDigits: 15 };
  }
  const digits = decimals ?? Math.min(most, few);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** At most four: nobody reads more in a table of measures. */
function digitsAfterMark(value: number): number {
  return (String(Number(value.toFixed(4))).split(".")[1] ?? "").length;
}

function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined || unit === "") return text;
  if (PREFIXES.has(unit)) return text.startsWith("-") ? `-${unit}${text.slice(1)}` : unit + text;
  return unit === "%" || unit === "°" ? text + unit : `${text}\u00a0${unit}`;
}
