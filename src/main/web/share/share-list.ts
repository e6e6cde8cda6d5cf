import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { messageOf, send } from "../ui/http.ts";

/** A link as its owner sees it. */
interface Share {
  readonly id: string;
  readonly share_link: string;
  readonly target: { readonly kind: "dashboard" | "visualization"; readonly id: string };
  readonly access: "view" | "edit";
  readonly has_password: boolean;
  readonly enabled: boolean;
  readonly last_used?: string | null;
  readonly kind: string;
  readonly time_selection: boolean;
  readonly annotations: boolean;
}

/** All links to a dashboard and its visualizations, with what can be done with each. */
@customElement("share-list")
export class ShareList extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private shares: readonly Share[] = [];
  @state()
  private problem: string | null = null;
  /** The link that is about to be revoked, once more to be confirmed. */
  @state()
  private revoking = "";

  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--space-2);
        padding-top: var(--space-3);
        border-top: 1px solid var(--border);
      }
      .about {
        color: var(--muted);
        font-size: var(--text-small);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
      .link {
        flex: 1 1 10rem;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .paused .link {
        color: var(--muted);
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

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  override render() {
    return html`
      ${this.problem === null ? nothing : html`
        <p class="problem" role="alert">${this.problem}</p>
      `}
      <ul aria-label="Links">
        ${this.shares.map((share) => this.#share(share))}
      </ul>
    `;
  }

  #share(share: Share) {
    const { share_link, enabled } = share;
    return html`
      <li class="${enabled ? "" : "paused"}">
        <div class="row">
          <a class="link" href="${share_link}" target="_blank" rel="noopener">${share_link}</a>
          <copy-button text="${share_link}" about="${share_link}"></copy-button>
        </div>
        <p class="about">${aboutText(share)}</p>
        <div class="row">
          ${this.#may(share, "time_selection", "Time picker")} ${share.target.kind === "dashboard"
            ? this.#may(share, "annotations", "Annotations")
            : nothing}
          <button type="button" @click="${() => this.#change(share, { enabled: !enabled })}">
            ${enabled ? "Pause access" : "Resume access"}
          </button>
          ${this.#revoke(share)}
        </div>
      </li>
    `;
  }

  #may(share: Share, what: "time_selection" | "annotations", text: string) {
    return html`
      <label>
        <input
          type="checkbox"
          .checked="${share[what]}"
          @change="${() => this.#change(share, { [what]: !share[what] })}"
        >
        ${text}
      </label>
    `;
  }

  #revoke(share: Share) {
    if (this.revoking !== share.id) {
      return html`
        <button type="button" @click="${() => (this.revoking = share.id)}">Revoke access</button>
      `;
    }
    const revoke = () => this.#do(() => send(`shares/${share.id}`, { method: "DELETE" }));
    return html`
      <button type="button" class="danger" @click="${revoke}">Revoke for good</button>
      <button type="button" class="quiet" @click="${() => (this.revoking = "")}">Keep it</button>
    `;
  }

  async refresh(): Promise<void> {
    await this.#do(() => Promise.resolve());
  }

  #change(share: Share, body: object): Promise<void> {
    return this.#do(() => send(`shares/${share.id}`, { method: "PATCH", body }));
  }

  async #do(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      const { shares } = await send<{ shares: Share[] }>(`dashboards/${this.dashboardId}/shares`);
      this.shares = shares;
      this.problem = null;
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

/** Whom a link lets in and to what, and when it last did. */
function aboutText({ target, access, has_password, enabled, last_used, kind }: Share): string {
  const when = new Intl.DateTimeFormat([...navigator.languages], {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return [
    kind === "public"
      ? "Public dashboard"
      : target.kind === "dashboard"
      ? "Dashboard"
      : "One visualization",
    access === "edit" ? "can edit" : "can view",
    has_password ? "with a password" : null,
    enabled ? null : "paused",
    last_used ? `last opened ${when.format(Date.parse(last_used))}` : "not opened yet",
  ].filter((part) => part !== null).join(" · ");
}

declare global {
  interface HTMLElementTagNameMap {
    "share-list": ShareList;
  }
}
