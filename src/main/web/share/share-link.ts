import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import "./expiry-form.ts";
import "./password-form.ts";
import { frameOf, type Share } from "./share.ts";

type Panel = "none" | "code" | "frame" | "password" | "expiry" | "rotate";

/** The address of a link and all that can be made of it; fires `changed`. */
@customElement("share-link")
export class ShareLink extends LitElement {
  @property({ attribute: false })
  share!: Share;
  /** Whether it lets in only some people, for another reason than a password. */
  @property({ type: Boolean })
  closed = false;
  @state()
  private panel: Panel = "none";
  @state()
  private problem: string | null = null;

  static override styles = [
    controls,
    modal,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .row {
        align-items: center;
      }
      .link {
        flex: 1 1 12rem;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .panel {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-3);
        background: var(--sunken);
      }
      img {
        width: min(14rem, 100%);
        border-radius: 6px;
      }
      textarea {
        width: 100%;
        min-height: 6rem;
        padding: var(--space-2);
        border: 1px solid var(--outline);
        border-radius: 6px;
        background: var(--surface);
        color: inherit;
        font: var(--text-small) / 1.5 monospace;
        resize: vertical;
      }
      .danger {
        color: var(--danger);
      }
    `,
  ];

  /** Whoever asked by keyboard confirms by keyboard. */
  override updated(changed: PropertyValues): void {
    if (changed.has("panel")) this.renderRoot.querySelector<HTMLElement>(".danger")?.focus();
  }

  override render() {
    const { share_link } = this.share;
    return html`
      <div class="row">
        <a class="link" href="${share_link}" target="_blank" rel="noopener">${share_link}</a>
        <copy-button label="Copy link" text="${share_link}" about="${share_link}"></copy-button>
      </div>
      <div class="row">
        <a href="${share_link}" target="_blank" rel="noopener">View as visitor</a>
        ${this.#opener("code", "QR code")} ${this.#opener("frame", "Embed")} ${this.share.kind ===
            "link"
          ? [this.#opener("password", "Password"), this.#opener("expiry", "Expiry")]
          : nothing} ${this.#opener("rotate", "New address")}
      </div>
      ${this.#panel()} ${this.problem === null ? nothing : html`
        <p class="problem" role="alert">${this.problem}</p>
      `}
    `;
  }

  #opener(panel: Panel, text: string) {
    const open = this.panel === panel;
    return html`
      <button
        type="button"
        class="quiet"
        aria-expanded="${open}"
        @click="${() => (this.panel = open ? "none" : panel)}"
      >
        ${text}
      </button>
    `;
  }

  #panel() {
    switch (this.panel) {
      case "none":
        return nothing;
      case "code":
        return this.#code();
      case "frame":
        return this.#frame();
      case "password":
        return html`
          <password-form
            class="panel"
            .share="${this.share}"
            @changed="${this.#limited}"
          ></password-form>
        `;
      case "expiry":
        return html`
          <expiry-form class="panel" .share="${this.share}" @changed="${this
            .#limited}"></expiry-form>
        `;
      case "rotate":
        return this.#rotate();
    }
  }

  #code() {
    const picture = address(`shares/${this.share.id}/qr.svg`).href;
    return html`
      <div class="panel">
        <img src="${picture}?at=${Date.now()}" alt="QR code of the link" width="224" height="224">
        <a href="${picture}" download="link.svg">Save the picture</a>
      </div>
    `;
  }

  #frame() {
    const { share } = this;
    if (this.closed || share.access === "edit" || share.has_password) {
      return html`
        <p class="panel">
          Pages of other sites can show only links that everybody may view: without a password, and not to
          edit.
        </p>
      `;
    }
    const text = frameOf(share);
    return html`
      <div class="panel">
        <label>
          <input
            type="checkbox"
            .checked="${live(share.embed)}"
            @change="${() => this.#change("PATCH", "", { embed: !share.embed })}"
          >
          Other sites may show it in their pages
        </label>
        ${share.embed
          ? html`
            <textarea readonly aria-label="Code for the page">${text}</textarea>
            <div><copy-button label="Copy the code" text="${text}"></copy-button></div>
          `
          : nothing}
      </div>
    `;
  }

  #rotate() {
    const rotate = async () => {
      await this.#change("POST", "/rotate");
      this.panel = "none";
    };
    return html`
      <div class="panel">
        <p>The link gets a new address. The old one stops working at once, also in what was mailed.</p>
        <div class="row">
          <button type="button" class="danger" @click="${rotate}">Change the address</button>
          <button type="button" class="quiet" @click="${() => (this.panel =
            "none")}">Keep it</button>
        </div>
      </div>
    `;
  }

  readonly #limited = (): void => {
    this.panel = "none";
    this.dispatchEvent(new Event("changed"));
  };

  async #change(method: "PATCH" | "POST", path: string, body?: object): Promise<void> {
    try {
      this.problem = null;
      await send(`shares/${this.share.id}${path}`, { method, body });
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    this.dispatchEvent(new Event("changed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "share-link": ShareLink;
  }
}
