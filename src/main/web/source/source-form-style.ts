import { css } from "lit";

/** The form of a source: what can be done with it stays in sight. */
export const sourceFormStyle = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .trial {
    scroll-margin-bottom: 6rem;
  }
  #name-wrong {
    margin-top: calc(-1 * var(--space-3));
    font-size: var(--text-small);
  }
  .foot {
    position: sticky;
    bottom: calc(-1 * var(--space-5));
    padding: var(--space-3) 0;
    border-top: 1px solid var(--border);
    background: var(--surface);
  }
  .hint {
    color: var(--muted);
  }
  .said {
    align-self: center;
    margin-inline-end: auto;
    color: var(--muted);
  }
  @media (max-width: 480px) {
    .said {
      flex-basis: 100%;
    }
  }
`;
