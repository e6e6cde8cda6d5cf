import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../ui/controls.ts";
import { address, messageOf, send } from "../ui/http.ts";
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

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly shares: readonly Share[] };

const STATES: readonly (readonly [state: Looked, text: string])[] = [
  ["all", "All"],
  ["active", "Active"],
  ["paused", "Paused"],
  ["unused", "Never opened"],
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

  static override styles = [controls, sharedLinksStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = "Shared dashboards · StreamData";
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
      <div class="tools"><h1>Shared dashboards</h1></div>
      ${state.name === "loading"
        ? html`
          <p class="words">Loading…</p>
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
      <div class="tools">
        <h1>Shared dashboards</h1>
        <button @click="${() => save(csvOf(found))}">Save as CSV</button>
      </div>
      <div class="tools">
        <input
          type="search"
          aria-label="Search by dashboard, title, person and address"
          placeholder="Search"
          .value="${this.words}"
          @input="${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}"
        >
        <select aria-label="State" @change="${this.#look}">
          ${STATES.map(([state, text]) =>
            html`
              <option value="${state}" ?selected="${state === this.looked}">${text}</option>
            `
          )}
        </select>
        <span class="words" role="status">${found.length} of ${shares.length}</span>
      </div>
      <bulk-tools .shares="${chosen}" @changed="${this.#load}"></bulk-tools>
      ${found.length === 0 ? NONE : this.#table(found, chosen.length)}
    `;
  }

  #table(found: readonly Share[], chosen: number) {
    const all = chosen === found.length;
    const ids = found.map(({ id }) => id);
    return html`
      <div class="panel list" tabindex="0" role="region" aria-label="Links">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label="Choose all"
                  .checked="${live(all)}"
                  .indeterminate="${live(chosen > 0 && !all)}"
                  @change="${() => (this.chosen = new Set(all ? [] : ids))}"
                >
              </th>
              ${["Dashboard", "Access", "State", "Created", "Last seen", "Link"].map((text) =>
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
        <p><button @click="${() => (this.rows += ROWS)}">Show more</button></p>
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
            aria-label="${`Choose the link to ${dashboard.name}, number ${id}`}"
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
        <td data-label="Created">
          ${timeText(share.created)}<small>by ${share.created_by}</small>
        </td>
        <td data-label="Last seen">${last_used ? timeText(last_used) : "never"}</td>
        <td><a href="${share.share_link}" target="_blank" rel="noopener">View as visitor</a></td>
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
  <p class="words">There are no such links.</p>
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
