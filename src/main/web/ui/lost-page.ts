import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "./controls.ts";
import { address } from "./http.ts";
import { texts } from "../texts.ts";

/** Says that an address of the application leads nowhere, and where there is something. */
@customElement("lost-page")
export class LostPage extends LitElement {
  static override styles = [
    controls,
    css`
      main {
        display: grid;
        gap: var(--space-3);
        padding: 16vh var(--space-4) 0;
        text-align: center;
      }
      p {
        color: var(--muted);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.dashboard.titleStreamdata(texts.ui.thereIsNoSuchPage);
  }

  override render() {
    return html`
      <main>
        <h1>${texts.ui.thereIsNoSuchPage}</h1>
        <p>${texts.ui.thePageMayHaveMoved}</p>
        <a href="${address("app/").href}">${texts.ui.yourDashboards}</a>
      </main>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lost-page": LostPage;
  }
}
