import {
  type Content,
  readTile,
  readVisualization,
  type SentTile,
  type SentVisualization,
} from "../dashboard/content.ts";
import type { TimeRange } from "../dashboard/time-range.ts";

/** What a visitor may see of what is shared, as the server sends it. */
export interface SharedDashboard {
  readonly title: string;
  readonly kind: "dashboard" | "visualization";
  readonly time_zone: string;
  readonly time_range?: TimeRange | null;
  readonly tiles: readonly SentTile[];
  readonly visualizations: readonly SentVisualization[];
  readonly refresh_seconds: number;
}

export function contentOf(shared: SharedDashboard): Content {
  const { title, kind, time_zone, time_range, tiles, visualizations, refresh_seconds } = shared;
  return {
    title,
    kind,
    time_zone,
    time_range: time_range ?? null,
    tiles: tiles.map(readTile),
    visualizations: visualizations.map(readVisualization),
    refresh_seconds,
  };
}
