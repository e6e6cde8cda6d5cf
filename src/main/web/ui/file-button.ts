import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "./controls.ts";

/** Tells that a file was picked. */
export class FilePicked extends Event {
  constructor(readonly file: File) {
    super("file-picked");
  }
}

/** Endings of the files that have rows. */
export const ROWS = ".csv,.tsv,.json,.ndjson,.jsonl,.parquet,.xlsx";

/** Picks a file, of rows unless told otherwise; looks like the other buttons. */
@customElement("file-button")
export class FileButton extends LitElement {
  @property()
  label = "";
  @property()
  accept = ROWS;
  /** Whether it looks like the quiet ones. */
  @property({ type: Boolean, reflect: true })
  quiet = false;

  static override styles = [
    controls,
    css`
      label {
        position: relative;
        display: inline-block;
        padding: 6px var(--space-3);
        border: 1px solid var(--outline);
        border-radius: 6px;
        background: var(--surface);
        white-space: nowrap;
      }
      :host([quiet]) label {
        padding: 2px var(--space-2);
        border-color: transparent;
        background: none;
        color: var(--muted);
        font-size: var(--text-small);
      }
      :host label:hover {
        border-color: var(--text);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
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
      <label>
        ${this.label}
        <input type="file" accept="${this.accept}" @change="${this.#picked}">
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

declare global {
  interface HTMLElementTagNameMap {
    "file-button": FileButton;
  }
}
