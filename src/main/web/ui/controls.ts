import { css } from "lit";

/** Buttons, fields and notices as they look everywhere. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  a {
    color: var(--accent);
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    padding: 6px var(--space-3);
    border: 1px solid var(--outline);
    border-radius: 6px;
    background: var(--surface);
    white-space: nowrap;
  }
  button:hover {
    border-color: var(--text);
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary.danger {
    background: var(--danger);
    border-color: var(--danger);
    color: var(--on-danger);
  }
  button.quiet {
    padding: 2px var(--space-2);
    border-color: transparent;
    background: none;
    color: var(--muted);
    font-size: var(--text-small);
  }
  button.quiet:hover {
    color: var(--text);
    border-color: var(--border);
  }
  /* Not there yet, but its place is. */
  .later {
    visibility: hidden;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  label.field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
    font-weight: 600;
  }
  label.field small {
    font-weight: 400;
    color: var(--muted);
  }
  input:not([type="radio"], [type="checkbox"]),
  select {
    min-height: 36px;
    padding: 7px 10px;
    border: 1px solid var(--outline);
    border-radius: 6px;
    background: var(--surface);
    font-weight: 400;
  }
  input:not([type="radio"], [type="checkbox"]) {
    width: 100%;
  }
  select {
    padding: 6px var(--space-2);
  }
  input[type="radio"],
  input[type="checkbox"] {
    accent-color: var(--accent);
  }
  .problem {
    margin: 0;
    color: var(--danger);
    overflow-wrap: anywhere;
  }
  .panel {
    padding: var(--space-5);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  .clamped {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  h1 {
    font-size: var(--text-title);
    line-height: 1.25;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
