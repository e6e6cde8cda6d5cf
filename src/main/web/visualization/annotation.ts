import { isTemporal } from "../dataset/table.ts";
import type { Format } from "../ui/format.ts";
import type { Pivot } from "./pivot.ts";

/** What somebody noted about a time; its text is text. */
export interface Annotation {
  /** In milliseconds since 1970. */
  readonly time: number;
  /** The end of a span; none, or the same as the time, for an instant. */
  readonly time_end?: number | null;
  readonly text: string;
  readonly tags?: readonly string[] | null;
  /** The one panel that it belongs to; none for all of them. */
  readonly panel_id?: string | number | null;
  readonly color?: string | null;
}

/** An annotation where a chart draws it. */
export interface Mark {
  readonly annotation: Annotation;
  /** Along x: milliseconds on an axis of time, else the place among the x. */
  readonly from: number;
  readonly to: number;
}

/** Those to be drawn on one visualization: the same list if all are. `panel` is null if its number is not known. */
export function annotationsOf(
  all: readonly Annotation[],
  panel: string | null,
): readonly Annotation[] {
  const its = all.filter(({ panel_id }) =>
    !panel_id || panel === null || String(panel_id) === panel
  );
  return its.length === all.length ? all : its;
}

/** Where annotations lie along the x of a chart; those outside of it are left out. */
export function marksOf(
  annotations: readonly Annotation[],
  { x }: Pivot,
  byPlace: boolean,
  format: Format,
): Mark[] {
  if (!isTemporal(x.type) || x.values.length === 0) return [];
  // Dates belong to no zone: what counts is the day that the wall shows.
  const along = (instant: number) => x.type === "date" ? format.zone.wallOf(instant) : instant;
  const instants = x.values.map((cell) => Date.parse(String(cell)));
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const width = byPlace ? (last - first) / Math.max(1, instants.length - 1) : 0;
  const at = (instant: number) => {
    const inside = Math.min(last, Math.max(first, instant));
    return byPlace ? placeOf(inside, instants) : inside;
  };
  return annotations.flatMap((annotation) => {
    const from = along(annotation.time);
    const to = Math.max(from, along(annotation.time_end || annotation.time));
    if (to < first || from > last + width) return [];
    return [{ annotation, from: at(from), to: at(to) }];
  });
}

/** For a chart's n-th x those annotations that are told there: the nearest x, or all that a span covers. */
export function marksAt(marks: readonly Mark[], xs: readonly number[], index: number): Mark[] {
  const x = xs[index] ?? Number.NaN;
  return marks.filter(({ from, to }) => (from <= x && x <= to) || nearestOf(from, xs) === index);
}

function nearestOf(value: number, xs: readonly number[]): number {
  const distances = xs.map((x) => Math.abs(x - value));
  return distances.indexOf(Math.min(...distances));
}

/** The place of the newest bucket that has begun by then. */
function placeOf(instant: number, instants: readonly number[]): number {
  let best = 0;
  instants.forEach((start, place) => {
    const current = instants[best] ?? start;
    if (start <= instant && (start > current || current > instant)) best = place;
  });
  return best;
}
