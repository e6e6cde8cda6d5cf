import { send } from "../ui/http.ts";
import type { Task } from "../visualization/visualization-editor.ts";
import { mergedTiles } from "./merged-tiles.ts";
import type { OwnedDashboard, OwnedTile, OwnedVisualization } from "./owned.ts";
import type { Placed } from "./wish.ts";
import { texts } from "../texts.ts";

/** Where changes of a dashboard are sent to. */
export interface Paths {
  readonly dashboard: string;
  /** New visualizations. */
  readonly made: string;
  /** Visualizations, each below it by its id. */
  readonly visualizations: string;
  /** Tries what is not saved yet. */
  readonly preview: string;
}

export function pathsOf(id: string): Paths {
  const dashboard = `dashboards/${id}`;
  return {
    dashboard,
    made: `${dashboard}/visualizations`,
    visualizations: "visualizations",
    preview: `${dashboard}/preview`,
  };
}

/** For the holder of an edit link. */
export function pathsOfLink(root: string): Paths {
  const visualizations = `${root}/visualizations`;
  return {
    dashboard: `${root}/dashboard`,
    made: visualizations,
    visualizations,
    preview: `${root}/preview`,
  };
}

/** Makes a visualization, or changes the one with this id. */
export function visualizationTask(paths: Paths, { visualizations }: OwnedDashboard, id: string) {
  const edited = visualizations.find((other) => other.id === id) ?? null;
  const task: Task = {
    heading: edited === null
      ? texts.dashboard.addAVisualization
      : texts.dashboard.changeTheVisualization,
    metric: false,
    edited,
    save: (made, ofVersion) =>
      edited === null
        ? send(paths.made, { method: "POST", body: made })
        : send(`${paths.visualizations}/${id}`, { method: "PATCH", body: made, ofVersion }),
    again: edited === null ? null : (made) => makeAgain(paths, { ...edited, ...made }),
  };
  return task;
}

/** Makes a key metric, or changes the one with this index. */
export function metricTask(paths: Paths, dashboard: OwnedDashboard, index: string): Task {
  const { tiles, version } = dashboard;
  const place = index === "" ? tiles.length : Number(index);
  const before = tiles[place];
  return {
    heading: before === undefined ? texts.dashboard.addAKeyMetric : texts.dashboard.customizeMetric,
    metric: true,
    edited: before === undefined ? null : { ...before, type: "table", version },
    save: async (made, ofVersion) => {
      const newest = ofVersion === undefined ? await newestOf(paths) : dashboard;
      await saveTiles(paths, mergedTiles(newest.tiles, place, before, made), newest.version);
    },
    again: null,
  };
}

export function removeMetric(paths: Paths, { tiles, version }: OwnedDashboard, index: string) {
  return saveTiles(paths, tiles.toSpliced(Number(index), 1), version);
}

/** Puts a key metric back where it was, among those that there are now. */
export function putMetricBack(
  paths: Paths,
  { tiles, version }: OwnedDashboard,
  index: string,
  tile: OwnedTile,
) {
  return saveTiles(paths, tiles.toSpliced(Number(index), 0, tile), version);
}

/** Makes a visualization again as it was, with another id. */
export function makeAgain(paths: Paths, visualization: OwnedVisualization): Promise<void> {
  const { type, title, query, options, place } = visualization;
  const body = { type, title, query, options, ...(place ? { place } : {}) };
  return send(paths.made, { method: "POST", body });
}

/** A place to be had again; null for wherever there is room. */
export type Before = Omit<Placed, "place"> & { readonly place: unknown };

/**
 * Saves where things lie.
 *
 * @param careful whether to throw a Problem of status 412 rather than to replace what somebody did meanwhile
 */
export async function arrange(
  paths: Paths,
  { tiles, version, visualizations }: OwnedDashboard,
  placed: readonly Before[],
  careful: boolean,
): Promise<void> {
  const placeOf = new Map(placed.map(({ thing, of, place }) => [`${thing} ${of}`, place]));
  // These first: every change of a visualization is one of the dashboard too.
  if (placed.some(({ thing }) => thing === "metric")) {
    const moved = tiles.map((tile, index) => {
      const place = placeOf.get(`metric ${index}`);
      return place === undefined ? tile : { ...tile, place };
    });
    await saveTiles(paths, moved, careful ? version : undefined);
  }
  for (const { thing, of, place } of placed) {
    if (thing === "metric") continue;
    const before = visualizations.find(({ id }) => id === of);
    const ofVersion = careful ? before?.version : undefined;
    const path = `${paths.visualizations}/${of}`;
    await send(path, { method: "PATCH", body: { place }, ofVersion });
  }
}

/** Where these lie now. */
export function placesBefore(
  { tiles, visualizations }: OwnedDashboard,
  placed: readonly Placed[],
): Before[] {
  return placed.map(({ thing, of }) => {
    const before = thing === "metric"
      ? tiles[Number(of)]
      : visualizations.find(({ id }) => id === of);
    return { thing, of, place: before?.place ?? null };
  });
}

/** Where an edit link leads, it comes with what visitors see. */
async function newestOf({ dashboard }: Paths): Promise<OwnedDashboard> {
  const found = await send<OwnedDashboard | { readonly edit: OwnedDashboard }>(dashboard);
  return "edit" in found ? found.edit : found;
}

function saveTiles(paths: Paths, tiles: readonly OwnedTile[], ofVersion: number | undefined) {
  return send<void>(paths.dashboard, { method: "PATCH", body: { tiles }, ofVersion });
}
