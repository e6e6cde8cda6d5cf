import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { VisualizationType } from "./visualization.ts";
import { texts } from "../texts.ts";

/** Tells that another type was chosen. */
export class TypeChosen extends Event {
  constructor(readonly chosen: VisualizationType) {
    super("type-chosen", { bubbles: true, composed: true });
  }
}

interface Picture {
  readonly type: VisualizationType;
  readonly name: string;
  readonly drawing: unknown;
}

const PICTURES: readonly Picture[] = [
  {
    type: "table",
    name: texts.visualization.table,
    drawing: svg`
      <path d="M4 6h40v20H4zM4 12h40M4 19h40M18 6v20M31 6v20" class="line" />
    `,
  },
  {
    type: "linechart",
    name: texts.visualization.lines,
    drawing: svg`
      <path d="M4 22l10-9 9 5 11-12 10 7" class="line" />
    `,
  },
  {
    type: "areachart",
    name: texts.visualization.areas,
    drawing: svg`
      <path d="M4 26v-6l10-8 9 5 11-11 10 6v14z" class="fill" />
    `,
  },
  {
    type: "barchart",
    name: texts.visualization.bars,
    drawing: svg`
      <path d="M6 26V15h7v11zM17 26V7h7v19zM28 26V12h7v14zM39 26v-7h5v7z" class="fill" />
    `,
  },
  {
    type: "stackbarchart",
    name: texts.visualization.stackedBars,
    drawing: svg`
      <path d="M8 26V17h8v9zM21 26V13h8v13zM34 26V19h8v7z" class="fill" />
      <path d="M8 15v-5h8v5zM21 11V5h8v6zM34 17v-8h8v8z" class="pale" />
    `,
  },
  {
    type: "piechart",
    name: texts.visualization.pie,
    drawing: svg`
      <path d="M23 5a11 11 0 1 0 11 11H23z" class="fill" />
      <path d="M26 3v10h10A10 10 0 0 0 26 3z" class="pale" />
    `,
  },
];

/** Chooses how data is drawn, by pictures. */
@customElement("type-picker")
export class TypePicker extends LitElement {
  @property()
  type: VisualizationType = "table";

  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(6rem, 1fr));
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        border: none;
      }
      label {
        position: relative;
        display: grid;
        justify-items: center;
        gap: 2px;
        padding: var(--space-2);
        border: 1px solid var(--border);
        border-radius: 6px;
        color: var(--muted);
        font-size: var(--text-small);
        cursor: pointer;
      }
      label:hover {
        border-color: var(--outline);
      }
      label:has(:checked) {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
        color: var(--text);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        opacity: 0;
      }
      svg {
        width: 48px;
        height: 30px;
      }
      .line {
        fill: none;
        stroke: var(--chart-1);
        stroke-width: 2;
      }
      .fill {
        fill: var(--chart-1);
      }
      .pale {
        fill: var(--chart-2);
      }
    `,
  ];

  override render() {
    return html`
      <fieldset aria-label="${texts.visualization.type}">
        ${PICTURES.map(({ type, name, drawing }) =>
          html`
            <label>
              <input
                type="radio"
                name="type"
                .checked="${type === this.type}"
                @change="${() => this.dispatchEvent(new TypeChosen(type))}"
              >
              <svg viewBox="0 0 48 30" aria-hidden="true">${drawing}</svg>
              ${name}
            </label>
          `
        )}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "type-picker": TypePicker;
  }
}
