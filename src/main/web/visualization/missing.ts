import { isWhole } from "../query/filter.ts";
import { type Draft, listsRows } from "./draft.ts";
import { texts } from "../texts.ts";

/** What is still missing, as a sentence; null if nothing is. */
export function missing(draft: Draft): string | null {
  return missingData(draft) ?? missingLook(draft);
}

function missingLook({ look }: Draft): string | null {
  const { number_format, currency, y_min = -Infinity, y_max = Infinity, y_log } = look;
  if (number_format === "currency" && currency === undefined) {
    return texts.visualization.chooseTheCurrencySuchAsEur;
  }
  if (y_min >= y_max) return texts.visualization.theAxisMustEndAboveWhere;
  if (y_log && Math.min(look.y_min ?? 1, look.y_max ?? 1) <= 0) {
    return texts.visualization.aLogarithmicAxisBeginsAndEnds;
  }
  return null;
}

function missingData(draft: Draft): string | null {
  if (draft.before.statements !== undefined) return null;
  if (draft.source === "") return texts.visualization.chooseADataSource;
  if (!draft.filters.every(isWhole)) return texts.visualization.fillInEveryFilterOrRemove;
  if (listsRows(draft)) {
    return draft.columns.length > 0 ? null : texts.visualization.chooseAtLeastOneColumn;
  }
  if (draft.x === null && draft.type !== "table") {
    return texts.visualization.chooseTheColumnThatRunsAlong;
  }
  if (draft.measures.length === 0) return texts.visualization.addAValueToShow;
  if (draft.type === "stackbarchart" && draft.series === null) {
    return texts.visualization.chooseTheColumnWhoseValuesStand;
  }
  return null;
}
