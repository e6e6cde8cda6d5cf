import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { send } from "../ui/http.ts";
import { isLive, type OwnedSource, type Run } from "./owned-source.ts";
import "./run-history.ts";
import { factsOf, troubleOf } from "./source-news.ts";
import "./source-rows.ts";
import { texts } from "../texts.ts";

const RUNS = 50;

/** One source with its rows and its runs. */
@customElement("source-details")
export class SourceDetails extends LitElement {
  @property({ attribute: false })
  source!: OwnedSource;
  @property({ attribute: false })
  format = Format.UTC;
  @property({ attribute: false })
  now = Date.now();
  @state()
  private runs: readonly Run[] = [];
  #seen = "";

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      h2 {
        font-size: var(--text-large);
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-normal);
      }
      .facts {
        color: var(--muted);
      }
    `,
  ];

  protected override willUpdate(_: PropertyValues): void {
    const { id, refresh } = this.source;
    const seen = JSON.stringify([id, refresh]);
    if (refresh != null && seen !== this.#seen) void this.#load(id);
    this.#seen = seen;
  }

  override render() {
    const { source, format, now } = this;
    const reader = { format, locales: navigator.languages, now };
    const trouble = troubleOf(source, reader);
    return html`
      <div>
        <h2 id="heading" tabindex="-1">${source.name}</h2>
        <p class="facts">${texts.source.kinds[source.kind]?.name ?? source.kind} · ${factsOf(
          source,
          reader,
        )}</p>
        <p class="problem" ?hidden="${trouble === null}">${trouble}</p>
      </div>
      ${source.refresh == null ? nothing : html`
        <section>
          <h3>${texts.source.runs}</h3>
          <run-history
            ?live="${isLive(source)}"
            .runs="${this.runs}"
            .format="${format}"
            .now="${now}"
          ></run-history>
        </section>
      `}
      <section>
        <h3>${texts.source.rows}</h3>
        <source-rows
          .source="${source}"
          .format="${format}"
        ></source-rows>
      </section>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  async #load(id: string): Promise<void> {
    const { runs } = await send<{ runs: readonly Run[] }>(`sources/${id}/runs?limit=${RUNS}`)
      .catch(() => ({ runs: this.runs }));
    if (id === this.source.id) this.runs = runs;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-details": SourceDetails;
  }
}
