import { html } from "lit";
import type { Place } from "../visualization/place.ts";
import type { Note } from "./content.ts";
import { placed } from "./placed.ts";
import { texts } from "../texts.ts";

/** What cannot be shown, and why; it scrolls where its place is small. */
export function noteTile({ title, text }: Note, place: Place) {
  return html`
    <section class="note" style="${placed(place)}" tabindex="0" aria-label="${title ||
      texts.dashboard.note}">
      <h2>${title}</h2>
      <p>${text}</p>
    </section>
  `;
}
