import { texts } from "../texts.ts";

/** Seconds between two looks for newer data that one can choose; 0 for none. */
export const REFRESHES: readonly (readonly [seconds: number, text: string])[] = [
  [0, texts.dashboard.off],
  [5, texts.dashboard.every5Seconds],
  [30, texts.dashboard.every30Seconds],
  [60, texts.dashboard.everyMinute],
  [300, texts.dashboard.every5Minutes],
  [900, texts.dashboard.every15Minutes],
];
const PARAMETER = "refresh";

/** Tells how often somebody wants newer data. */
export class RefreshChosen extends Event {
  constructor(readonly seconds: number) {
    super("refresh-chosen", { bubbles: true, composed: true });
  }
}

/** What the address of a page asks for, such as `?refresh=60`; null for nothing that one can choose. */
export function readRefresh(search: string): number | null {
  const seconds = Number(new URLSearchParams(search).get(PARAMETER) ?? "none");
  return REFRESHES.some(([other]) => other === seconds) ? seconds : null;
}

/** The end of an address that asks for it. */
export function refreshSearch(search: string, seconds: number): string {
  const parameters = new URLSearchParams(search);
  parameters.set(PARAMETER, `${seconds}`);
  return `?${parameters}`;
}
