import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Rows } from "./owned-source.ts";
import "./rows-table.ts";
import { texts } from "./texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly rows: Rows };

const PAGE = 100;

/** The rows of a source, a hundred at a time. */
@customElement("source-rows")
export class SourceRows extends LitElement {
  @property({ attribute: "source-id" })
  sourceId = "";
  /** Grows with every change of the rows. */
  @property({ attribute: false })
  version = "";
  @property({ attribute: false })
  format = new Format([], "UTC");
  @state()
  private first = 0;
  @state()
  private current: State = { name: "loading" };

  static override styles = [
    controls,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding-top: var(--space-2);
        color: var(--muted);
        font-size: var(--text-small);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (["sourceId", "version", "first"].some((name) => changed.has(name))) void this.#load();
  }

  override render() {
    const { current } = this;
    switch (current.name) {
      case "loading":
        return html`
          <p aria-busy="true">…</p>
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${current.message}</p>
        `;
      case "loaded":
        return this.#table(current.rows);
    }
  }

  #table({ columns, rows, row_count }: Rows) {
    if (row_count === 0) {
      return html`
        <p>${texts.noRowsYet}</p>
      `;
    }
    return html`
      <rows-table
        .columns="${columns}"
        .rows="${rows}"
        .format="${this
          .format}"
        label="${texts.rows}"
      ></rows-table>
      ${row_count > PAGE ? this.#pages(rows.length, row_count) : nothing}
    `;
  }

  #pages(length: number, count: number) {
    const { first } = this;
    const number = (value: number) => this.format.number(value);
    const turn = (rows: number) => () => (this.first = Math.max(0, first + rows));
    const end = first + length;
    return html`
      <nav aria-label="${texts.pages}">
        <button type="button" class="quiet" ?disabled="${first === 0}" @click="${turn(-PAGE)}">
          ${texts.previous}
        </button>
        <span aria-live="polite">
          ${texts.rowsOf(number(Math.min(first + 1, end)), number(end), number(count))}
        </span>
        <button type="button" class="quiet" ?disabled="${end >= count}" @click="${turn(PAGE)}">
          ${texts.next}
        </button>
      </nav>
    `;
  }

  async #load(): Promise<void> {
    const { sourceId, first } = this;
    const search = `?limit=${PAGE}&offset=${first}`;
    const loaded = await send<Rows>(`sources/${sourceId}/rows${search}`).then(
      (rows): State => ({ name: "loaded", rows }),
      (failure: unknown): State => ({ name: "failed", message: messageOf(failure) }),
    );
    if (sourceId === this.sourceId && first === this.first) this.current = loaded;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-rows": SourceRows;
  }
}
