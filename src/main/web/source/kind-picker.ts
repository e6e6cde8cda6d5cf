import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { FilePicked, ROWS } from "../ui/file-button.ts";
import type { Kind } from "./owned-source.ts";
import { texts } from "../texts.ts";

const PICTURES: Readonly<Record<Kind, ReturnType<typeof svg>>> = {
  file: svg`
    <path d="M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5" />
  `,
  push: svg`
    <path d="M12 21V10M8 14l4-4 4 4M4 8a8 5 0 0 1 16 0" />
  `,
  rest: svg`
    <path d="M8 5 3 12l5 7M16 5l5 7-5 7M13.5 5l-3 14" />
  `,
  sql: svg`
    <path d="M5 6c0-4 14-4 14 0v12c0 4-14 4-14 0zM5 6c0 4 14 4 14 0M5 12c0 4 14 4 14 0" />
  `,
  kafka: svg`
    <path d="M3 7h9M3 12h13M3 17h6M16 8l4 4-4 4" />
  `,
  folder: svg`
    <path d="M3 6h6l2 2h10v11H3zM12 16v-5M10 13l2-2 2 2" />
  `,
};
const KINDS = Object.keys(PICTURES) as readonly Kind[];

/** Tells which kind of source was chosen. */
export class KindPicked extends Event {
  constructor(readonly kind: Kind) {
    super("kind-picked");
  }
}

/** The kinds of sources that can be added, each with a picture. A file is picked at once: fires `file-picked`. */
@customElement("kind-picker")
export class KindPicker extends LitElement {
  @property({ type: Boolean })
  disabled = false;

  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button,
      label {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 var(--space-3);
        width: 100%;
        height: 100%;
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--outline);
        border-radius: 6px;
        background: var(--surface);
        text-align: start;
        white-space: normal;
        cursor: pointer;
      }
      label:hover {
        border-color: var(--text);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
      svg {
        width: 28px;
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.6;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      small {
        display: block;
        color: var(--muted);
      }
      input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];

  override render() {
    return html`
      <ul>
        ${KINDS.map((kind) =>
          html`
            <li>${kind === "file" ? this.#file() : this.#button(kind)}</li>
          `
        )}
      </ul>
    `;
  }

  #button(kind: Kind) {
    return html`
      <button
        type="button"
        ?disabled="${this.disabled}"
        @click="${() => this.dispatchEvent(new KindPicked(kind))}"
      >
        ${face(kind)}
      </button>
    `;
  }

  #file() {
    return html`
      <label>
        ${face("file")}
        <input
          type="file"
          accept="${ROWS}"
          ?disabled="${this.disabled}"
          @change="${this.#picked}"
        >
      </label>
    `;
  }

  #picked(event: Event): void {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file !== undefined) this.dispatchEvent(new FilePicked(file));
    field.value = "";
  }
}

function face(kind: Kind) {
  const { name, words } = texts.source.kinds[kind];
  return html`
    <svg viewBox="0 0 24 24" aria-hidden="true">${PICTURES[kind]}</svg>
    <span><strong>${name}</strong> <small>${words}</small></span>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "kind-picker": KindPicker;
  }
}
