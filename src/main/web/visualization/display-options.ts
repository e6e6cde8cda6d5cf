import { NUMBER_FORMATS, type NumberStyle } from "../ui/format.ts";
import { type Place, readPlace } from "./place.ts";

/** How an owner wants it shown; every one has a default and unknown ones are ignored. */
export interface DisplayOptions extends NumberStyle {
  /** Where it lies on the dashboard's grid. */
  readonly grid?: Place;
  /** Whether an area chart adds its series up; by default it does if they come from one column. */
  readonly stacked?: boolean;
  readonly legend?: LegendPlace;
  /** What series are coloured from that have no colour of their own. */
  readonly palette?: Palette;
  /** By the name of a series, or of a slice: which of the page's eight colours it has, from 1. */
  readonly colors?: Readonly<Record<string, number>>;
  readonly x_title?: string;
  readonly y_title?: string;
  /** Where the axis of values begins and ends; by default where the values do. */
  readonly y_min?: number;
  readonly y_max?: number;
  /** Whether the axis of values is logarithmic; where values stand on each other it never is. */
  readonly y_log?: boolean;
  /** Fixed count of digits after the decimal mark along the axis. */
  readonly y_decimals?: number;
}

export const LEGEND_PLACES = ["bottom", "top", "right", "none"] as const;
export type LegendPlace = typeof LEGEND_PLACES[number];
export const PALETTES = ["all", "cool", "warm"] as const;
export type Palette = typeof PALETTES[number];
export const COLORS = 8;

const LONGEST_UNIT = 20;
const LONGEST_TITLE = 100;
const MOST_DECIMALS = 15;
const MOST_COLORED = 100;
const CURRENCY = /^[A-Z]{3}$/;

/** Names of all that an editor can change; `grid` has a place of its own. */
export const LOOKS = [
  "unit",
  "decimals",
  "number_format",
  "currency",
  "stacked",
  "legend",
  "palette",
  "colors",
  "x_title",
  "y_title",
  "y_min",
  "y_max",
  "y_log",
  "y_decimals",
] as const;

type Read<T> = (value: unknown) => T | undefined;
type Readers = { readonly [name in keyof DisplayOptions]-?: Read<DisplayOptions[name]> };

const READERS: Readers = {
  grid: (value) => readPlace(value) ?? undefined,
  unit: text(LONGEST_UNIT),
  decimals: digits,
  number_format: oneOf(NUMBER_FORMATS),
  currency: (value) => typeof value === "string" && CURRENCY.test(value) ? value : undefined,
  stacked: truth,
  legend: oneOf(LEGEND_PLACES),
  palette: oneOf(PALETTES),
  colors: readColors,
  x_title: text(LONGEST_TITLE),
  y_title: text(LONGEST_TITLE),
  y_min: finite,
  y_max: finite,
  y_log: truth,
  y_decimals: digits,
};

/** Reads options that any program may have sent: what does not fit counts as not given. */
export function readOptions(sent: unknown): DisplayOptions {
  if (typeof sent !== "object" || sent === null) return {};
  const options = new Map(Object.entries(sent));
  const read = Object.entries(READERS)
    .map(([name, reader]) => [name, reader(options.get(name))] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(read);
}

function text(longest: number): Read<string> {
  return (value) => typeof value === "string" && value.length <= longest ? value : undefined;
}

function oneOf<T extends string>(all: readonly T[]): Read<T> {
  return (value) => all.find((one) => one === value);
}

function truth(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function finite(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function digits(value: unknown): number | undefined {
  return isCount(value) && value <= MOST_DECIMALS ? value : undefined;
}

function readColors(value: unknown): Readonly<Record<string, number>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const fitting = Object.entries(value)
    .filter(([, color]) => isCount(color) && color >= 1 && color <= COLORS);
  return fitting.length === 0 ? undefined : Object.fromEntries(fitting.slice(0, MOST_COLORED));
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
