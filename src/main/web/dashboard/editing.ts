import { send } from "../ui/http.ts";
import type { Task } from "../visualization/visualization-editor.ts";
import type { OwnedDashboard, OwnedTile } from "./owned.ts";

/** Makes a visualization, or changes the one with this id. */
export function visualizationTask(dashboard: OwnedDashboard, id: string): Task {
  const edited = dashboard.visualizations.find((other) => other.id === id) ?? null;
  return {
    heading: edited === null ? "Add a visualization" : "Change the visualization",
    metric: false,
    edited,
    save: (made, ofVersion) =>
      edited === null
        ? send(`dashboards/${dashboard.id}/visualizations`, { method: "POST", body: made })
        : send(`visualizations/${edited.id}`, { method: "PATCH", body: made, ofVersion }),
  };
}

/** Makes a key metric, or changes the one with this index. */
export function metricTask(dashboard: OwnedDashboard, index: string): Task {
  const { id, tiles, version } = dashboard;
  const place = index === "" ? tiles.length : Number(index);
  const before = tiles[place];
  return {
    heading: before === undefined ? "Add a key metric" : "Customize metric",
    metric: true,
    edited: before === undefined ? null : { ...before, type: "table", version },
    save: ({ title, query, options }, ofVersion) =>
      saveTiles(id, tiles.toSpliced(place, 1, { ...before, title, query, options }), ofVersion),
  };
}

export function removeMetric(dashboard: OwnedDashboard, index: string): Promise<void> {
  const { id, tiles, version } = dashboard;
  return saveTiles(id, tiles.toSpliced(Number(index), 1), version);
}

function saveTiles(id: string, tiles: readonly OwnedTile[], ofVersion: number | undefined) {
  return send<void>(`dashboards/${id}`, { method: "PATCH", body: { tiles }, ofVersion });
}
