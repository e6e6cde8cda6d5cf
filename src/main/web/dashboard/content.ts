import type { Variable } from "../query/variable.ts";
import { readOptions } from "../visualization/display-options.ts";
import { type Place, readPlace } from "../visualization/place.ts";
import type { Tile, Visualization, VisualizationType } from "../visualization/visualization.ts";
import type { TimeRange } from "./time-range.ts";

/** What a dashboard, or one visualization shared alone, shows. */
export interface Content {
  readonly title: string;
  readonly kind: "dashboard" | "visualization";
  readonly time_zone: string;
  readonly time_range: TimeRange | null;
  /** Whether whoever looks may choose another time range. */
  readonly time_selection: boolean;
  /** Those that whoever looks may set. */
  readonly variables: readonly Variable[];
  /** Whether there are annotations to ask for. */
  readonly annotations: boolean;
  readonly tiles: readonly Tile[];
  readonly visualizations: readonly Visualization[];
  readonly notes: readonly Note[];
  /** Seconds between two looks for newer data; 0 for never. */
  readonly refresh_seconds: number;
}

/** What cannot be shown, and why. */
export interface Note {
  readonly title: string;
  readonly text: string;
  readonly place: Place | null;
}

/** A visualization as the server sends it: what it does not have is left out. */
export interface SentVisualization {
  readonly id: string;
  readonly type: VisualizationType;
  readonly title: string;
  readonly options?: unknown;
  readonly place?: unknown;
  readonly panel_id?: string | number | null;
  readonly x?: { readonly column: string; readonly bucket?: string | null } | null;
  readonly series?: string | null;
  readonly measures?: readonly unknown[] | null;
}

export interface SentTile {
  readonly title: string;
  readonly options?: unknown;
  readonly place?: unknown;
}

export interface SentNote {
  readonly title: string;
  readonly text: string;
  /** Only told to those with an account. */
  readonly detail?: string;
  readonly place?: unknown;
}

export function readVisualization(sent: SentVisualization): Visualization {
  const { id, type, title, place, panel_id, x, series, measures } = sent;
  const options = readOptions(sent.options);
  return {
    id,
    type,
    title,
    options,
    place: readPlace(place) ?? options.grid ?? null,
    panel: panel_id == null ? null : String(panel_id),
    x: x ? { column: x.column, bucket: x.bucket ?? null } : null,
    series: series ?? null,
    listsRows: (measures ?? []).length === 0,
  };
}

export function readTile({ title, options, place }: SentTile, index: number): Tile {
  return { index, title, options: readOptions(options), place: readPlace(place) };
}

export function readNote({ title, text, detail, place }: SentNote): Note {
  const whole = detail === undefined ? text : `${text} ${detail}`;
  return { title, text: whole, place: readPlace(place) };
}
