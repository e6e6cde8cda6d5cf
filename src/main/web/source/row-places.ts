import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import type { RowPlace } from "./owned-source.ts";
import { texts } from "../texts.ts";

/** Tells which path to take. */
export class PlaceChosen extends Event {
  constructor(readonly path: string) {
    super("place-chosen");
  }
}

/** Where in an answer rows may be: a choice of paths. */
@customElement("row-places")
export class RowPlaces extends LitElement {
  /** The best first. */
  @property({ attribute: false })
  places: readonly RowPlace[] = [];
  @property({ attribute: false })
  format = Format.UTC;

  static override styles = [
    controls,
    css`
      p,
      ul {
        margin: 0;
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
        max-height: 12rem;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: baseline;
      }
      button {
        font-family: var(--font-code, monospace);
        overflow-wrap: anywhere;
      }
      span {
        color: var(--muted);
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    return html`
      <p>${texts.source.placesOfRows}</p>
      <ul>
        ${this.places.map((place) =>
          html`
            <li>
              <button type="button" @click="${() => this.#choose(place.path)}">${place
                .path}</button>
              <span>${texts.source.placeHolds(
                texts.source.rowCount(this.format.number(place.rows)),
                place.columns.join(", "),
              )}</span>
            </li>
          `
        )}
      </ul>
    `;
  }

  #choose(path: string): void {
    this.dispatchEvent(new PlaceChosen(path));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-places": RowPlaces;
  }
}
