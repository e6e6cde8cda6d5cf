import type { Cell } from "../dataset/table.ts";
import type { Source, SourceColumn } from "../visualization/draft.ts";

export type Kind = "file" | "push" | "rest" | "sql" | "kafka" | "folder";

/** Where fetching failed. */
export type Stage =
  | "name"
  | "refused"
  | "connection"
  | "tls"
  | "login"
  | "timeout"
  | "status"
  | "content_type"
  | "size"
  | "parse"
  | "path"
  | "query"
  | "server";

/** Why rows could not be fetched. */
export interface Failure {
  readonly stage: Stage;
  readonly message: string;
  /** The beginning of what came back. */
  readonly answer?: string;
}

/** How far the refreshing of a source is. */
export interface Refresh {
  readonly state: "waiting" | "ok" | "failing" | "stopped";
  /** When the last good run began, ISO 8601. */
  readonly refreshed_at?: string;
  readonly next_at?: string;
  /** In a row. */
  readonly failures: number;
  readonly error?: Failure;
}

/** A source with what its owner wants to know of it; what only its kind has comes beside these members. */
export interface OwnedSource extends Source {
  readonly kind: Kind;
  /** When its rows last changed, ISO 8601; none if they never have. */
  readonly changed_at?: string | null;
  /** None for a source that is sent its rows. */
  readonly refresh?: Refresh | null;
}

/** Whether rows stay where they are: each question goes there. */
export function isLive(source: OwnedSource & { readonly materialise_seconds?: unknown }): boolean {
  return source.kind === "sql" && source.materialise_seconds == null;
}

/** Whether its rows can be fetched at any time: those of a topic come by themselves. */
export function isFetched({ kind, refresh }: OwnedSource): boolean {
  return refresh != null && kind !== "kafka";
}

/** One try to fetch the rows. */
export interface Run {
  readonly started: string;
  readonly ms: number;
  readonly rows: number;
  readonly state: "done" | "unchanged" | "failed";
  /** What was left out, in words. */
  readonly remarks?: readonly string[];
  readonly error?: Failure;
}

export type Row = Readonly<Record<string, Cell>>;

/** Some of the rows of a source. */
export interface Rows {
  readonly columns: readonly SourceColumn[];
  readonly rows: readonly Row[];
  /** Of all its rows. */
  readonly row_count: number;
}

/** Where in an answer rows may be. */
export interface RowPlace {
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly string[];
}

/** What trying a source out showed. */
export interface Trial extends Rows {
  readonly remarks?: readonly string[];
  /** Where rows may be, where they were looked for: the first is taken unless a path says otherwise. */
  readonly places?: readonly RowPlace[];
  readonly failure?: Failure;
}

/** A line of a file that was left out. */
export interface Rejected {
  readonly line: number;
  readonly column?: string;
  readonly text?: string;
  readonly message: string;
}

/** What became of a file's lines. */
export interface Report {
  readonly row_count: number;
  /** The first hundred. */
  readonly rejected: readonly Rejected[];
  readonly rejected_count: number;
}
