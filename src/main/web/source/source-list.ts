import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Format } from "../ui/format.ts";
import type { OwnedSource } from "./owned-source.ts";
import "./rejected-lines.ts";
import "./source-item.ts";
import type { SourceWork, WorkState } from "./source-work.ts";

/** Who reads the list, and when. */
interface Reader {
  readonly format: Format;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Every source with what can be done with it. */
export function sourceList(sources: readonly OwnedSource[], work: SourceWork, reader: Reader) {
  const { format, now } = reader;
  return html`
    <ul>
      ${repeat(sources, ({ id }) => id, (source) =>
        html`
          <li>
            <source-item
              .source="${source}"
              .format="${format}"
              .now="${now}"
              ?busy="${work.isBusy(source)}"
            ></source-item>
          </li>
        `)}
    </ul>
  `;
}

/** What came of what was done last. */
export function newsOf(state: WorkState, format: Format) {
  if (state.name === "reading" || state.news === null) return nothing;
  const { words, failed, report } = state.news;
  return html`
    <p class="${failed ? "problem" : ""}" role="${failed ? "alert" : "status"}">${words}</p>
    ${report === undefined || report.rejected_count === 0 ? nothing : html`
      <rejected-lines .report="${report}" .format="${format}"></rejected-lines>
    `}
  `;
}
