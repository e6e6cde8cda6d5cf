import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import type { FilePicked } from "../ui/file-button.ts";
import "../ui/file-button.ts";
import { Format } from "../ui/format.ts";
import { address } from "../ui/http.ts";
import { isFetched, type OwnedSource } from "./owned-source.ts";
import { WhyAsked } from "./run-history.ts";
import { factsOf, type Reader, troubleOf } from "./source-news.ts";
import { texts } from "../texts.ts";

export type SourceWish = "refresh" | "details" | "change" | "remove" | "chart";

/** Asks to do something with a source. */
export class SourceWished extends Event {
  constructor(readonly wish: SourceWish, readonly source: OwnedSource) {
    super("source-wished", { bubbles: true, composed: true });
  }
}

/** Gives a file whose rows take the place of those of a source. */
export class FileGiven extends Event {
  constructor(readonly source: OwnedSource, readonly file: File) {
    super("file-given", { bubbles: true, composed: true });
  }
}

/** A source in the list: what it is, how fresh and how well. */
@customElement("source-item")
export class SourceItem extends LitElement {
  @property({ attribute: false })
  source!: OwnedSource;
  @property({ attribute: false })
  format = Format.UTC;
  @property({ attribute: false })
  now = Date.now();
  /** Whether its rows are being fetched. */
  @property({ type: Boolean })
  busy = false;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-1) var(--space-2);
      }
      strong {
        overflow-wrap: anywhere;
      }
      .kind {
        padding: 0 6px;
        border: 1px solid var(--outline);
        border-radius: 6px;
        color: var(--muted);
        font-size: var(--text-small);
        white-space: nowrap;
      }
      .facts,
      summary {
        color: var(--muted);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-1);
        margin-inline-start: -8px;
      }
      pre {
        margin: var(--space-2) 0;
        padding: var(--space-3);
        border-radius: 6px;
        background: var(--sunken);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: var(--text-small);
      }
    `,
  ];

  override render() {
    const { source, format, now } = this;
    const reader: Reader = { format, locales: navigator.languages, now };
    const trouble = troubleOf(source, reader);
    const failure = source.refresh?.error;
    return html`
      <div class="head">
        <strong>${source.name}</strong>
        <span class="kind">${texts.source.kinds[source.kind]?.name ?? source.kind}</span>
      </div>
      <p class="facts">${factsOf(source, reader)}</p>
      ${trouble === null ? nothing : html`
        <p class="problem">
          ${trouble} ${failure === undefined ? nothing : html`
            <button type="button" class="quiet" aria-label="${`${texts.source.why}: ${source.name}`}" @click="${() =>
              this.dispatchEvent(new WhyAsked(failure))}">
              ${texts.source.why}
            </button>
          `}
        </p>
      `}
      <div class="tools">${this.#tools()}</div>
      ${source.kind === "push" ? pushing(source) : nothing}
    `;
  }

  #tools() {
    const { source, busy } = this;
    return [
      isFetched(source)
        ? this.#tool("refresh", busy ? texts.source.refreshing : texts.source.refresh, busy)
        : nothing,
      source.columns.length > 0 ? this.#tool("chart", texts.source.chart) : nothing,
      source.kind === "file" ? this.#replacement() : nothing,
      this.#tool("details", source.refresh == null ? texts.source.rows : texts.source.details),
      this.#tool("change", texts.source.change),
      this.#tool("remove", texts.source.remove),
    ];
  }

  #replacement() {
    const { source } = this;
    return html`
      <file-button
        quiet
        label="${texts.source.again}"
        @file-picked="${({ file }: FilePicked) => this.dispatchEvent(new FileGiven(source, file))}"
      ></file-button>
    `;
  }

  #tool(wish: SourceWish, words: string, disabled = false) {
    const { source } = this;
    return html`
      <button
        type="button"
        class="quiet"
        ?disabled="${disabled}"
        aria-label="${`${words} ${source.name}`}"
        @click="${() => this.dispatchEvent(new SourceWished(wish, source))}"
      >
        ${words}
      </button>
    `;
  }
}

/** A line that a person can run as it is but for the key. */
function pushing({ id }: OwnedSource) {
  const line = `curl -X POST ${address(`sources/${id}/rows`).href} \\
  -H "Authorization: Bearer YOUR_API_KEY" -H "Content-Type: application/json" \\
  -d '[{"at": "${new Date().toISOString()}", "value": 1}]'`;
  return html`
    <details>
      <summary>${texts.source.howToPush}</summary>
      <pre>${line}</pre>
      <copy-button text="${line}" about="${texts.source.command}"></copy-button>
    </details>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "source-item": SourceItem;
  }
}
