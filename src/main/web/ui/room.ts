import { css } from "lit";

/** A page of the application with a heading, tools and lists. */
export const room = css`
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
  th {
    font-size: var(--text-small);
    color: var(--muted);
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
  .badge {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--outline);
    border-radius: 6px;
    color: var(--muted);
    font-size: var(--text-small);
  }
  .words {
    color: var(--muted);
  }
  section {
    margin-bottom: var(--space-4);
  }
  section > h2,
  form > h2 {
    font-size: var(--text-large);
  }
  section.panel,
  form.panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .actions {
    display: flex;
    justify-content: end;
    white-space: nowrap;
  }
  .row.end {
    align-items: end;
  }
  form.row label {
    flex: 1 1 11rem;
    min-width: 0;
  }
  form.row select {
    width: 100%;
  }
  button.danger {
    color: var(--danger);
  }
  @media (max-width: 760px) {
    .stacked thead {
      display: none;
    }
    .stacked :is(table, tbody, tr, td) {
      display: block;
      width: auto;
    }
    .stacked tr {
      padding: var(--space-2) var(--space-3);
      border-bottom: 1px solid var(--border);
    }
    .stacked tr:last-child {
      border-bottom: none;
    }
    .stacked td {
      padding: var(--space-1) 0;
      border: none;
    }
    .stacked td[data-label]::before {
      content: attr(data-label) " ";
      color: var(--muted);
      font-size: var(--text-small);
    }
    .sortable thead,
    .sortable thead tr {
      display: flex;
      flex-wrap: wrap;
    }
    .sortable th {
      padding: 0 var(--space-4) 0 0;
      border: none;
    }
    .actions {
      justify-content: start;
    }
  }
`;
