import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";
import type { Visualization } from "./visualization.ts";
import { texts } from "../texts.ts";

interface Labelled {
  readonly shown: Visualization;
  readonly pivot: Pivot;
  readonly format: Format;
}

/** How each x is written: in a tooltip, under bars, beside a pie. */
export function labelsOf({ shown, pivot: { x }, format }: Labelled): string[] {
  const written = format.column(x, shown.x?.bucket ?? null, {}, true);
  return written.map((text, place) => {
    const cell = x.values[place];
    return cell === null || cell === "" ? texts.visualization.nameless : text;
  });
}
