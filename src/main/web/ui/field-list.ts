import { css } from "lit";

/** Fields that belong together, one below the other, and what adds another. */
export const fieldList = css`
  fieldset {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }
  legend {
    padding: 0 0 var(--space-1);
    font-weight: 600;
  }
  select {
    width: 100%;
    min-width: 0;
  }
  .add {
    justify-self: start;
  }
`;
