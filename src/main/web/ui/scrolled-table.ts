import { css } from "lit";

/** A table in a frame of its own, under whose heading the rows are scrolled. */
export const scrolledTable = css`
  .scroll {
    max-height: 16rem;
    overflow: auto;
    border: 1px solid var(--border);
    border-radius: 6px;
  }
  table {
    border-spacing: 0;
    width: 100%;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px var(--space-3);
    text-align: start;
    vertical-align: top;
    border-bottom: 1px solid var(--border);
    overflow-wrap: anywhere;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--sunken);
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  tr:last-child td {
    border-bottom: none;
  }
`;
