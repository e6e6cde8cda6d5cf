import { html } from "lit";
import { type Option, options } from "./options.ts";
import { valueOf } from "./value-of.ts";

/** A drop-down list under its name, with one of it chosen. */
export function selectField(
  label: string,
  all: readonly Option[],
  chosen: string,
  become: (value: string) => void,
) {
  return html`
    <label class="field">
      ${label}
      <select @change="${(event: Event) => become(valueOf(event))}">${options(all, chosen)}</select>
    </label>
  `;
}
