import { css } from "lit";

/** The dialog of data sources. */
export const sourcesStyle = css`
  dialog {
    width: min(46rem, calc(100vw - 24px));
    scroll-padding-bottom: 7rem;
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  @media (max-width: 560px) {
    dialog {
      padding: var(--space-4);
    }
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-bottom: var(--space-2);
    border-bottom: 1px solid var(--border);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  h3 {
    margin: 0;
    font-size: var(--text-normal);
  }
  .none {
    color: var(--muted);
  }
`;
