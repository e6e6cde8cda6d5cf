import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import type { Annotation } from "../visualization/annotation.ts";
import { texts } from "../texts.ts";

/** All annotations of a dashboard in words, the newest first. */
@customElement("annotation-list")
export class AnnotationList extends LitElement {
  @property({ attribute: false })
  annotations: readonly Annotation[] = [];
  @property({ attribute: false })
  format = Format.UTC;

  static override styles = [
    controls,
    css`
      details.panel {
        padding: var(--space-2) var(--space-4);
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      ol {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-3) 0 var(--space-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
      }
      time,
      .tags {
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .text {
        white-space: pre-line;
        overflow-wrap: anywhere;
        min-width: 0;
      }
    `,
  ];

  override render() {
    const newestFirst = [...this.annotations].sort((a, b) => b.time - a.time);
    return html`
      <details class="panel">
        <summary>${texts.dashboard.annotationsCount(this.annotations.length)}</summary>
        <ol>
          ${newestFirst.map((annotation) => this.#one(annotation))}
        </ol>
      </details>
    `;
  }

  #one({ time, time_end, text, tags }: Annotation) {
    return html`
      <li>
        <span>${this.#time(time)}${time_end && time_end > time
          ? html`
            – ${this.#time(time_end)}
          `
          : nothing}</span>
        <span class="text">${text}</span>
        ${tags?.length
          ? html`
            <span class="tags">${tags.join(", ")}</span>
          `
          : nothing}
      </li>
    `;
  }

  #time(instant: number) {
    return html`
      <time datetime="${new Date(instant).toISOString()}">${this.format.instant(
        instant,
        "minute",
      )}</time>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "annotation-list": AnnotationList;
  }
}
