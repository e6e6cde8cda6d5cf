import { css } from "lit";

/** Commands one below the other, each with its button. */
export const apiStyle = css`
  dialog {
    width: min(44rem, calc(100vw - 24px));
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  h3 {
    margin: 0 auto 0 0;
    font-size: var(--text-normal);
  }
  p {
    margin-bottom: var(--space-2);
    color: var(--muted);
  }
  #base {
    flex: 1 1 10rem;
    width: auto;
    min-width: 0;
  }
  .row {
    align-items: center;
  }
  .example {
    flex-wrap: nowrap;
  }
  pre {
    margin: var(--space-1) 0 0;
    padding: var(--space-3);
    border-radius: 6px;
    background: var(--sunken);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: var(--text-small);
  }
`;
