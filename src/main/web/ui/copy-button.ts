import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "./controls.ts";
import { texts } from "../texts.ts";

const SAYS_SO_FOR = 2_000;

/** Copies a text and says so for a moment. */
@customElement("copy-button")
export class CopyButton extends LitElement {
  @property()
  text = "";
  @property()
  label = texts.ui.copy;
  /** For those who hear it, where several look alike. */
  @property()
  about = "";
  @state()
  private copied = false;

  static override styles = controls;

  override render() {
    return html`
      <button type="button" aria-label="${`${this.#word} ${this.about}`.trim()}" @click="${this
        .#copy}">
        ${this.#word}
      </button>
    `;
  }

  get #word(): string {
    return this.copied ? texts.ui.copied : this.label;
  }

  readonly #copy = async (): Promise<void> => {
    this.copied = await copy(this.text, this.renderRoot);
    setTimeout(() => (this.copied = false), SAYS_SO_FOR);
  };
}

/** Browsers give the clipboard to pages over HTTPS only; elsewhere a selected text is copied. */
async function copy(text: string, root: HTMLElement | DocumentFragment): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return await navigator.clipboard.writeText(text).then(() => true, () => false);
  }
  const field = document.createElement("textarea");
  field.value = text;
  root.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

declare global {
  interface HTMLElementTagNameMap {
    "copy-button": CopyButton;
  }
}
