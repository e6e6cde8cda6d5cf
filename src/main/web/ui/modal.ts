import { css } from "lit";

/** A dialog over everything else. */
export const modal = css`
  dialog {
    width: min(30rem, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: var(--space-5);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog h2 {
    font-size: var(--text-large);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }
  legend {
    padding: 0 0 var(--space-1);
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .end {
    justify-content: flex-end;
  }
`;
