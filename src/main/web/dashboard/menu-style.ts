import { css } from "lit";

/** A column of names with pictures; pictures alone where it is folded; a drawer on phones. */
export const menuStyle = css`
  :host {
    display: block;
  }
  nav {
    position: sticky;
    top: 0;
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    max-height: 100vh;
    padding: var(--space-3) var(--space-2);
    overflow: hidden auto;
  }
  .side {
    width: 13rem;
    height: 100%;
    border-inline-end: 1px solid var(--border);
    background: var(--surface);
  }
  .side.folded {
    width: 3.25rem;
  }
  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li button,
  .fold {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    width: 100%;
    min-height: 36px;
    padding: var(--space-1) var(--space-2);
    border-color: transparent;
    background: none;
    text-align: start;
  }
  svg {
    flex: none;
    color: var(--muted);
  }
  li button:hover,
  .fold:hover {
    border-color: transparent;
    background: var(--sunken);
  }
  button:hover svg,
  [aria-current] svg {
    color: inherit;
  }
  [aria-current] {
    background: var(--sunken);
    font-weight: 600;
  }
  .share {
    color: var(--accent);
    font-weight: 600;
  }
  .share svg {
    color: inherit;
  }
  .fold {
    color: var(--muted);
  }
  .folded span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .drawer {
    width: min(17rem, 85vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: none;
    border-inline-end: 1px solid var(--border);
    background: var(--surface);
    color: var(--text);
  }
  .drawer::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .drawer nav {
    position: static;
    padding: var(--space-4) var(--space-3);
  }
  .drawer li button,
  .drawer .fold {
    min-height: 44px;
  }
  @media (max-width: 760px) {
    .side {
      display: none;
    }
  }
`;
