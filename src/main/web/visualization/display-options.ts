import { type Place, readPlace } from "./place.ts";

/** How an owner wants it shown; every one has a default and unknown ones are ignored. */
export interface DisplayOptions {
  /** Where it lies on the dashboard's grid. */
  readonly grid?: Place;
  /** Written after every number, such as `°C`. */
  readonly unit?: string;
  /** Fixed count of digits after the decimal mark. */
  readonly decimals?: number;
  /** Whether an area chart adds its series up; by default it does if they come from one column. */
  readonly stacked?: boolean;
}

const LONGEST_UNIT = 20;
const MOST_DECIMALS = 15;

/** Reads options that any program may have sent: what does not fit counts as not given. */
export function readOptions(sent: unknown): DisplayOptions {
  if (typeof sent !== "object" || sent === null) return {};
  const options = sent as { readonly [name: string]: unknown };
  const { unit, decimals, stacked } = options;
  const grid = readPlace(options["grid"]);
  return {
    ...(grid === null ? {} : { grid }),
    ...(typeof unit === "string" && unit.length <= LONGEST_UNIT ? { unit } : {}),
    ...(isCount(decimals) && decimals <= MOST_DECIMALS ? { decimals } : {}),
    ...(typeof stacked === "boolean" ? { stacked } : {}),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
