import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, type Request, send } from "../ui/http.ts";
import type { Share } from "./share.ts";
import { texts } from "../texts.ts";

/** What can be done with many links; what cannot be taken back is asked for twice. */
type Deed = "pause" | "resume" | "rotate" | "revoke";

const TEXTS: Readonly<Record<Deed, string>> = {
  pause: texts.share.pauseAccess,
  resume: texts.share.resumeAccess,
  rotate: texts.share.newAddress,
  revoke: texts.share.revokeAccess,
};
const QUESTIONS: Readonly<Partial<Record<Deed, string>>> = {
  rotate: texts.share.theOldAddressesStopWorkingAt,
  revoke: texts.share.whoeverHasTheseLinksSeesNothing,
};

/** Does something with all chosen links, one after the other; fires `changed` when it is done. */
@customElement("bulk-tools")
export class BulkTools extends LitElement {
  @property({ attribute: false })
  shares: readonly Share[] = [];
  /** What is about to be done, to be confirmed; null for nothing. */
  @state()
  private asked: Deed | null = null;
  /** How many are done of those under way; null while nothing is. */
  @state()
  private done: number | null = null;
  @state()
  private problem: string | null = null;

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        min-height: 36px;
        margin-bottom: var(--space-4);
        color: var(--muted);
      }
      button {
        color: var(--text);
      }
      .danger {
        color: var(--danger);
      }
    `,
  ];

  /** Whoever asked by keyboard confirms by keyboard. */
  override updated(changed: PropertyValues): void {
    if (changed.has("asked")) this.renderRoot.querySelector<HTMLElement>(".danger")?.focus();
  }

  override render() {
    return html`
      <div role="group" aria-label="${texts.share.chosenLinks}">${this.#tools()}</div>
      <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
        nothing}</p>
    `;
  }

  #tools() {
    const { shares, asked, done } = this;
    if (done !== null) {
      return html`
        <span role="status">${texts.share.doneOfCountDone(done, shares.length)}</span>
      `;
    }
    if (asked !== null && shares.length > 0) {
      return html`
        ${QUESTIONS[asked]}
        <button class="danger" @click="${() => this.#do(asked)}">
          ${TEXTS[asked]}: ${shares.length}
        </button>
        <button @click="${() => (this.asked = null)}">${texts.share.cancel}</button>
      `;
    }
    return html`
      <span>${texts.share.countChosen(shares.length)}</span>
      ${(["pause", "resume", "rotate", "revoke"] as const).map((deed) => this.#button(deed))}
    `;
  }

  #button(deed: Deed) {
    const begin = () => deed in QUESTIONS ? (this.asked = deed) : this.#do(deed);
    return html`
      <button ?disabled="${this.shares.length === 0}" @click="${begin}">${TEXTS[deed]}</button>
    `;
  }

  async #do(deed: Deed): Promise<void> {
    const { shares } = this;
    this.asked = null;
    this.problem = null;
    try {
      for (const [index, share] of shares.entries()) {
        this.done = index;
        const [path, request] = requestOf(deed, share.id);
        await send(path, request);
      }
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    this.done = null;
    this.dispatchEvent(new Event("changed"));
  }
}

function requestOf(deed: Deed, id: string): [path: string, request: Request] {
  const path = `shares/${id}`;
  switch (deed) {
    case "pause":
      return [path, { method: "PATCH", body: { enabled: false } }];
    case "resume":
      return [path, { method: "PATCH", body: { enabled: true } }];
    case "rotate":
      return [`${path}/rotate`, { method: "POST" }];
    case "revoke":
      return [path, { method: "DELETE" }];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bulk-tools": BulkTools;
  }
}
