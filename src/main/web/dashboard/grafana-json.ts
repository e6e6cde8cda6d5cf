import { texts } from "../texts.ts";

/**
 * The dashboard in what somebody took out of Grafana: its JSON, or the answer of Grafana's API with
 * the dashboard in it. It comes without the id and uid it had there, since those may be taken here.
 *
 * Throws what a person can mend.
 */
export function dashboardIn(text: string): object {
  const parsed = parse(text);
  const { dashboard } = parsed as { readonly dashboard?: unknown };
  const found = isObject(dashboard) ? dashboard : parsed;
  if (!("panels" in found) && !("title" in found)) {
    throw new Error(texts.dashboard.thisIsJsonButNotA);
  }
  return { ...found, id: null, uid: null };
}

function parse(text: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error(texts.dashboard.thisIsNotJsonInGrafana);
  }
  if (!isObject(parsed)) throw new Error(texts.dashboard.thisIsJsonButNotA2);
  return parsed;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
