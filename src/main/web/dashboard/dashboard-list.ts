import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { mayChange } from "../identity/role.ts";
import type { User } from "../identity/session.ts";
import { controls } from "../ui/controls.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import { arranged, type Listed, type SortBy, sortedBy, type Sorting } from "./listed.ts";
import "./new-dashboard.ts";
import { Removal } from "./removal.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | {
    readonly name: "loaded";
    readonly dashboards: readonly Listed[];
    readonly shared: ReadonlySet<string>;
  };

const COLUMNS: readonly (readonly [by: SortBy, text: string])[] = [
  ["name", texts.dashboard.name],
  ["owner", texts.dashboard.owner],
  ["created", texts.dashboard.created],
];

/** The dashboards that the signed-in user may see; makes and removes them. */
@customElement("dashboard-list")
export class DashboardList extends LitElement {
  @property({ attribute: false })
  user!: User;
  @state()
  private current: State = { name: "loading" };
  @state()
  private words = "";
  @state()
  private sorting: Sorting = { by: "name", descending: false };
  @state()
  private problem: string | null = null;
  @query("#undo")
  private undo!: HTMLElement | null;
  @query(".list")
  private list!: HTMLElement | null;
  readonly #removal = new Removal(this, (problem) => this.#removed(problem));
  /** Whether what somebody was on goes away with this update. */
  #leavesUndo = false;

  static override styles = [
    controls,
    room,
    css`
      @media (min-width: 761px) {
        td[data-label] {
          min-width: 11rem;
        }
      }
    `,
  ];

  protected override willUpdate(): void {
    const onUndo = this.undo !== null && this.shadowRoot?.activeElement === this.undo;
    this.#leavesUndo = onUndo && this.#removal.removed === null;
  }

  protected override updated(): void {
    if (this.#leavesUndo) this.list?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.dashboard.yourDashboardsStreamdata;
    void this.#load();
  }

  override render() {
    return html`
      <main>
        <div class="head">
          <h1>${texts.dashboard.yourDashboards}</h1>
          ${this.user.role === "viewer" ? nothing : html`
            <new-dashboard @made="${this.#load}"></new-dashboard>
          `}
        </div>
        ${this.#news()} ${this.#body()}
      </main>
    `;
  }

  #news() {
    const { removed } = this.#removal;
    return html`
      <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
        nothing}</p>
      ${removed === null ? nothing : html`
        <p class="tools" role="status">
          ${texts.dashboard.nameWasRemoved(removed.name)}
          <button id="undo" @click="${() => this.#removal.undo()}">${texts.dashboard.undo}</button>
        </p>
      `}
    `;
  }

  #body() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <p class="words">${texts.dashboard.loading}</p>
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${current.message}</p>
        `;
      case "loaded":
        return current.dashboards.length === 0 ? this.#none() : this.#list(current);
    }
  }

  #none() {
    const { thereAreNoneYetMakeOne, thereAreNoneYetToSee } = texts.dashboard;
    return html`
      <p class="words">${this.user.role === "viewer"
        ? thereAreNoneYetToSee
        : thereAreNoneYetMakeOne}</p>
    `;
  }

  #list({ dashboards, shared }: State & { name: "loaded" }) {
    const left = dashboards.filter(({ id }) => !this.#removal.hides(id));
    const shown = arranged(left, this.words, this.sorting);
    return html`
      <div class="tools">
        <input
          type="search"
          aria-label="${texts.dashboard.searchByNameAndOwner}"
          placeholder="${texts.dashboard.search}"
          .value="${this.words}"
          @input="${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}"
        >
        <span class="words" role="status">${texts.dashboard.countOfCount2(
          shown.length,
          left.length,
        )}</span>
      </div>
      <div class="panel list stacked sortable" tabindex="0" role="region" aria-label="${texts
        .dashboard.yourDashboards}">
        <table>
          <thead>
            <tr>${COLUMNS.map(([by, text]) => this.#heading(by, text))}<td></td></tr>
          </thead>
          <tbody>
            ${shown.length === 0 ? NO_MATCH : nothing} ${shown.map((listed) =>
              this.#row(listed, shared.has(listed.id))
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #heading(by: SortBy, text: string) {
    const { sorting } = this;
    const order = sorting.by !== by ? "none" : sorting.descending ? "descending" : "ascending";
    const mark = order === "none" ? "" : order === "ascending" ? " ↑" : " ↓";
    return html`
      <th scope="col" aria-sort="${order}">
        <button @click="${() => (this.sorting = sortedBy(by, sorting))}">${text}${mark}</button>
      </th>
    `;
  }

  #row(listed: Listed, isShared: boolean) {
    const { id, name, owner, created } = listed;
    return html`
      <tr>
        <td>
          <a href="${address(`app/dashboards/${id}`).href}">${name}</a>
          ${isShared
            ? html`
              <span class="badge">${texts.dashboard.shared}</span>
            `
            : nothing}
        </td>
        <td data-label="${texts.dashboard.owner}">${owner}</td>
        <td data-label="${texts.dashboard.created}">${dayText(created)}</td>
        <td>
          ${mayChange(this.user, owner)
            ? html`
              <button
                class="quiet"
                aria-label="${texts.dashboard.removeName(name)}"
                @click="${() => this.#remove(listed)}"
              >
                ${texts.dashboard.remove}
              </button>
            `
            : nothing}
        </td>
      </tr>
    `;
  }

  /** The button is gone with its row: the way back is where one goes on. */
  async #remove(listed: Listed): Promise<void> {
    this.#removal.remove(listed);
    await this.updateComplete;
    this.undo?.focus();
  }

  #removed(problem: string | null): void {
    this.problem = problem;
    void this.#load();
  }

  readonly #load = async (): Promise<void> => {
    try {
      const [{ dashboards }, shared] = await Promise.all([
        send<{ dashboards: Listed[] }>("dashboards"),
        send<{ dashboards: string[] }>("dashboards/shared"),
      ]);
      this.current = { name: "loaded", dashboards, shared: new Set(shared.dashboards) };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  };
}

const NO_MATCH = html`
  <tr>
    <td class="words" colspan="${COLUMNS.length + 1}">${texts.dashboard.noneHasTheseWords}</td>
  </tr>
`;

function dayText(created: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(created) ?? [];
  if (day === undefined) return created;
  const format = new Intl.DateTimeFormat([...navigator.languages], {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return format.format(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-list": DashboardList;
  }
}
