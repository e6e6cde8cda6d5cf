import { css } from "lit";

export const cardStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    min-width: 0;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 var(--space-2);
  }
  h2 {
    flex: 1 1 8rem;
    font-size: var(--text-normal);
    font-weight: 600;
    line-height: 1.5;
  }
  .title {
    color: inherit;
    text-decoration: none;
  }
  .title:hover {
    text-decoration: underline;
  }
  .open {
    display: grid;
    place-items: center;
    width: 28px;
    min-height: 24px;
    border-radius: 6px;
    color: var(--muted);
  }
  .open:hover {
    color: var(--text);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    margin-inline-end: -8px;
  }
  /* Its place decides how large it is: what is drawn into it must not make the place grow again. */
  .body {
    contain: size;
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .words {
    align-self: center;
    justify-self: center;
    display: grid;
    gap: var(--space-3);
    justify-items: center;
    max-width: 34ch;
    text-align: center;
    color: var(--muted);
  }
  .words button {
    color: var(--text);
  }
  .note,
  .outage {
    color: var(--muted);
    font-size: var(--text-small);
  }
  .outage {
    color: var(--danger);
  }
`;
