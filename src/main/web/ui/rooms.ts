import { html, type TemplateResult } from "lit";
import type { User } from "../identity/session.ts";

/** A room of the application: its script, loaded by whoever enters it, and its element. */
interface Room {
  load(): Promise<unknown>;
  show(user: User, dashboardId: string): TemplateResult;
}

const DASHBOARD = /\/app\/dashboards\/(\d+)\/?$/;
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
    show: (user, id) =>
      html`
        <owned-dashboard dashboard-id="${id}" .user="${user}"></owned-dashboard>
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

/** The room that an address names; the list of dashboards for any other. */
export function roomAt(path: string): Room {
  if (dashboardAt(path) !== "") return ROOMS.dashboard;
  const [, name] = ROOM.exec(path) ?? [];
  return ROOMS[name as "account" | "users" | "shared"] ?? ROOMS.list;
}

/** Id of the dashboard that an address names; empty for none. */
export function dashboardAt(path: string): string {
  return DASHBOARD.exec(path)?.[1] ?? "";
}
