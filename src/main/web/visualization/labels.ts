import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

interface Labelled {
  readonly shown: Visualization;
  readonly pivot: Pivot;
  readonly format: Format;
}

/** Writes the x at a place. */
export type Label = (place: number) => string;

/** How each x is written: in a tooltip, under bars, beside a pie. Of many, few are ever read. */
export function labelOf({ shown, pivot: { x }, format }: Labelled): Label {
  const write = format.writer(x, shown.x?.bucket ?? null, {}, true);
  return (place) => {
    const cell = x.values[place] ?? null;
    return cell === null || cell === "" ? texts.visualization.nameless : write(cell);
  };
}

export function labelsOf(labelled: Labelled): string[] {
  return labelled.pivot.x.values.map((_, place) => place).map(labelOf(labelled));
}
