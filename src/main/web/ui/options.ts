import { html } from "lit";

export type Option = readonly [value: string, text: string];

/** What a drop-down list offers, with one of it chosen. */
export function options(all: readonly Option[], chosen: string) {
  return all.map(([value, text]) =>
    html`
      <option value="${value}" .selected="${value === chosen}">${text}</option>
    `
  );
}
