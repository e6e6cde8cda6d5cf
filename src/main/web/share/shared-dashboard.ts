import {
  type Content,
  readNote,
  readTile,
  readVisualization,
  type SentNote,
  type SentTile,
  type SentVisualization,
} from "../dashboard/content.ts";
import type { OwnedDashboard } from "../dashboard/owned.ts";
import type { TimeRange } from "../dashboard/time-range.ts";
import type { Variable } from "../query/variable.ts";

/** What a visitor may see of what is shared, as the server sends it. */
export interface SharedDashboard {
  readonly title: string;
  readonly kind: "dashboard" | "visualization";
  readonly time_zone: string;
  readonly time_range?: TimeRange | null;
  readonly time_selection?: boolean;
  readonly variables?: readonly Variable[] | null;
  readonly annotations?: boolean;
  readonly tiles: readonly SentTile[];
  readonly visualizations: readonly SentVisualization[];
  readonly notes?: readonly SentNote[] | null;
  readonly refresh_seconds: number;
  /** What the holder of an edit link changes it by. */
  readonly edit?: OwnedDashboard | null;
}

export function contentOf(shared: SharedDashboard): Content {
  const { title, kind, time_zone, refresh_seconds } = shared;
  return {
    title,
    kind,
    time_zone,
    time_range: shared.time_range ?? null,
    time_selection: shared.time_selection ?? false,
    variables: shared.variables ?? [],
    annotations: shared.annotations ?? false,
    tiles: shared.tiles.map(readTile),
    visualizations: shared.visualizations.map(readVisualization),
    notes: (shared.notes ?? []).map(readNote),
    refresh_seconds,
  };
}
