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
import { texts } from "../texts.ts";

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
        <copy-button label="${texts.share
          .copyLink}" text="${share_link}" about="${share_link}"></copy-button>
      </div>
      <div class="row">
        <a href="${share_link}" target="_blank" rel="noopener">${texts.share.viewAsVisitor}</a>
        ${this.#opener("code", texts.share.qrCode)} ${this.#opener(
          "frame",
          texts.share.embed,
        )} ${this.share.kind ===
            "link"
          ? [
            this.#opener("password", texts.share.password),
            this.#opener("expiry", texts.share.expiry),
          ]
          : nothing} ${this.#opener("rotate", texts.share.newAddress)}
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
        <img src="${picture}?at=${Date.now()}" alt="${texts.share
          .qrCodeOfTheLink}" width="224" height="224">
        <a href="${picture}" download="link.svg">${texts.share.saveThePicture}</a>
      </div>
    `;
  }

  #frame() {
    const { share } = this;
    if (this.closed || share.access === "edit" || share.has_password) {
      return html`
        <p class="panel">
          ${texts.share.pagesOfOtherSitesCanShow}
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
          ${texts.share.otherSitesMayShowItIn}
        </label>
        ${share.embed
          ? html`
            <textarea readonly aria-label="${texts.share.codeForThePage}">${text}</textarea>
            <div><copy-button label="${texts.share.copyTheCode}" text="${text}"></copy-button></div>
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
        <p>${texts.share.theLinkGetsANewAddress}</p>
        <div class="row">
          <button type="button" class="danger" @click="${rotate}">${texts.share
            .changeTheAddress}</button>
          <button type="button" class="quiet" @click="${() => (this.panel = "none")}">${texts.share
            .keepIt}</button>
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
