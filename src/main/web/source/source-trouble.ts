import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { texts } from "../texts.ts";

/** Why what is drawn of a source is old. */
export interface Trouble {
  /** Id of the source. */
  readonly source: string;
  readonly words: string;
}

/** Asks to tell more of a source that fails. */
export class TroubleAsked extends Event {
  constructor(readonly source: string) {
    super("trouble-asked", { bubbles: true, composed: true });
  }
}

/** Says on a chart that its source fails; nothing where all is well. */
@customElement("source-trouble")
export class SourceTrouble extends LitElement {
  @property({ attribute: false })
  trouble: Trouble | null = null;

  static override styles = [
    controls,
    css`
      p {
        color: var(--danger);
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { trouble } = this;
    if (trouble === null) return nothing;
    return html`
      <p role="status">
        ${trouble.words}
        <button
          type="button"
          class="quiet"
          @click="${() => this.dispatchEvent(new TroubleAsked(trouble.source))}"
        >
          ${texts.source.toSource}
        </button>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-trouble": SourceTrouble;
  }
}
