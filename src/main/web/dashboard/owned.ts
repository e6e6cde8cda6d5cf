import { readOptions } from "../visualization/display-options.ts";
import type { Visualization } from "../visualization/visualization.ts";
import type { Content } from "./dashboard-view.ts";
import type { TimeRange } from "./time-range.ts";

/** A dashboard as its owner reads it: visualizations come with their queries. */
export interface OwnedDashboard {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly time_range: TimeRange | null;
  readonly tiles: readonly { readonly title: string; readonly options?: unknown }[];
  readonly visualizations: readonly OwnedVisualization[];
}

export interface OwnedVisualization extends Pick<Visualization, "id" | "type" | "title"> {
  readonly options?: unknown;
  readonly query: {
    readonly x?: { readonly column: string; readonly bucket?: string | null } | null;
    readonly series?: string | null;
    readonly measures?: readonly { readonly name?: string | null }[] | null;
  };
}

/** Seconds between two looks for newer data while an owner looks on. */
const REFRESH_SECONDS = 30;

/** What the dashboard shows, drawn as for a visitor. */
export function contentOf(dashboard: OwnedDashboard): Content {
  return {
    title: dashboard.name,
    kind: "dashboard",
    time_zone: dashboard.time_zone,
    time_range: dashboard.time_range,
    tiles: dashboard.tiles.map(({ title, options }, index) => ({
      index,
      title,
      options: readOptions(options),
    })),
    visualizations: dashboard.visualizations.map(shownOf),
    refresh_seconds: REFRESH_SECONDS,
  };
}

function shownOf({ id, type, title, options, query }: OwnedVisualization): Visualization {
  return {
    id,
    type,
    title,
    options: readOptions(options),
    x: query.x ? { column: query.x.column, bucket: query.x.bucket ?? null } : null,
    series: query.series ?? null,
    measures: (query.measures ?? []).map(({ name }) => name ?? ""),
  };
}
