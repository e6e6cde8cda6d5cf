import { send } from "../ui/http.ts";
import { editedOf, type Source } from "../visualization/draft.ts";
import { proposal } from "../visualization/proposal.ts";
import type { Report } from "./owned-source.ts";
import { texts } from "../texts.ts";

/** A file on its way; a small one is read at once and has no state. */
interface Import extends Report {
  readonly id: string;
  readonly state?: string;
  readonly rows: number;
  readonly percent: number;
  readonly error?: { readonly message: string } | null;
}

/** What a file became. */
export interface Uploaded {
  readonly source: Source;
  readonly report: Report;
}

/** How far a file has come. */
export interface Progress {
  /** Read so far; null while it is still being sent. */
  readonly rows: number | null;
  readonly percent: number;
}

export const BEGUN: Progress = { rows: null, percent: 0 };

const LOOK_AGAIN_AFTER = 500;
const ENDING = /\.[^.]+$/;

/** A dashboard that was made of a file. */
export interface MadeDashboard {
  readonly id: string;
  readonly report: Report;
}

/**
 * Makes a dashboard of a file: its rows as a source, and a chart that suits them.
 *
 * Throws what went wrong; the dashboard that was begun is taken away again then.
 */
export async function dashboardOf(
  file: File,
  told: (progress: Progress) => void,
): Promise<MadeDashboard> {
  const name = nameOf(file);
  const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { id } = await send<{ id: string }>("dashboards", {
    method: "POST",
    body: { name, time_zone },
  });
  try {
    const { source, report } = await sourceOf(id, file, told);
    if (source.columns.length === 0) throw new Error(texts.source.thereAreNoRowsInThe);
    const body = editedOf(proposal(source), [source]);
    await send(`dashboards/${id}/visualizations`, { method: "POST", body });
    return { id, report };
  } catch (failure) {
    await send(`dashboards/${id}`, { method: "DELETE" });
    throw failure;
  }
}

/** Makes a source of a file and waits until its rows are read; throws what went wrong, leaving nothing behind. */
export async function sourceOf(
  dashboard: string,
  file: File,
  told: (progress: Progress) => void,
): Promise<Uploaded> {
  const { id } = await send<Source>(`dashboards/${dashboard}/sources`, {
    method: "POST",
    body: { name: nameOf(file), kind: "file" },
  });
  try {
    return await fill(id, file, told);
  } catch (failure) {
    await send(`sources/${id}`, { method: "DELETE" });
    throw failure;
  }
}

/** Reads a file into a source, in place of the rows there are, and waits until that is done. */
export async function fill(
  id: string,
  file: File,
  told: (progress: Progress) => void,
): Promise<Uploaded> {
  // Without a type the server looks into the file; what a browser says of it is a guess by its name.
  const body = file.slice(0, file.size, "application/octet-stream");
  const sent = (share: number) => told({ rows: null, percent: 100 * share });
  let state = await send<Import>(`sources/${id}/file`, { method: "POST", body, sent });
  while (state.state === "running") {
    told(state);
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_AFTER));
    state = await send<Import>(`sources/${id}/imports/${state.id}`);
  }
  if (state.error) throw new Error(state.error.message);
  const source = await send<Source>(`sources/${id}`);
  const { rejected = [], rejected_count = 0 } = state;
  return { source, report: { row_count: source.row_count, rejected, rejected_count } };
}

function nameOf(file: File): string {
  return file.name.replace(ENDING, "") || file.name;
}
