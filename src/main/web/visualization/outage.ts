import type { Table } from "../dataset/table.ts";
import { agoText } from "../source/ago.ts";
import { texts } from "../texts.ts";

/** What anybody who sees a chart is told while new rows for it cannot be had; null while they can. */
export function outageText(
  { outage, row_count }: Pick<Table, "outage" | "row_count">,
  now: number,
  locales: readonly string[],
): string | null {
  if (outage === undefined) return null;
  const { refreshed_at } = outage;
  if (refreshed_at !== undefined) {
    return texts.visualization.cannotBeFetchedShownIs(agoText(refreshed_at, now, locales));
  }
  return row_count === 0
    ? texts.visualization.noDataYetItCannotBeFetched
    : texts.visualization.cannotBeFetched;
}
