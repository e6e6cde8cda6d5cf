import { address } from "../ui/http.ts";
import { type Asked, searchOf } from "./asked.ts";
import type { Content } from "./content.ts";

/** Where a dashboard is shown, and each of its visualizations alone. */
export interface Pages {
  readonly whole: URL;
  alone(id: string): URL;
}

const ALONE = "visualization";

/** Of a dashboard of the signed-in user. */
export function pagesOf(dashboard: string): Pages {
  const path = `app/dashboards/${dashboard}`;
  return { whole: address(path), alone: (id) => address(`${path}/visualizations/${id}`) };
}

/** Of a link: all are the same page, which is asked for one of them. */
export function pagesOfLink(page: string): Pages {
  const whole = new URL(page);
  whole.search = whole.hash = "";
  const alone = (id: string) => {
    const url = new URL(whole);
    url.searchParams.set(ALONE, id);
    return url;
  };
  return { whole, alone };
}

/** Id of the visualization that the page of a link is asked for alone; null for all of them. */
export function aloneIn(search: string): string | null {
  return new URLSearchParams(search).get(ALONE);
}

/** The address of a page that asks the same of its data. */
export function asking(page: URL, asked: Asked): string {
  const url = new URL(page);
  for (const [name, value] of new URLSearchParams(searchOf(asked))) {
    url.searchParams.append(name, value);
  }
  return url.href;
}

/** What a page is called that shows all of this, or only the visualization with this id. */
export function titleOf({ title, visualizations }: Content, alone: string | null): string {
  return visualizations.find(({ id }) => id === alone)?.title ?? title;
}
