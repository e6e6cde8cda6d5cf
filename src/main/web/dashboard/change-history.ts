import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { instantText } from "../ui/day.ts";
import { messageOf, send } from "../ui/http.ts";
import { canUndo, doneText, type PastChange, undoOf, whoText } from "./past-change.ts";
import { texts } from "../texts.ts";

const LOOK_AGAIN_AFTER = 15_000;

/**
 * What happened to a dashboard, with undo of what nobody has changed since; tells what others do meanwhile. Fires
 * `outdated` when the dashboard is another one than is shown.
 */
@customElement("change-history")
export class ChangeHistory extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  /** E-mail address of whoever looks on. */
  @property()
  user = "";
  /** The newest first; null for those who may not know. */
  @state()
  private changes: readonly PastChange[] | null = null;
  /** The newest change by somebody else since the page was opened; null for none. */
  @state()
  private news: PastChange | null = null;
  @state()
  private open = false;
  @state()
  private problem: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    controls,
    css`
      section {
        max-width: 1680px;
        margin: 0 auto;
        padding: 0 var(--space-5) var(--space-5);
      }
      summary {
        width: fit-content;
        color: var(--muted);
        cursor: pointer;
      }
      ol {
        display: grid;
        gap: var(--space-2);
        max-height: 24rem;
        margin: var(--space-2) 0 0;
        overflow: auto;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      time {
        color: var(--muted);
        font-size: var(--text-small);
      }
      .news {
        position: fixed;
        z-index: 1;
        inset: var(--space-3) var(--space-3) auto auto;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        max-width: min(30rem, calc(100vw - 24px));
        padding: var(--space-2) var(--space-4);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
        overflow-wrap: anywhere;
      }
      @media (max-width: 760px) {
        section {
          padding: 0 var(--space-3) var(--space-4);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
    this.#timer = setInterval(() => {
      if (!document.hidden) void this.#look();
    }, LOOK_AGAIN_AFTER);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    const { changes, problem } = this;
    if (changes === null) return nothing;
    return html`
      ${this.#news()}
      <section aria-label="${texts.dashboard.historyOfChanges}">
        <details @toggle="${this.#toggled}">
          <summary>${texts.dashboard.historyOfChanges}</summary>
          <p class="problem" role="alert" ?hidden="${problem === null}">${problem ?? nothing}</p>
          ${this.open ? this.#list(changes) : nothing}
        </details>
      </section>
    `;
  }

  #list(changes: readonly PastChange[]) {
    return html`
      <ol class="panel" tabindex="0" aria-label="${texts.dashboard.changesTheNewestFirst}">
        ${changes.length === 0
          ? html`
            <li>${texts.dashboard.nothingHasBeenChangedYet}</li>
          `
          : changes.map((change, index) => this.#change(change, canUndo(changes, index)))}
      </ol>
    `;
  }

  #news() {
    const { news } = this;
    return news === null ? nothing : html`
      <div class="panel news" role="status">
        <span>${whoText(news)} ${doneText(news)}.</span>
        <button class="primary" @click="${this.#showNews}">${texts.dashboard.showIt}</button>
        <button class="quiet" @click="${() => (this.news = null)}">${texts.dashboard.later}</button>
      </div>
    `;
  }

  #change(change: PastChange, undoable: boolean) {
    const { at } = change;
    return html`
      <li>
        ${whoText(change)} ${doneText(change)}
        <time datetime="${at}">${instantText(at)}</time>
        ${undoable
          ? html`
            <button
              class="quiet"
              aria-label="${texts.dashboard.undoWhoTextDoneText(whoText(change), doneText(change))}"
              @click="${() => this.#undo(change)}"
            >
              ${texts.dashboard.undo}
            </button>
          `
          : nothing}
      </li>
    `;
  }

  async #undo(change: PastChange): Promise<void> {
    const undo = undoOf(this.dashboardId, change);
    if (undo === null) return;
    try {
      const now = await this.#read();
      if (!canUndo(now, now.findIndex(({ id }) => id === change.id))) {
        throw new Error(texts.dashboard.somebodyHasChangedItSince);
      }
      await send(undo.path, undo);
      this.problem = null;
      this.#outdated();
    } catch (failure) {
      this.problem = messageOf(failure);
    }
    await this.#look();
  }

  readonly #showNews = (): void => {
    this.news = null;
    this.#outdated();
  };

  #outdated(): void {
    this.dispatchEvent(new Event("outdated"));
  }

  readonly #toggled = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open) void this.#look();
  };

  readonly #look = async (): Promise<void> => {
    try {
      const changes = await this.#read();
      const known = Number(this.changes?.[0]?.id ?? 0);
      const since = changes.filter(({ id }) => Number(id) > known);
      if (this.changes !== null) {
        this.news = since.find(({ who }) => who !== this.user) ?? this.news;
      }
      this.changes = changes;
    } catch {
      // Who may not know gets no history, and who is cut off hears of that elsewhere.
    }
  };

  async #read(): Promise<readonly PastChange[]> {
    const path = `dashboards/${this.dashboardId}/changes`;
    return (await send<{ changes: PastChange[] }>(path)).changes;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "change-history": ChangeHistory;
  }
}
