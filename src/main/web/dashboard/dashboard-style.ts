import { css } from "lit";

/** Rows of 30 pixels, 8 apart, as on Grafana's grid; one column on phones. */
export const dashboardStyle = css`
  :host {
    display: block;
    max-width: 1680px;
    margin: 0 auto;
    padding: var(--space-4) var(--space-5) var(--space-5);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: var(--space-2);
    margin-bottom: var(--space-2);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(24, minmax(0, 1fr));
    grid-auto-rows: 30px;
    gap: var(--space-2);
  }
  .grid > * {
    grid-column: var(--x) / span var(--w);
    grid-row: var(--y) / span var(--h);
  }
  .grid > .plus {
    grid-column: 1 / -1;
    grid-row: auto / span 2;
  }
  visualization-card,
  key-metric {
    position: relative;
  }
  .corner {
    position: absolute;
    inset: auto 0 0 auto;
    z-index: 1;
  }
  .told {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  visualization-card.alone {
    height: max(20rem, calc(100dvh - 11rem));
  }
  .back {
    overflow-wrap: anywhere;
  }
  .plus {
    min-height: 4rem;
    border: 1px dashed var(--outline);
    border-radius: var(--radius);
    background: none;
    color: var(--muted);
  }
  .plus:hover {
    color: var(--text);
  }
  .note {
    padding: var(--space-3) var(--space-4);
    border: 1px dashed var(--outline);
    border-radius: var(--radius);
    overflow: auto;
    overflow-wrap: anywhere;
    color: var(--muted);
  }
  .note h2 {
    font-size: var(--text-normal);
    font-weight: 600;
  }
  .note p {
    white-space: pre-line;
  }
  .none {
    padding: var(--space-6);
    text-align: center;
    color: var(--muted);
  }
  annotation-list {
    display: block;
    margin-top: var(--space-2);
  }
  /* Nobody reaches a screen on a wall. */
  :host([kiosk]) visualization-card::part(tools) {
    display: none;
  }
  @media (min-width: 761px) {
    :host([kiosk]),
    :host([kiosk]) main {
      display: flex;
      flex-direction: column;
    }
    :host([kiosk]) {
      max-width: none;
      min-height: 100vh;
    }
    :host([kiosk]) main,
    :host([kiosk]) .grid {
      flex: 1;
    }
    :host([kiosk]) .note {
      contain: size;
    }
    :host([kiosk]) .grid {
      grid-template-rows: repeat(var(--rows), minmax(30px, 1fr));
    }
  }
  @media (max-width: 760px) {
    :host {
      padding: var(--space-3);
    }
    .grid > * {
      grid-column: 1 / -1;
      grid-row: auto / span clamp(7, var(--h), 16);
    }
    .grid > .plus {
      grid-row: auto / span 2;
    }
    .grid > key-metric {
      grid-row: auto / span 3;
    }
    .grid > .note {
      grid-row: auto / span 3;
    }
  }
`;
