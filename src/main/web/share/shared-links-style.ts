import { css } from "lit";

/** The list of all links. */
export const sharedLinksStyle = css`
  :host {
    display: block;
    max-width: 80rem;
    margin: 0 auto;
    padding: var(--space-5) var(--space-4);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-bottom: var(--space-4);
  }
  .tools h1 {
    margin-inline-end: auto;
  }
  .tools input[type="search"] {
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
    padding: 8px var(--space-3);
    text-align: start;
    vertical-align: top;
    border-bottom: 1px solid var(--border);
  }
  th {
    font-size: var(--text-small);
    color: var(--muted);
    white-space: nowrap;
  }
  td {
    min-width: 7rem;
    overflow-wrap: anywhere;
  }
  th:first-child,
  td:first-child {
    width: 1%;
    min-width: 0;
  }
  tbody tr:last-child td {
    border-bottom: none;
  }
  td a {
    white-space: nowrap;
  }
  td a.name {
    font-weight: 600;
    text-decoration: none;
    white-space: normal;
  }
  td a.name:hover {
    text-decoration: underline;
  }
  small,
  .words {
    color: var(--muted);
  }
  td small {
    display: block;
  }
  .danger {
    color: var(--danger);
  }
  @media (max-width: 760px) {
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      display: block;
    }
    th:not(:first-child) {
      display: none;
    }
    th:first-child {
      display: block;
      padding: 0;
      border: none;
    }
    th:first-child::after {
      content: " Choose all";
    }
    tr {
      position: relative;
      padding: var(--space-3) var(--space-3) var(--space-3) 44px;
      border-bottom: 1px solid var(--border);
    }
    thead tr {
      padding-inline-start: var(--space-4);
    }
    td {
      padding: 1px 0;
      border: none;
    }
    td:first-child {
      position: absolute;
      top: var(--space-3);
      left: var(--space-4);
    }
    td[data-label]::before {
      content: attr(data-label) " ";
      color: var(--muted);
      font-size: var(--text-small);
    }
  }
`;
