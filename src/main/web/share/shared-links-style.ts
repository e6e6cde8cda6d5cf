import { css } from "lit";

/** The list of all links, besides what all rooms look like. */
export const sharedLinksStyle = css`
  :host {
    max-width: 80rem;
  }
  .tools input[type="search"] {
    flex: 1 1 12rem;
  }
  th,
  td {
    padding-inline: var(--space-3);
    vertical-align: top;
  }
  th {
    white-space: nowrap;
  }
  td {
    min-width: 7rem;
  }
  th:first-child,
  td:first-child {
    width: 1%;
    min-width: 0;
  }
  td a:not(.name) {
    font-weight: 400;
    text-decoration: underline;
    white-space: nowrap;
  }
  small {
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
