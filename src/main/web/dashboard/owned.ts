import type { SentFilter } from "../query/filter.ts";
import { ALL, type Variable } from "../query/variable.ts";
import type { OwnedSource } from "../source/sources-dialog.ts";
import type { Query } from "../visualization/draft.ts";
import {
  type Content,
  readNote,
  readTile,
  readVisualization,
  type SentNote,
  type SentTile,
  type SentVisualization,
} from "./content.ts";
import type { TimeRange } from "./time-range.ts";
import { texts } from "../texts.ts";

/** A dashboard as its owner reads it: visualizations come with their queries. */
export interface OwnedDashboard {
  readonly id: string;
  readonly name: string;
  /** E-mail address; whoever has no account is not told it. */
  readonly owner?: string;
  readonly time_zone: string;
  readonly time_range?: TimeRange | null;
  readonly version: number;
  readonly filters?: readonly SentFilter[];
  readonly tiles: readonly OwnedTile[];
  readonly visualizations: readonly OwnedVisualization[];
  readonly notes?: readonly SentNote[];
  readonly variables?: readonly OwnedVariable[];
  readonly sources: readonly OwnedSource[];
}

export interface OwnedVariable extends Variable {
  readonly include_all?: boolean;
  readonly hidden?: boolean;
}

export interface OwnedTile extends SentTile {
  readonly query: Query;
}

export interface OwnedVisualization extends Omit<SentVisualization, "x" | "series" | "measures"> {
  readonly query: Query;
  readonly version: number;
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
    variables: (dashboard.variables ?? []).filter(({ hidden }) => !hidden).map(choosable),
    annotations: true,
    tiles: dashboard.tiles.map(readTile),
    visualizations: dashboard.visualizations.map(({ query, ...rest }) => {
      const { x = null, series = null, measures = null } = query;
      return readVisualization({ ...rest, x, series, measures });
    }),
    notes: (dashboard.notes ?? []).map(readNote),
    refresh_seconds: REFRESH_SECONDS,
  };
}

/** As visitors have it: with the choice of all values where there is one. */
function choosable({ name, label, choices, current, multi, include_all }: OwnedVariable): Variable {
  const all = include_all ? [{ text: texts.dashboard.all, value: ALL }] : [];
  return { name, label: label ?? name, choices: [...all, ...choices], current, multi };
}
