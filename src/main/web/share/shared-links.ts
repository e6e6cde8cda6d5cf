import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import { address, messageOf, send } from "../ui/http.ts";
import { room } from "../ui/room.ts";
import "./bulk-tools.ts";
import {
  accessText,
  csvOf,
  filtered,
  kindText,
  type Share,
  type State as Looked,
  stateText,
  timeText,
} from "./share.ts";
import { sharedLinksStyle } from "./shared-links-style.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly shares: readonly Share[] };

const STATES: readonly (readonly [state: Looked, text: string])[] = [
  ["all", texts.share.all],
  ["active", texts.share.active],
  ["paused", texts.share.paused],
  ["unused", texts.share.neverOpened],
];
const MOST_AT_ONCE = 1000;
const ROWS = 200;

/** Every link of the server that the signed-in user may share: an admin's are all. */
@customElement("shared-links")
export class SharedLinks extends LitElement {
  @state()
  private current: State = { name: "loading" };
  @state()
  private words = "";
  @state()
  private looked: Looked = "all";
  /** Ids of the links to do something with. */
  @state()
  private chosen: ReadonlySet<string> = new Set();
  /** How many rows are drawn at most. */
  @state()
  private rows = ROWS;

  static override styles = [controls, room, sharedLinksStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.share.sharedDashboardsStreamdata;
    void this.#load();
  }

  override render() {
    const { current } = this;
    return html`
      <main>${current.name === "loaded" ? this.#list(current.shares) : this.#words(current)}</main>
    `;
  }

  #words(state: State & { name: "loading" | "failed" }) {
    return html`
      <div class="head"><h1>${texts.share.sharedDashboards}</h1></div>
      ${state.name === "loading"
        ? html`
          <p class="words">${texts.share.loading}</p>
        `
        : html`
          <p class="problem" role="alert">${state.message}</p>
        `}
    `;
  }

  #list(shares: readonly Share[]) {
    const found = filtered(shares, this.words, this.looked);
    const chosen = found.filter(({ id }) => this.chosen.has(id));
    return html`
      <div class="head">
        <h1>${texts.share.sharedDashboards}</h1>
        <button @click="${() => save(csvOf(found))}">${texts.share.saveAsCsv}</button>
      </div>
      <div class="tools">
        <input
          type="search"
          aria-label="${texts.share.searchByDashboardTitlePersonAnd}"
          placeholder="${texts.share.search}"
          .value="${this.words}"
          @input="${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}"
        >
        <select aria-label="${texts.share.state}" @change="${this.#look}">
          ${STATES.map(([state, text]) =>
            html`
              <option value="${state}" ?selected="${state === this.looked}">${text}</option>
            `
          )}
        </select>
        <span class="words" role="status">${texts.share.countOfCount2(
          found.length,
          shares.length,
        )}</span>
      </div>
      <bulk-tools .shares="${chosen}" @changed="${this.#load}"></bulk-tools>
      ${found.length === 0 ? NONE : this.#table(found, chosen.length)}
    `;
  }

  #table(found: readonly Share[], chosen: number) {
    const all = chosen === found.length;
    const ids = found.map(({ id }) => id);
    return html`
      <div class="panel list" tabindex="0" role="region" aria-label="${texts.share.links}">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label="${texts.share.chooseAll}"
                  .checked="${live(all)}"
                  .indeterminate="${live(chosen > 0 && !all)}"
                  @change="${() => (this.chosen = new Set(all ? [] : ids))}"
                >
              </th>
              ${[
                texts.share.dashboard,
                texts.share.access,
                texts.share.state,
                texts.share.created,
                texts.share.lastSeen,
                texts.share.link,
              ].map((text) =>
                html`
                  <th scope="col">${text}</th>
                `
              )}
            </tr>
          </thead>
          <tbody>${found.slice(0, this.rows).map((share) => this.#row(share))}</tbody>
        </table>
      </div>
      ${found.length <= this.rows ? nothing : html`
        <p><button @click="${() => (this.rows += ROWS)}">${texts.share.showMore}</button></p>
      `}
    `;
  }

  #row(share: Share) {
    const { id, dashboard, target, last_used } = share;
    return html`
      <tr>
        <td>
          <input
            type="checkbox"
            aria-label="${texts.share.chooseTheLinkToNameNumber(dashboard.name, id)}"
            .checked="${live(this.chosen.has(id))}"
            @change="${() => this.#toggle(id)}"
          >
        </td>
        <td>
          <a class="name" href="${address(`app/dashboards/${dashboard.id}`).href}">${dashboard
            .name}</a>
          <small>${kindText(share)}${target.kind === "dashboard" ? "" : `: ${target.title}`}</small>
        </td>
        <td>${accessText(share)}</td>
        <td>${stateText(share)}</td>
        <td data-label="${texts.share.created}">
          ${timeText(share.created)}<small>${texts.share.byCreatedBy(share.created_by)}</small>
        </td>
        <td data-label="${texts.share.lastSeen}">${last_used
          ? timeText(last_used)
          : texts.share.never}</td>
        <td><a href="${share.share_link}" target="_blank" rel="noopener">${texts.share
          .viewAsVisitor}</a></td>
      </tr>
    `;
  }

  #look(event: Event): void {
    this.looked = (event.target as HTMLSelectElement).value as Looked;
  }

  #toggle(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  readonly #load = async (): Promise<void> => {
    try {
      this.current = { name: "loaded", shares: await all() };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  };
}

const NONE = html`
  <p class="words">${texts.share.thereAreNoSuchLinks}</p>
`;

async function all(): Promise<Share[]> {
  const found: Share[] = [];
  for (let page = 1; found.length === (page - 1) * MOST_AT_ONCE; page++) {
    const path = `shares?page=${page}&perpage=${MOST_AT_ONCE}`;
    found.push(...(await send<{ shares: Share[] }>(path)).shares);
  }
  return found;
}

function save(csv: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  link.download = "shared-dashboards.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

declare global {
  interface HTMLElementTagNameMap {
    "shared-links": SharedLinks;
  }
}
