/** A dashboard in the list. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The day in UTC, `YYYYMMDD`. */
  readonly created: string;
}

export type SortBy = "name" | "owner" | "created";

export interface Sorting {
  readonly by: SortBy;
  readonly descending: boolean;
}

/** Those whose name or owner has all the words in it, in order. */
export function arranged(all: readonly Listed[], words: string, sorting: Sorting): Listed[] {
  const wanted = words.toLowerCase().split(/\s+/);
  const has = ({ name, owner }: Listed) =>
    wanted.every((word) => `${name} ${owner}`.toLowerCase().includes(word));
  const { by, descending } = sorting;
  const order = (a: Listed, b: Listed) =>
    a[by].localeCompare(b[by], undefined, { numeric: true }) || Number(a.id) - Number(b.id);
  return all.filter(has).sort((a, b) => (descending ? order(b, a) : order(a, b)));
}

/** The same column again turns the order round. */
export function sortedBy(by: SortBy, before: Sorting): Sorting {
  return { by, descending: before.by === by && !before.descending };
}
