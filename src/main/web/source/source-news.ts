import type { Format } from "../ui/format.ts";
import { agoText } from "./ago.ts";
import { isLive, type OwnedSource, type Run } from "./owned-source.ts";
import { texts } from "../texts.ts";

/** Who reads what is told of sources, and when. */
export interface Reader {
  readonly format: Format;
  readonly locales: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is told of a source at a glance, such as "12 rows · refreshed 2 minutes ago · next in 3 minutes". */
export function factsOf(source: OwnedSource, reader: Reader): string {
  const { row_count, changed_at, refresh } = source;
  const ago = (instant: string) => agoText(instant, reader.now, reader.locales);
  const facts = [
    isLive(source) ? texts.source.live : texts.source.rowCount(reader.format.number(row_count)),
  ];
  if (!refresh) {
    if (changed_at) facts.push(texts.source.changedAgo(ago(changed_at)));
    return facts.join(" · ");
  }
  const { refreshed_at, next_at, state } = refresh;
  if (refreshed_at !== undefined) facts.push(texts.source.refreshedAgo(ago(refreshed_at)));
  else if (state === "waiting") facts.push(texts.source.waiting);
  if (next_at !== undefined && state !== "stopped" && Date.parse(next_at) > reader.now) {
    facts.push(texts.source.nextRun(ago(next_at)));
  }
  return facts.join(" · ");
}

/** What is wrong with a source in plain words; null if nothing is. */
export function troubleOf({ refresh, row_count }: OwnedSource, reader: Reader): string | null {
  if (!refresh || (refresh.state !== "failing" && refresh.state !== "stopped")) return null;
  const { state, failures, error, next_at } = refresh;
  const { title } = texts.source.stages[error?.stage ?? "server"] ?? texts.source.stages.server;
  // What is due is tried within the second.
  const when = next_at === undefined
    ? null
    : agoText(next_at, Math.min(reader.now, Date.parse(next_at)), reader.locales);
  const words = [`${texts.source.failing(title)}.`];
  if (state === "stopped") {
    words.push(`${texts.source.stopped(failures, when)}.`);
  }
  if (row_count > 0) words.push(texts.source.oldRows);
  return words.join(" ");
}

/** What a chart says of its source; null if that is well. */
export function chartTroubleOf({ name, refresh }: OwnedSource, reader: Reader): string | null {
  if (!refresh || (refresh.state !== "failing" && refresh.state !== "stopped")) return null;
  const { error, refreshed_at } = refresh;
  const { title } = texts.source.stages[error?.stage ?? "server"] ?? texts.source.stages.server;
  const words = texts.source.cannotRefresh(name, title);
  if (refreshed_at === undefined) return words;
  return `${words} ${texts.source.shownIs(agoText(refreshed_at, reader.now, reader.locales))}`;
}

/** What came of a run that went well. */
export function resultOf({ state, rows, ms }: Run, source: OwnedSource, format: Format): string {
  if (isLive(source)) return texts.source.reached(format.number(ms));
  if (state === "unchanged") return texts.source.unchanged;
  return texts.source.done(texts.source.rowCount(format.number(rows)), format.number(ms));
}
