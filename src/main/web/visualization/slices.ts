import { type Cell, toNumber } from "../dataset/table.ts";
import type { Pivot } from "./pivot.ts";
import { texts } from "../texts.ts";

/** A part of a pie. */
export interface Slice {
  readonly name: string;
  readonly size: number;
  /** The exact value; for the rest taken together their sum. */
  readonly cell: Cell;
  /** Between 0 and 1. */
  readonly share: number;
}

/** As many as there are colours, so that no two look alike. */
const MOST = 8;

/** The parts from large to small; the smallest beyond eight are taken together, those not above zero left out. */
export function slicesOf(pivot: Pivot, labels: readonly string[]): Slice[] {
  const values = pivot.series[0]?.values ?? [];
  const parts = values
    .map((cell, place) => ({ name: labels[place] ?? "", cell, size: toNumber(cell) ?? 0 }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  const whole = sum(parts);
  const shown = parts.length <= MOST
    ? parts
    : [...parts.slice(0, MOST - 1), rest(parts.slice(MOST - 1))];
  return shown.map((part) => ({ ...part, share: part.size / whole }));
}

function rest(parts: readonly { size: number }[]): { name: string; cell: Cell; size: number } {
  const size = sum(parts);
  return { name: texts.visualization.countOthers(parts.length), cell: size, size };
}

function sum(parts: readonly { size: number }[]): number {
  return parts.reduce((total, { size }) => total + size, 0);
}
