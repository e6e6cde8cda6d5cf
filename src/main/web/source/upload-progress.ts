import { html } from "lit";
import type { Format } from "../ui/format.ts";
import { texts } from "../texts.ts";
import type { Progress } from "./upload.ts";

/** Percent; what is told more often than that nobody can listen to. */
const STEP = 5;

/** How far a file has come. */
export function progressOf({ rows, percent }: Progress, format: Format) {
  return html`
    <p role="status">
      <progress max="100" .value="${percent}" aria-label="${texts.source.reading}"></progress>
      ${rows === null
        ? texts.source.sending(format.percent(STEP * Math.floor(percent / STEP) / 100))
        : texts.source.uploading(format.number(rows))}
    </p>
  `;
}
