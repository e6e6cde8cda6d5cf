import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { Shareable } from "./link-form.ts";
import "./link-form.ts";
import "./public-sharing.ts";
import type { Share } from "./share.ts";
import "./share-list.ts";
import { texts } from "../texts.ts";

/** What is asked of a dashboard to share it. */
interface Dashboard {
  readonly uid: string;
  readonly name: string;
  readonly visualizations: readonly Shareable[];
}

type Step =
  | { readonly name: "closed" }
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly message: string }
  | {
    readonly name: "open";
    readonly dashboard: Dashboard;
    readonly shares: readonly Share[];
    readonly sendsMail: boolean;
  };

/** Shares one dashboard: as a public dashboard and by links; shows those that there are. */
@customElement("share-dialog")
export class ShareDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @state()
  private step: Step = { name: "closed" };
  @state()
  private shown = "";
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    modal,
    css`
      dialog {
        width: min(40rem, calc(100vw - 24px));
      }
      dialog[open],
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      section {
        padding-top: var(--space-4);
        border-top: 1px solid var(--border);
      }
      h3 {
        margin: 0;
        font-size: var(--text-normal);
      }
      h2 {
        overflow-wrap: anywhere;
      }
      .about {
        color: var(--muted);
      }
    `,
  ];

  /** @param visualization id of the one to be shared; empty for the whole dashboard */
  async show(visualization = ""): Promise<void> {
    this.shown = visualization;
    this.step = { name: "loading" };
    this.dialog.showModal();
    await this.#load();
  }

  override render() {
    const { step } = this;
    const heading = step.name === "open"
      ? texts.share.shareName(step.dashboard.name)
      : texts.share.share;
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.step = { name: "closed" })}">
        <h2 id="heading" tabindex="-1" autofocus>${heading}</h2>
        ${this.#body()}
        <div class="row end">
          <button type="button" @click="${() => this.dialog.close()}">${texts.share.close}</button>
        </div>
      </dialog>
    `;
  }

  #body() {
    const { step } = this;
    switch (step.name) {
      case "closed":
        return nothing;
      case "loading":
        return html`
          <p class="about">${texts.share.loading}</p>
        `;
      case "failed":
        return html`
          <p class="problem" role="alert">${step.message}</p>
        `;
      case "open":
        return this.#open(step);
    }
  }

  #open({ dashboard, shares, sendsMail }: Step & { name: "open" }) {
    const published = shares.find(({ kind }) => kind === "public") ?? null;
    return html`
      <section aria-labelledby="links">
        <h3 id="links">${texts.share.links}</h3>
        <link-form
          dashboard-id="${this.dashboardId}"
          .visualizations="${dashboard.visualizations}"
          .shown="${this.shown}"
          @created="${this.#load}"
        ></link-form>
        <share-list
          .shares="${shares.filter(({ kind }) => kind === "link")}"
          @changed="${this.#load}"
        ></share-list>
      </section>
      <section aria-labelledby="public">
        <h3 id="public">${texts.share.shareExternally}</h3>
        <public-sharing
          dashboard-uid="${dashboard.uid}"
          .share="${published}"
          ?mailless="${!sendsMail}"
          @changed="${this.#load}"
        ></public-sharing>
      </section>
    `;
  }

  readonly #load = async (): Promise<void> => {
    try {
      const path = `dashboards/${this.dashboardId}`;
      const [dashboard, { shares, sends_mail: sendsMail }] = await Promise.all([
        send<Dashboard>(path),
        send<{ shares: Share[]; sends_mail: boolean }>(`${path}/shares`),
      ]);
      if (this.step.name !== "closed") this.step = { name: "open", dashboard, shares, sendsMail };
    } catch (failure) {
      this.step = { name: "failed", message: messageOf(failure) };
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "share-dialog": ShareDialog;
  }
}
