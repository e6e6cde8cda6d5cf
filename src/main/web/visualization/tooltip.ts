import type { TooltipComponentOption } from "echarts/components";
import type { Theme } from "./theme.ts";
import { texts } from "../texts.ts";

/** One line of a tooltip; its texts may come from anyone. */
export interface TooltipRow {
  readonly color: string;
  readonly name: string;
  readonly value: string;
}

const HEIGHT_OF_ROW = 20;
const HEIGHT_AROUND = 64;
const FEWEST = 3;

/**
 * A tooltip made of elements and text nodes: what users wrote is never read as HTML.
 *
 * @param height of the chart, in which it must find room
 */
export function tooltipElement(
  heading: string,
  rows: readonly TooltipRow[],
  height: number,
): HTMLElement {
  const most = Math.max(FEWEST, Math.floor((height - HEIGHT_AROUND) / HEIGHT_OF_ROW));
  const table = document.createElement("table");
  table.className = "tip";
  table.createCaption().textContent = heading;
  for (const row of rows.slice(0, most)) append(table, row);
  const left = rows.length - most;
  if (left > 0) {
    table.insertRow().insertCell().textContent = texts.visualization.leftMoreInTheTable(left);
  }
  return table;
}

export function tooltipStyle(theme: Theme): TooltipComponentOption {
  return {
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.surface,
    borderColor: theme.border,
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 12 },
  };
}

function append(table: HTMLTableElement, { color, name, value }: TooltipRow): void {
  const row = table.insertRow();
  const mark = document.createElement("span");
  mark.className = "mark";
  mark.style.background = color;
  const label = row.insertCell();
  label.append(mark, name);
  row.insertCell().textContent = value;
}
