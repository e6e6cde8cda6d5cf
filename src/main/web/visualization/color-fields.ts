import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { controls } from "../ui/controls.ts";
import { COLORS, type Palette } from "./display-options.ts";
import { type Option, options } from "../ui/options.ts";
import { valueOf } from "../ui/value-of.ts";
import { texts } from "../texts.ts";

/** Tells what series are coloured from, and which of them have a colour of their own. */
export class ColorsChosen extends Event {
  constructor(readonly palette: Palette, readonly colors: Readonly<Record<string, number>>) {
    super("colors-chosen");
  }
}

const TEXTS: readonly Option[] = [
  ["all", texts.visualization.allHues],
  ["cool", texts.visualization.cool],
  ["warm", texts.visualization.warm],
];
/** More would be a long way by keyboard, and nobody tells more colours apart. */
const MOST = 12;

/** Chooses colours among those of the page, which stand out from it in light and dark. */
@customElement("color-fields")
export class ColorFields extends LitElement {
  @property({ attribute: false })
  palette: Palette = "all";
  /** By name, counted from 1. */
  @property({ attribute: false })
  colors: Readonly<Record<string, number>> = {};
  /** Of the series or slices there are. */
  @property({ attribute: false })
  names: readonly string[] = [];

  static override styles = [
    controls,
    css`
      :host,
      .list {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      select {
        width: 100%;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        max-width: 100%;
        padding: 0;
        overflow-wrap: anywhere;
      }
      fieldset label {
        position: relative;
        display: grid;
        place-items: center;
        min-width: 26px;
        height: 26px;
        padding: 0 var(--space-1);
        border: 2px solid var(--surface);
        outline: 1px solid var(--border);
        border-radius: 6px;
        background: var(--color, var(--surface));
        font-size: var(--text-small);
        cursor: pointer;
      }
      fieldset label:has(:checked) {
        outline: 2px solid var(--text);
      }
      fieldset label:has(:focus-visible) {
        outline: 3px solid var(--accent);
      }
      fieldset input {
        position: absolute;
        opacity: 0;
      }
    `,
  ];

  override render() {
    const names = [...new Set([...this.names, ...Object.keys(this.colors)])].slice(0, MOST);
    return html`
      <label class="field">
        ${texts.visualization.colours}
        <select @change="${(event: Event) => this.#tell(valueOf(event), this.colors)}">
          ${options(TEXTS, this.palette)}
        </select>
      </label>
      <div class="list">${names.map((name) => this.#one(name))}</div>
    `;
  }

  #one(name: string) {
    const chosen = Object.hasOwn(this.colors, name) ? this.colors[name] ?? 0 : 0;
    const choices = Array.from({ length: COLORS + 1 }, (_, color) => color);
    return html`
      <fieldset>
        <legend>${name}</legend>
        ${choices.map((color) => this.#choice(name, color, color === chosen))}
      </fieldset>
    `;
  }

  #choice(name: string, color: number, checked: boolean) {
    const look = color === 0 ? {} : { "--color": `var(--chart-${color})` };
    return html`
      <label style="${styleMap(look)}">
        <input
          type="radio"
          name="${name}"
          aria-label="${color === 0
            ? texts.visualization.byItself
            : texts.visualization.colourColor(color)}"
          .checked="${checked}"
          @change="${() => this.#color(name, color)}"
        >
        ${color === 0 ? "auto" : ""}
      </label>
    `;
  }

  #color(name: string, color: number): void {
    const others = Object.entries(this.colors).filter(([other]) => other !== name);
    const all = color === 0 ? others : [...others, [name, color] as const];
    this.#tell(this.palette, Object.fromEntries(all));
  }

  #tell(palette: string, colors: Readonly<Record<string, number>>): void {
    this.dispatchEvent(new ColorsChosen(palette as Palette, colors));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "color-fields": ColorFields;
  }
}
