import type { DisplayOptions } from "./display-options.ts";
import type { Place } from "./place.ts";

export type VisualizationType =
  | "table"
  | "linechart"
  | "barchart"
  | "stackbarchart"
  | "piechart"
  | "areachart";

export interface Visualization {
  readonly id: string;
  readonly type: VisualizationType;
  readonly title: string;
  readonly options: DisplayOptions;
  /** Where it asks to lie on the grid; null for wherever there is room. */
  readonly place: Place | null;
  /** The number by which annotations name it; null if it is not known. */
  readonly panel: string | null;
  /** Null for rows as they are, and for statements: these are drawn by what columns they answer with. */
  readonly x: { readonly column: string; readonly bucket: string | null } | null;
  /** The column whose values become series; null if each measure is one. */
  readonly series: string | null;
  /** Whether it is a table of rows as they are, rather than of measures. */
  readonly listsRows: boolean;
}

/** A key metric: the one number at the top of a dashboard. */
export interface Tile {
  readonly index: number;
  readonly title: string;
  readonly options: DisplayOptions;
  /** Null for the row above the grid. */
  readonly place: Place | null;
}
