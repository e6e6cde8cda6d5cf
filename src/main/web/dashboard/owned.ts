import {
  type Content,
  readTile,
  readVisualization,
  type SentTile,
  type SentVisualization,
} from "./content.ts";
import type { TimeRange } from "./time-range.ts";

/** A dashboard as its owner reads it: visualizations come with their queries. */
export interface OwnedDashboard {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly time_range?: TimeRange | null;
  readonly tiles: readonly SentTile[];
  readonly visualizations: readonly OwnedVisualization[];
}

interface OwnedVisualization extends Omit<SentVisualization, "x" | "series" | "measures"> {
  readonly query: Pick<SentVisualization, "x" | "series" | "measures">;
}

/** Seconds between two looks for newer data while an owner looks on. */
const REFRESH_SECONDS = 30;

/** What the dashboard shows, drawn as for a visitor. */
export function contentOf(dashboard: OwnedDashboard): Content {
  return {
    title: dashboard.name,
    kind: "dashboard",
    time_zone: dashboard.time_zone,
    time_range: dashboard.time_range ?? null,
    time_selection: true,
    variables: [],
    annotations: false,
    tiles: dashboard.tiles.map(readTile),
    visualizations: dashboard.visualizations.map(({ query, ...rest }) =>
      readVisualization({ ...rest, ...query })
    ),
    notes: [],
    refresh_seconds: REFRESH_SECONDS,
  };
}
