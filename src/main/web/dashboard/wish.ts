import { html, nothing } from "lit";
import type { Place } from "../visualization/place.ts";
import { texts } from "../texts.ts";

export type Thing = "visualization" | "metric";

/** Tells what somebody wants to do with a visualization or key metric. */
export class Wish extends Event {
  /** @param of id of the visualization or index of the key metric; empty for a new one */
  constructor(
    readonly name: "add" | "change" | "share" | "remove",
    readonly thing: Thing,
    readonly of: string,
  ) {
    super("wish", { bubbles: true, composed: true });
  }
}

/** Where something on the grid shall be. */
export interface Placed {
  readonly thing: Thing;
  readonly of: string;
  readonly place: Place;
}

/** Tells that somebody has moved or resized `title`, and where it and what made room for it are now. */
export class Arranged extends Event {
  constructor(readonly title: string, readonly placed: readonly Placed[]) {
    super("arranged", { bubbles: true, composed: true });
  }
}

/** What can be done with something that is there; `shared` is whether it can be shared alone. */
export function toolsOf(thing: Thing, of: string, title: string, shared = false) {
  const button = (wish: "change" | "share" | "remove", text: string) =>
    html`
      <button
        slot="tools"
        class="quiet"
        aria-label="${`${text} ${title}`}"
        @click="${(event: Event) => event.target?.dispatchEvent(new Wish(wish, thing, of))}"
      >
        ${text}
      </button>
    `;
  return html`
    ${shared ? button("share", texts.dashboard.share) : nothing}${button(
      "change",
      thing === "metric" ? texts.dashboard.customizeMetric : texts.dashboard.change,
    )}${button("remove", texts.dashboard.remove)}
  `;
}

/** The way to another one. */
export function plus(thing: Thing) {
  return html`
    <button
      class="plus"
      @click="${(event: Event) => event.target?.dispatchEvent(new Wish("add", thing, ""))}"
    >
      ${texts.dashboard.addAVisualization2(
        thing === "metric" ? texts.dashboard.keyMetric : "visualization",
      )}
    </button>
  `;
}
