import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { texts } from "../texts.ts";

/** A key that was just made, to be copied: nobody can show it again. */
@customElement("shown-key")
export class ShownKey extends LitElement {
  @property()
  key = "";
  @query("input")
  private field!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-1);
      }
      input {
        flex: 1 1 12rem;
        min-width: 0;
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  override render() {
    return html`
      <p role="status"><strong>${texts.identity.copyTheKeyNow}</strong> ${texts.identity
        .itIsShownThisOnce}</p>
      <div>
        <input
          readonly
          aria-label="${texts.identity.newKey}"
          .value="${this.key}"
          @focus="${() => this.field.select()}"
        >
        <copy-button text="${this.key}" about="${texts.identity.theKey}"></copy-button>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.field.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "shown-key": ShownKey;
  }
}
