import { messageOf, Problem, send } from "../ui/http.ts";
import { changesOf, type Entry, membersOf, othersOf } from "./entry.ts";
import type { Kind, OwnedSource, Trial } from "./owned-source.ts";
import type { WrongFields } from "./source-fields.ts";

/** What somebody wants a source to be. */
export interface Wanted {
  readonly kind: Kind;
  readonly entry: Entry;
  /** What is changed; null for a new one. */
  readonly source: OwnedSource | null;
}

/** Why something was refused: for all of it, and by the names of fields. */
export interface Refusal {
  readonly message: string;
  readonly wrong: WrongFields;
}

/** What a test is about: the name does not matter to it. */
export function testedOf({ kind, entry }: Wanted): string {
  return JSON.stringify(membersOf(kind, entry));
}

/** Asks what is wanted for rows, without keeping anything. */
export function tryOut({ kind, entry, source }: Wanted): Promise<Trial> {
  const body = {
    ...(source === null ? {} : { id: source.id, ...othersOf(kind, source) }),
    name: entry.name.trim(),
    kind,
    ...membersOf(kind, entry),
  };
  return send<Trial>("sources/test", { method: "POST", body });
}

/** Makes it in a dashboard, or changes what there is. */
export function keep({ kind, entry, source }: Wanted, dashboard: string): Promise<OwnedSource> {
  const name = entry.name.trim();
  return source === null
    ? send<OwnedSource>(`dashboards/${dashboard}/sources`, {
      method: "POST",
      body: { name, kind, ...membersOf(kind, entry) },
    })
    : send<OwnedSource>(`sources/${source.id}`, {
      method: "PATCH",
      body: { name, ...changesOf(kind, entry) },
    });
}

export function refusalOf(failure: unknown): Refusal {
  const errors = failure instanceof Problem ? failure.errors : [];
  const named = errors.filter(({ field }) => field !== undefined);
  const wrong = Object.fromEntries(named.map(({ field, message }) => [field, message]));
  return { message: messageOf(failure), wrong };
}
