import { texts } from "../texts.ts";

/** A change of a dashboard as the server tells it. */
export interface PastChange {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Absent for whoever has an edit link. */
  readonly who?: string;
  readonly what: string;
  readonly detail: string;
  readonly visualization?: string;
  /** What a request would send to have it back. */
  readonly was?: { readonly [member: string]: unknown };
}

/** A request that takes a change back. */
export interface Undo {
  readonly method: "POST" | "PATCH";
  readonly path: string;
  readonly body: object;
}

const MEMBERS: Readonly<Record<string, string>> = {
  tiles: texts.dashboard.changedTheKeyMetrics,
  filters: texts.dashboard.changedTheFilters,
  time_range: texts.dashboard.changedTheTimeRange,
  time_zone: texts.dashboard.changedTheTimeZone,
};
const THINGS: Readonly<Record<string, string>> = {
  visualization: "",
  source: texts.dashboard.theDataSource,
};
const DONE: Readonly<Record<string, string>> = {
  created: texts.dashboard.added,
  changed: texts.dashboard.changed,
  deleted: texts.dashboard.removed,
};

export function whoText({ who }: PastChange): string {
  return who ?? texts.dashboard.somebodyWithAnEditLink;
}

/** What was done, to follow who did it. */
export function doneText({ what, detail, was }: PastChange): string {
  if (what === "dashboard.imported") return texts.dashboard.putADashboardOfGrafanaIn;
  if (what === "dashboard.changed") {
    const parts = Object.entries(was ?? {}).map(([member, before]) =>
      member === "name"
        ? texts.dashboard.renamedItFromBefore(String(before))
        : MEMBERS[member] ?? texts.dashboard.changedMember(member)
    );
    return parts.join(" and ") || texts.dashboard.changedIt;
  }
  const [thing = "", done = ""] = what.split(".");
  return `${DONE[done] ?? done} ${THINGS[thing] ?? `${thing} `}“${detail}”`;
}

/** How to take a change back; null if that cannot be done. */
export function undoOf(dashboard: string, { what, visualization, was }: PastChange): Undo | null {
  if (was === undefined || Object.keys(was).length === 0) return null;
  if (visualization === undefined) {
    return { method: "PATCH", path: `dashboards/${dashboard}`, body: was };
  }
  if (what !== "visualization.deleted") {
    return { method: "PATCH", path: `visualizations/${visualization}`, body: was };
  }
  const given = Object.entries(was).filter(([, value]) => value !== null);
  return {
    method: "POST",
    path: `dashboards/${dashboard}/visualizations`,
    body: Object.fromEntries(given),
  };
}

/**
 * Whether a change can be taken back: nothing since has touched the same.
 *
 * @param changes the newest first
 */
export function canUndo(changes: readonly PastChange[], index: number): boolean {
  const change = changes[index];
  if (change === undefined || undoOf("", change) === null) return false;
  return !changes.slice(0, index).some((newer) => touches(newer, change));
}

function touches(newer: PastChange, change: PastChange): boolean {
  if (newer.what === "dashboard.imported") return true;
  if (change.what === "visualization.deleted") {
    // It has come back under another id.
    return newer.what === "visualization.created" && newer.detail === change.detail;
  }
  if (newer.visualization !== change.visualization) return false;
  if (newer.what === "visualization.deleted") return true;
  return Object.keys(change.was ?? {}).some((member) => Object.hasOwn(newer.was ?? {}, member));
}
