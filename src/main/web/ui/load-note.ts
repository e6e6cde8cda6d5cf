import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { texts } from "../texts.ts";
import { controls } from "./controls.ts";
import { messageOf } from "./http.ts";
import { loadPart } from "./part.ts";

type State =
  | { readonly name: "quiet" }
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string };

/** Loads parts of a page when they are needed, and says so where that takes long or fails. */
@customElement("load-note")
export class LoadNote extends LitElement {
  /** Whether it stands in the place of a whole room, and not over what is shown already. */
  @property({ type: Boolean, reflect: true })
  room = false;
  @state()
  private current: State = { name: "quiet" };
  #last = 0;

  static override styles = [
    controls,
    css`
      .note {
        position: fixed;
        z-index: 2;
        inset: auto 0 var(--space-4);
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        width: fit-content;
        max-width: calc(100vw - 24px);
        margin: 0 auto;
        padding: var(--space-2) var(--space-4);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
      }
      :host([room]) .note {
        position: static;
        justify-content: center;
        padding: 16vh var(--space-4) 0;
        border: none;
        background: none;
        box-shadow: none;
        color: var(--muted);
      }
      /* What comes at once needs no words. */
      .loading {
        animation: appear 0s 0.3s backwards;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  /**
   * Returns whether the part is there now, and nothing else was asked for meanwhile.
   *
   * @param element what the part draws, waited for as well
   */
  async need(part: () => Promise<unknown>, element?: LitElement): Promise<boolean> {
    const turn = ++this.#last;
    this.current = { name: "loading" };
    try {
      await loadPart(part);
      await element?.updateComplete;
      if (turn === this.#last) this.current = { name: "quiet" };
      return turn === this.#last;
    } catch (failure) {
      if (turn === this.#last) this.current = { name: "failed", message: messageOf(failure) };
      return false;
    }
  }

  override render() {
    return this.room && this.current.name !== "quiet"
      ? html`
        <main>${this.#note()}</main>
      `
      : this.#note();
  }

  #note() {
    const { current } = this;
    switch (current.name) {
      case "quiet":
        return nothing;
      case "loading":
        return html`
          <p class="panel note loading" role="status">${texts.ui.loading}</p>
        `;
      case "failed":
        return html`
          <div class="panel note" role="alert">
            <p class="problem">${current.message}</p>
            <button @click="${() => location.reload()}">${texts.ui.loadThePageAnew}</button>
          </div>
        `;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "load-note": LoadNote;
  }
}
