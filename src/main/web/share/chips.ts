import { css } from "lit";

/** Addresses side by side, each with a button that takes it away. */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chips li {
    display: flex;
    align-items: center;
    max-width: 100%;
    padding-inline-start: var(--space-2);
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
  .chips .wrong {
    border-color: var(--danger);
    color: var(--danger);
  }
`;
