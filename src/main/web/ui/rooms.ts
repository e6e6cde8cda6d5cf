import { html, type TemplateResult } from "lit";
import type { User } from "../identity/session.ts";

/** A room of the application: its script, loaded by whoever enters it, and its element. */
interface Room {
  load(): Promise<unknown>;
  show(user: User, place: Place): TemplateResult;
}

/** What an address names inside a room; null for nothing. */
interface Place {
  readonly dashboard: string | null;
  /** The only one that is shown. */
  readonly visualization: string | null;
}

const DASHBOARD = /\/app\/dashboards\/(\d+)(?:\/visualizations\/([^/]+))?\/?$/;
const LIST = /\/app\/?$/;
const ROOM = /\/app\/(account|users|shared)\/?$/;

const ROOMS = {
  list: {
    load: () => import("../dashboard/dashboard-list.ts"),
    show: (user) =>
      html`
        <dashboard-list .user="${user}"></dashboard-list>
      `,
  },
  dashboard: {
    // Side by side, for most dashboards have a chart.
    load: () =>
      Promise.all([
        import("../dashboard/owned-dashboard.ts"),
        import("../visualization/charts.ts").catch(() => {}),
      ]),
    show: (user, { dashboard, visualization }) =>
      html`
        <owned-dashboard
          dashboard-id="${dashboard ?? ""}"
          .alone="${visualization}"
          .user="${user}"
        ></owned-dashboard>
      `,
  },
  lost: {
    load: () => import("./lost-page.ts"),
    show: () =>
      html`
        <lost-page></lost-page>
      `,
  },
  account: {
    load: () => import("../identity/account-room.ts"),
    show: (user) =>
      html`
        <account-room .user="${user}"></account-room>
      `,
  },
  users: {
    load: () => import("../identity/users-room.ts"),
    show: () =>
      html`
        <users-room></users-room>
      `,
  },
  shared: {
    load: () => import("../share/shared-links.ts"),
    show: () =>
      html`
        <shared-links></shared-links>
      `,
  },
} satisfies Record<string, Room>;

/** The room that an address names; for any other the page that says so. */
export function roomAt(path: string): Room {
  if (placeAt(path).dashboard !== null) return ROOMS.dashboard;
  const [, name] = ROOM.exec(path) ?? [];
  return ROOMS[name as "account" | "users" | "shared"] ??
    (LIST.test(path) ? ROOMS.list : ROOMS.lost);
}

export function placeAt(path: string): Place {
  const [, dashboard = null, visualization = null] = DASHBOARD.exec(path) ?? [];
  return { dashboard, visualization };
}
