import { texts } from "../texts.ts";

/** A link as those who may share see it. */
export interface Share {
  readonly id: string;
  readonly share_link: string;
  readonly dashboard: { readonly id: string; readonly name: string };
  readonly target: {
    readonly kind: "dashboard" | "visualization";
    readonly id: string;
    readonly title: string;
  };
  readonly access: "view" | "edit";
  readonly has_password: boolean;
  readonly enabled: boolean;
  readonly expires?: string | null;
  readonly created: string;
  readonly created_by: string;
  readonly last_used?: string | null;
  readonly kind: "link" | "public";
  readonly time_selection: boolean;
  readonly annotations: boolean;
  readonly variable_selection: boolean;
  readonly embed: boolean;
}

/** Which links are looked for. */
export type State = "all" | "active" | "paused" | "unused";

/** Those in the state whose names, maker or address hold all the words. */
export function filtered(shares: readonly Share[], words: string, state: State): Share[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return shares.filter((share) => {
    const { dashboard, target, created_by, share_link } = share;
    const text = [dashboard.name, target.title, kindText(share), created_by, share_link]
      .join(" ").toLowerCase();
    return isIn(share, state) && wanted.every((word) => text.includes(word));
  });
}

function isIn(share: Share, state: State): boolean {
  switch (state) {
    case "all":
      return true;
    case "active":
      return stateOf(share) === "active";
    case "paused":
      return !share.enabled;
    case "unused":
      return !share.last_used;
  }
}

/** What it is. */
export function kindText({ kind, target }: Share): string {
  if (kind === "public") return texts.share.publicDashboard;
  return target.kind === "dashboard" ? texts.share.dashboard : texts.share.oneVisualization;
}

export function accessText({ access, has_password }: Share): string {
  return (access === "edit" ? texts.share.canEdit : texts.share.canView) +
    (has_password ? texts.share.withAPassword : "");
}

/** Whom a link lets in and to what, and when it last did. */
export function aboutText(share: Share): string {
  const { target, last_used, expires } = share;
  return [
    target.kind === "visualization" ? texts.share.titleOnly(target.title) : kindText(share),
    accessText(share),
    stateOf(share) === "active" ? null : stateText(share),
    expires && !isOver(share) ? texts.share.untilTimeText(timeText(expires)) : null,
    last_used ? texts.share.lastOpenedTimeText(timeText(last_used)) : texts.share.notOpenedYet,
  ].filter((part) => part !== null).join(" · ");
}

const STATES = {
  active: texts.share.activeNow,
  paused: texts.share.pausedNow,
  expired: texts.share.expired,
} as const;

/** Whether it lets anybody in, in a word; not how it is protected. */
export function stateText(share: Share): string {
  return STATES[stateOf(share)];
}

function stateOf(share: Share): keyof typeof STATES {
  if (isOver(share)) return "expired";
  return share.enabled ? "active" : "paused";
}

function isOver({ expires }: Share): boolean {
  return expires != null && Date.parse(expires) <= Date.now();
}

/** An instant in the visitor's language. */
export function timeText(instant: string): string {
  const format = new Intl.DateTimeFormat([...navigator.languages], {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return format.format(Date.parse(instant));
}

/** What to paste into a page of another site. */
export function frameOf({ share_link, target }: Share): string {
  const title = target.title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
  return `<iframe src="${share_link}" title="${title}" width="100%" height="600"` +
    ` style="border: 0" loading="lazy"></iframe>`;
}

const HEAD = ["dashboard", "shows", "title", "access", "enabled", "created", "created_by"];

/** As a file for spreadsheets (RFC 4180), without the addresses: whoever has the file gets in nowhere. */
export function csvOf(shares: readonly Share[]): string {
  const rows = shares.map((share) => [
    share.dashboard.name,
    kindText(share),
    share.target.title,
    accessText(share),
    String(share.enabled),
    share.created,
    share.created_by,
    share.last_used ?? "",
  ]);
  return [[...HEAD, "last_used"], ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
