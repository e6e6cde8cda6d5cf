import type { Place } from "../dashboard/grid.ts";

export type VisualizationType =
  | "table"
  | "linechart"
  | "barchart"
  | "stackbarchart"
  | "piechart"
  | "areachart";

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

export interface Visualization {
  readonly id: string;
  readonly type: VisualizationType;
  readonly title: string;
  readonly options: DisplayOptions | null;
  readonly x: { readonly column: string; readonly bucket: string | null } | null;
  /** The column whose values become series; null if each measure is one. */
  readonly series: string | null;
  readonly measures: readonly string[];
}

/** A key metric: the one number at the top of a dashboard. */
export interface Tile {
  readonly index: number;
  readonly title: string;
  readonly options: DisplayOptions | null;
}
