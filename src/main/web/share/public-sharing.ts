import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { Recipient } from "./recipient-list.ts";
import "./recipient-list.ts";
import { type Share, timeText } from "./share.ts";
import "./share-link.ts";
import { texts } from "../texts.ts";

type Audience = "public" | "email";

/** A public dashboard in Grafana's words. */
interface PublicDashboard {
  readonly uid: string;
  readonly isEnabled: boolean;
  readonly timeSelectionEnabled: boolean;
  readonly annotationsEnabled: boolean;
  readonly variableSelectionEnabled?: boolean;
  readonly share: Audience;
  readonly recipients?: readonly Recipient[];
}

type Option = "timeSelectionEnabled" | "annotationsEnabled" | "variableSelectionEnabled";

const OPTIONS: readonly (readonly [option: Option, text: string])[] = [
  ["timeSelectionEnabled", texts.share.timePicker],
  ["annotationsEnabled", texts.share.annotations],
  ["variableSelectionEnabled", texts.share.variables],
];

/** Shares a dashboard as a public dashboard, and says how; fires `changed`. */
@customElement("public-sharing")
export class PublicSharing extends LitElement {
  @property({ attribute: "dashboard-uid" })
  dashboardUid = "";
  /** Its link; null while it is not shared like this. */
  @property({ attribute: false })
  share: Share | null = null;
  /** Whether the server can send no codes. */
  @property({ type: Boolean })
  mailless = false;
  @state()
  private published: PublicDashboard | null = null;
  @state()
  private audience: Audience = "public";
  @state()
  private revoking = false;
  @state()
  private problem: string | null = null;
  /** Whether it has just been shared, or is so no more. */
  #turned = false;

  static override styles = [
    controls,
    modal,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .row {
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
      .row label {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      select {
        width: 100%;
      }
      .about {
        color: var(--muted);
      }
      .danger,
      label.field small.problem {
        color: var(--danger);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("share")) return;
    if (this.share === null) this.published = null;
    else void this.#load();
  }

  /** Whoever asked by keyboard confirms by keyboard, and goes on where what they pressed was. */
  override updated(changed: PropertyValues): void {
    if (this.#turned && changed.has("published")) {
      this.#turned = false;
      this.renderRoot.querySelector("select")?.focus();
    }
    if (changed.has("revoking")) this.renderRoot.querySelector<HTMLElement>(".danger")?.focus();
  }

  override render() {
    const { share, published } = this;
    return html`
      ${share === null || published === null ? this.#unshared() : this.#shared(share, published)}
      <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
        nothing}</p>
    `;
  }

  #unshared() {
    if (this.share !== null) return nothing;
    return html`
      <p class="about">
        ${texts.share.onePublicAddressForThisDashboard}
      </p>
      ${this.#access((audience) => (this.audience = audience), this.audience)}
      <div class="row end">
        <button type="button" class="primary" @click="${this.#publish}">${texts.share
          .shareExternally}</button>
      </div>
    `;
  }

  #shared(share: Share, published: PublicDashboard) {
    const { isEnabled } = published;
    const used = share.last_used
      ? texts.share.lastOpenedTimeText(timeText(share.last_used))
      : texts.share.notOpenedYet;
    return html`
      <p class="about">${isEnabled
        ? texts.share.active
        : texts.share.pausedVisitorsAreToldSo} · ${used}</p>
      ${this.#access(
        (audience) => this.#change({ share: audience }),
        published.share,
      )} ${published.share === "public" ? nothing : html`
        <recipient-list
          path="${`${this.#path}/${published.uid}/recipients`}"
          .recipients="${published.recipients ?? []}"
          @changed="${this.#changed}"
        ></recipient-list>
      `}
      <share-link
        .share="${share}"
        ?closed="${published.share === "email"}"
        @changed="${this.#changed}"
      ></share-link>
      <div class="row">
        <span class="about">${texts.share.visitorsGet}</span>
        ${OPTIONS.map(([option, text]) => this.#may(published, option, text))}
      </div>
      <div class="row">
        <button type="button" @click="${() => this.#change({ isEnabled: !isEnabled })}">
          ${isEnabled ? texts.share.pauseAccess : texts.share.resumeAccess}
        </button>
        ${this.#revoke(published)}
      </div>
    `;
  }

  #access(choose: (audience: Audience) => unknown, chosen: Audience) {
    const choice = (audience: Audience, text: string) =>
      html`
        <option value="${audience}" ?selected="${audience === chosen}">${text}</option>
      `;
    return html`
      <label class="field">
        ${texts.share.linkAccess}
        <select
          .value="${live(chosen)}"
          @change="${(event: Event) =>
            choose((event.target as HTMLSelectElement).value as Audience)}"
        >
          ${choice("public", texts.share.anyoneWithTheLink)} ${choice(
            "email",
            texts.share.onlySpecificPeople,
          )}
        </select>
        ${chosen === "email" && this.mailless ? NO_MAIL : nothing}
      </label>
    `;
  }

  #may(published: PublicDashboard, option: Option, text: string) {
    const may = published[option] ?? false;
    return html`
      <label>
        <input
          type="checkbox"
          .checked="${live(may)}"
          @change="${() => this.#change({ [option]: !may })}"
        >
        ${text}
      </label>
    `;
  }

  #revoke({ uid }: PublicDashboard) {
    if (!this.revoking) {
      return html`
        <button type="button" @click="${() => (this.revoking = true)}">${texts.share
          .revokeAccess}</button>
      `;
    }
    const revoke = () => this.#turn(() => send(`${this.#path}/${uid}`, { method: "DELETE" }));
    return html`
      <button type="button" class="danger" @click="${revoke}">${texts.share.revokeForGood}</button>
      <button type="button" class="quiet" @click="${() => (this.revoking = false)}">${texts.share
        .keepIt}</button>
    `;
  }

  get #path(): string {
    return `api/dashboards/uid/${this.dashboardUid}/public-dashboards`;
  }

  readonly #publish = (): Promise<void> => {
    const body = { isEnabled: true, share: this.audience };
    return this.#turn(() => send(this.#path, { method: "POST", body }));
  };

  /** Shares it or ends that. */
  #turn(change: () => Promise<unknown>): Promise<void> {
    return this.#do(async () => {
      await change();
      this.#turned = true;
    });
  }

  #change(body: object): Promise<void> {
    const path = `${this.#path}/${this.published?.uid}`;
    return this.#do(() => send(path, { method: "PATCH", body }));
  }

  async #do(change: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = null;
      this.revoking = false;
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    this.#changed();
  }

  async #load(): Promise<void> {
    try {
      this.published = await send<PublicDashboard>(this.#path);
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }

  readonly #changed = () => this.dispatchEvent(new Event("changed"));
}

const NO_MAIL = html`
  <small class="problem">
    ${texts.share.thisServerHasNoMailServer}
  </small>
`;

declare global {
  interface HTMLElementTagNameMap {
    "public-sharing": PublicSharing;
  }
}
