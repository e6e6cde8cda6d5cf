import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { aboutText, type Share } from "./share.ts";
import "./share-link.ts";
import { texts } from "../texts.ts";

type Option = "time_selection" | "annotations" | "variable_selection";

const OPTIONS: readonly (readonly [option: Option, text: string])[] = [
  ["time_selection", texts.share.timePicker],
  ["annotations", texts.share.annotations],
  ["variable_selection", texts.share.variables],
];

/** Links to a dashboard and its visualizations, with what can be done with each; fires `changed`. */
@customElement("share-list")
export class ShareList extends LitElement {
  @property({ attribute: false })
  shares: readonly Share[] = [];
  @state()
  private problem: string | null = null;
  /** The link that is about to be revoked, once more to be confirmed. */
  @state()
  private revoking = "";

  static override styles = [
    controls,
    modal,
    css`
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        padding-top: var(--space-4);
        border-top: 1px solid var(--border);
      }
      .about {
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .row {
        gap: var(--space-2) var(--space-3);
        align-items: center;
      }
      label {
        display: flex;
        gap: var(--space-1);
        align-items: center;
      }
      .danger {
        color: var(--danger);
      }
    `,
  ];

  /** Whoever asked by keyboard confirms by keyboard. */
  override updated(changed: PropertyValues): void {
    if (changed.has("revoking")) this.renderRoot.querySelector<HTMLElement>(".danger")?.focus();
  }

  override render() {
    return html`
      ${this.problem === null ? nothing : html`
        <p class="problem" role="alert">${this.problem}</p>
      `} ${this.shares.length === 0
        ? html`
          <p class="about">${texts.share.thereAreNoLinksYet}</p>
        `
        : html`
          <ul aria-label="${texts.share.links}">${this.shares.map((share) =>
            this.#share(share)
          )}</ul>
        `}
    `;
  }

  #share(share: Share) {
    const { enabled } = share;
    const options = share.target.kind === "dashboard" ? OPTIONS : OPTIONS.slice(0, 1);
    return html`
      <li>
        <p class="about">${aboutText(share)}</p>
        <share-link .share="${share}" @changed="${this.#changed}"></share-link>
        <div class="row">
          <span class="about">${texts.share.visitorsGet}</span>
          ${options.map(([option, text]) => this.#may(share, option, text))}
        </div>
        <div class="row">
          <button type="button" @click="${() => this.#change(share, { enabled: !enabled })}">
            ${enabled ? texts.share.pauseAccess : texts.share.resumeAccess}
          </button>
          ${this.#revoke(share)}
        </div>
      </li>
    `;
  }

  #may(share: Share, option: Option, text: string) {
    return html`
      <label>
        <input
          type="checkbox"
          .checked="${live(share[option])}"
          @change="${() => this.#change(share, { [option]: !share[option] })}"
        >
        ${text}
      </label>
    `;
  }

  #revoke(share: Share) {
    if (this.revoking !== share.id) {
      return html`
        <button type="button" @click="${() => (this.revoking = share.id)}">${texts.share
          .revokeAccess}</button>
      `;
    }
    const revoke = () => this.#do(() => send(`shares/${share.id}`, { method: "DELETE" }));
    return html`
      <button type="button" class="danger" @click="${revoke}">${texts.share.revokeForGood}</button>
      <button type="button" class="quiet" @click="${() => (this.revoking = "")}">${texts.share
        .keepIt}</button>
    `;
  }

  #change(share: Share, body: object): Promise<void> {
    return this.#do(() => send(`shares/${share.id}`, { method: "PATCH", body }));
  }

  async #do(change: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = null;
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    this.#changed();
  }

  readonly #changed = () => this.dispatchEvent(new Event("changed"));
}

declare global {
  interface HTMLElementTagNameMap {
    "share-list": ShareList;
  }
}
