import { readOptions } from "../visualization/display-options.ts";
import type { Tile, Visualization, VisualizationType } from "../visualization/visualization.ts";
import type { TimeRange } from "./time-range.ts";

/** What a dashboard, or one visualization shared alone, shows. */
export interface Content {
  readonly title: string;
  readonly kind: "dashboard" | "visualization";
  readonly time_zone: string;
  readonly time_range: TimeRange | null;
  readonly tiles: readonly Tile[];
  readonly visualizations: readonly Visualization[];
  /** Seconds between two looks for newer data; 0 for never. */
  readonly refresh_seconds: number;
}

/** A visualization as the server sends it: what it does not have is left out. */
export interface SentVisualization {
  readonly id: string;
  readonly type: VisualizationType;
  readonly title: string;
  readonly options?: unknown;
  readonly x?: { readonly column: string; readonly bucket?: string | null } | null;
  readonly series?: string | null;
  readonly measures?: readonly unknown[] | null;
}

export interface SentTile {
  readonly title: string;
  readonly options?: unknown;
}

export function readVisualization(sent: SentVisualization): Visualization {
  const { id, type, title, options, x, series, measures } = sent;
  return {
    id,
    type,
    title,
    options: readOptions(options),
    x: x ? { column: x.column, bucket: x.bucket ?? null } : null,
    series: series ?? null,
    listsRows: (measures ?? []).length === 0,
  };
}

export function readTile({ title, options }: SentTile, index: number): Tile {
  return { index, title, options: readOptions(options) };
}
