import { css } from "lit";

/** The list of dashboards with what makes new ones. */
export const listStyle = css`
  :host {
    display: block;
    max-width: 60rem;
    margin: 0 auto;
    padding: var(--space-5) var(--space-4);
  }
  .head,
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-bottom: var(--space-4);
  }
  .head h1 {
    margin-inline-end: auto;
  }
  .tools input {
    flex: 1 1 12rem;
    width: auto;
    max-width: 22rem;
  }
  .list {
    padding: 0;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-spacing: 0;
  }
  th,
  td {
    padding: 8px var(--space-4);
    text-align: start;
    border-bottom: 1px solid var(--border);
    overflow-wrap: anywhere;
  }
  th button {
    padding: 0;
    border: none;
    background: none;
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--muted);
  }
  td {
    min-width: 6.5rem;
  }
  td:last-child {
    min-width: 0;
    width: 1%;
  }
  tbody tr:last-child td {
    border-bottom: none;
  }
  td a {
    font-weight: 600;
    text-decoration: none;
  }
  td a:hover {
    text-decoration: underline;
  }
  .words {
    color: var(--muted);
  }
`;
