import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { instantText } from "../ui/day.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { apiStyle } from "./api-style.ts";
import { type ApiTarget, examplesOf } from "./api-examples.ts";
import { type Key, keysOf, makeKey, type Permission, revokeKey } from "./key.ts";
import { mayChange } from "./role.ts";
import type { User } from "./session.ts";
import "./shown-key.ts";
import { texts } from "../texts.ts";

/** What the API is asked for: one dashboard and its sources, or no dashboard in particular. */
interface Subject extends ApiTarget {
  readonly uid: string;
  /** Whether the user may change it, and so may their keys. */
  readonly changeable: boolean;
}

const READING = ["dashboards:read", "datasources:read"];
const CHANGING = ["dashboards:write", "dashboards.public:write", "datasources:write"];

/** How programs get at a dashboard: address, key and examples. */
@customElement("api-dialog")
export class ApiDialog extends LitElement {
  /** The dashboard it is about; empty for none. */
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  user!: User;
  @state()
  private subject: Subject | null = null;
  /** The key that was made here before; null if there is none. */
  @state()
  private earlier: Key | null = null;
  /** The text of the key that was just made; null if none was. */
  @state()
  private made: string | null = null;
  @state()
  private problem: string | null = null;
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [controls, modal, apiStyle];

  async show(): Promise<void> {
    this.made = null;
    this.dialog.showModal();
    await this.#try(() => this.#load());
  }

  override render() {
    const base = address("").href.replace(/\/$/, "");
    return html`
      <dialog aria-labelledby="heading">
        <h2 id="heading">${texts.identity.apiInformation}</h2>
        <div>
          <label class="field" for="base">${texts.identity.baseUrl}</label>
          <div class="row">
            <input id="base" readonly .value="${base}">
            <copy-button text="${base}" about="${texts.identity.theBaseUrl}"></copy-button>
          </div>
        </div>
        ${this.#key()}
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        ${examplesOf(base, this.made, this.subject).map(({ title, command }) =>
          html`
            <section>
              <div class="row example">
                <h3>${title}</h3>
                <copy-button text="${command}" about="${`“${title}”`}"></copy-button>
              </div>
              <pre tabindex="0">${command}</pre>
            </section>
          `
        )}
        <div class="row end">
          <a href="${address("docs").href}" target="_blank" rel="noopener">${texts.identity
            .allOfTheApi}</a>
          <button type="button" @click="${() => this.dialog.close()}">${texts.identity
            .close}</button>
        </div>
      </dialog>
    `;
  }

  #key() {
    const { earlier, made } = this;
    if (made !== null) {
      return html`
        <shown-key key="${made}"></shown-key>
      `;
    }
    const used = earlier?.last_used;
    return html`
      <div>
        <h3>${texts.identity.apiKey}</h3>
        <p>
          ${this.#allowed()} ${earlier ===
              null
            ? nothing
            : texts.identity.madeInstantTextLastUsedInstant(
              instantText(earlier.created),
              used === undefined
                ? texts.identity.neverUsed
                : texts.identity.lastUsedInstantText(instantText(used)),
            )}
        </p>
        <button type="button" @click="${() => this.#try(() => this.#make())}">
          ${earlier === null ? texts.identity.makeAKey : texts.identity.rotateTheKey}
        </button>
      </div>
    `;
  }

  #allowed(): string {
    const { subject } = this;
    if (this.dashboardId !== "") {
      return subject?.changeable === false
        ? texts.identity.itReadsThisDashboard
        : texts.identity.itReadsChangesAndSharesThis;
    }
    return this.user.role === "viewer"
      ? texts.identity.itReadsAllThatYouSee
      : texts.identity.itMayDoAllThatYou;
  }

  /** By which a key is found again. */
  get #keyName(): string {
    return this.dashboardId === ""
      ? texts.identity.streamdataApi
      : texts.identity.streamdataApiDashboardDashboardId(this.dashboardId);
  }

  async #load(): Promise<void> {
    this.subject = this.dashboardId === "" ? null : await subjectOf(this.dashboardId, this.user);
    const keys = await keysOf(this.user.email);
    this.earlier = keys.findLast(({ name }) => name === this.#keyName) ?? null;
  }

  async #make(): Promise<void> {
    const { earlier, subject } = this;
    const { key } = await makeKey({
      name: this.#keyName,
      ...(subject === null ? {} : { permissions: permissionsOf(subject) }),
    });
    this.made = key;
    if (earlier !== null) await revokeKey(earlier.id);
  }

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      this.problem = null;
      await change();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}

async function subjectOf(dashboard: string, user: User): Promise<Subject> {
  const { uid, owner, sources } = await send<{
    readonly uid: string;
    readonly owner: string;
    readonly sources: readonly { readonly id: string; readonly kind: string }[];
  }>(`dashboards/${dashboard}`);
  const changeable = mayChange(user, owner);
  const pushSource = sources.find(({ kind }) => kind === "push")?.id ?? null;
  return { dashboard, uid, pushSource, changeable };
}

function permissionsOf({ uid, changeable }: Subject): Permission[] {
  return [...READING, ...(changeable ? CHANGING : [])].map((action) => ({
    action,
    scope: `dashboards:uid:${uid}`,
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    "api-dialog": ApiDialog;
  }
}
