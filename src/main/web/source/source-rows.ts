import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, send } from "../ui/http.ts";
import { isLive, type OwnedSource, type Rows } from "./owned-source.ts";
import "./rows-table.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | { readonly name: "loaded"; readonly rows: Rows };

const PAGE = 100;

/** The rows of a source, a hundred at a time. */
@customElement("source-rows")
export class SourceRows extends LitElement {
  @property({ attribute: false })
  source!: OwnedSource;
  @property({ attribute: false })
  format = Format.UTC;
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
    const before = changed.get("source");
    const { id, changed_at } = this.source;
    const same = before !== undefined && before.id === id && before.changed_at === changed_at;
    if (changed.has("first") || (changed.has("source") && !same)) void this.#load();
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
        <p>${texts.source.noRowsYet}</p>
      `;
    }
    return html`
      <rows-table
        .columns="${columns}"
        .rows="${rows}"
        .format="${this
          .format}"
        label="${texts.source.rows}"
      ></rows-table>
      ${row_count > PAGE && !isLive(this.source) ? this.#pages(rows.length, row_count) : nothing}
    `;
  }

  #pages(length: number, count: number) {
    const { first } = this;
    const number = (value: number) => this.format.number(value);
    const turn = (rows: number) => () => (this.first = Math.max(0, first + rows));
    const end = first + length;
    return html`
      <nav aria-label="${texts.source.pages}">
        <button type="button" class="quiet" ?disabled="${first === 0}" @click="${turn(-PAGE)}">
          ${texts.source.previous}
        </button>
        <span aria-live="polite">
          ${texts.source.rowsOf(number(Math.min(first + 1, end)), number(end), number(count))}
        </span>
        <button type="button" class="quiet" ?disabled="${end >= count}" @click="${turn(PAGE)}">
          ${texts.source.next}
        </button>
      </nav>
    `;
  }

  async #load(): Promise<void> {
    const { source, first } = this;
    const loaded = await page(source, first).then(
      (rows): State => ({ name: "loaded", rows }),
      (failure: unknown): State => ({ name: "failed", message: messageOf(failure) }),
    );
    if (source.id === this.source.id && first === this.first) this.current = loaded;
  }
}

function page({ id }: OwnedSource, first: number): Promise<Rows> {
  return send(`sources/${id}/rows?limit=${PAGE}&offset=${first}`);
}

declare global {
  interface HTMLElementTagNameMap {
    "source-rows": SourceRows;
  }
}
