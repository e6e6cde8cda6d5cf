import type { OwnedSource } from "../source/owned-source.ts";
import type { Trouble } from "../source/source-trouble.ts";
import { chartTroubleOf, type Reader } from "../source/source-news.ts";
import type { Query } from "../visualization/draft.ts";
import type { OwnedDashboard } from "./owned.ts";

/** What is wrong with the sources of things on a dashboard, by names such as `visualization 7` and `tile 0`. */
export type Troubles = ReadonlyMap<string, Trouble>;

export const NO_TROUBLES: Troubles = new Map();

export function troublesOf(
  { visualizations, tiles }: Pick<OwnedDashboard, "visualizations" | "tiles">,
  sources: readonly OwnedSource[],
  reader: Reader,
): Troubles {
  const bySource = new Map<string, Trouble>();
  for (const source of sources) {
    const words = chartTroubleOf(source, reader);
    if (words !== null) bySource.set(source.id, { source: source.id, words });
  }
  const troubles = new Map<string, Trouble>();
  const note = (name: string, query: Query) => {
    const trouble = bySource.get(query.source ?? "");
    if (trouble !== undefined) troubles.set(name, trouble);
  };
  visualizations.forEach(({ id, query }) => note(`visualization ${id}`, query));
  tiles.forEach(({ query }, index) => note(`tile ${index}`, query));
  return troubles;
}

export function isSame(one: Troubles, other: Troubles): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
