import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { address, messageOf, send } from "../ui/http.ts";

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The day in UTC, `YYYYMMDD`. */
  readonly created: string;
}

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly dashboards: readonly Listed[] };

/** The dashboards that the signed-in user may see. */
@customElement("dashboard-list")
export class DashboardList extends LitElement {
  @state()
  private current: State = { name: "loading" };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 60rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-4);
      }
      h1 {
        margin-bottom: var(--space-4);
      }
      .panel {
        padding: 0;
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-spacing: 0;
      }
      th,
      td {
        padding: 10px var(--space-4);
        text-align: start;
        border-bottom: 1px solid var(--border);
        overflow-wrap: anywhere;
      }
      th {
        font-size: var(--text-small);
        color: var(--muted);
      }
      td {
        min-width: 6.5rem;
      }
      tr:last-child td {
        border-bottom: none;
      }
      td a {
        font-weight: 600;
        text-decoration: none;
      }
      td a:hover {
        text-decoration: underline;
      }
      .words {
        color: var(--muted);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    return html`
      <main>
        <h1>Your Dashboards</h1>
        ${this.#body()}
      </main>
    `;
  }

  #body() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <p class="words">Loading…</p>
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${current.message}</p>
        `;
      case "loaded":
        return current.dashboards.length === 0 ? NONE : rows(current.dashboards);
    }
  }

  async #load(): Promise<void> {
    try {
      const { dashboards } = await send<{ dashboards: Listed[] }>("dashboards");
      this.current = { name: "loaded", dashboards };
    } catch (failure) {
      this.current = { name: "failed", message: messageOf(failure) };
    }
  }
}

const NONE = html`
  <p class="words">There are none yet. Create one over the REST API: POST /dashboards.</p>
`;

function rows(dashboards: readonly Listed[]) {
  return html`
    <div class="panel" tabindex="0" role="region" aria-label="Your Dashboards">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Owner</th>
            <th scope="col">Created</th>
          </tr>
        </thead>
        <tbody>
          ${dashboards.map(row)}
        </tbody>
      </table>
    </div>
  `;
}

function row({ id, name, owner, created }: Listed) {
  return html`
    <tr>
      <td><a href="${address(`app/dashboards/${id}`).href}">${name}</a></td>
      <td>${owner}</td>
      <td>${dayText(created)}</td>
    </tr>
  `;
}

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
