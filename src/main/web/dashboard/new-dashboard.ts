import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Report } from "../source/owned-source.ts";
import "../source/rejected-lines.ts";
import { BEGUN, dashboardOf, type Progress } from "../source/upload.ts";
import { progressOf } from "../source/upload-progress.ts";
import { Format } from "../ui/format.ts";
import { controls } from "../ui/controls.ts";
import type { FilePicked } from "../ui/file-button.ts";
import "../ui/file-button.ts";
import { address, messageOf, send } from "../ui/http.ts";
import type { GrafanaDialog } from "./grafana-dialog.ts";
import "./grafana-dialog.ts";
import { texts } from "../texts.ts";

type State =
  | { readonly name: "idle"; readonly problem: string | null }
  | { readonly name: "reading"; readonly progress: Progress }
  | { readonly name: "making" }
  /** Some lines of its file were left out: that is told before it is opened. */
  | { readonly name: "made"; readonly id: string; readonly report: Report };

/** The ways to a new dashboard; opens it, or fires `made` where there is more than one. */
@customElement("new-dashboard")
export class NewDashboard extends LitElement {
  @state()
  private current: State = { name: "idle", problem: null };
  @query("grafana-dialog")
  private grafana!: GrafanaDialog;

  static override styles = [
    controls,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .panel {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        justify-items: start;
      }
      .problem,
      [role="status"] {
        margin-top: var(--space-2);
      }
    `,
  ];

  override render() {
    const { current } = this;
    const busy = current.name !== "idle" && current.name !== "made";
    return html`
      <div class="row">
        <file-button
          label="${texts.dashboard.newFromAFile}"
          ?hidden="${busy}"
          @file-picked="${this.#upload}"
        ></file-button>
        <button ?disabled="${busy}" @click="${() => this.grafana.show()}">${texts.dashboard
          .newFromGrafana}</button>
        <button ?disabled="${busy}" @click="${this.#demo}">${texts.dashboard
          .newFromTheDemo}</button>
        <button class="primary" ?disabled="${busy}" @click="${this.#empty}">${texts.dashboard
          .newDashboard}</button>
      </div>
      ${this.#news()}
      <grafana-dialog></grafana-dialog>
    `;
  }

  #news() {
    const { current } = this;
    switch (current.name) {
      case "idle":
        return current.problem === null ? nothing : html`
          <p class="problem" role="alert">${current.problem}</p>
        `;
      case "reading":
        return progressOf(current.progress, Format.UTC);
      case "making":
        return html`
          <p role="status">${texts.dashboard.makingIt}</p>
        `;
      case "made":
        return html`
          <div class="panel" role="status">
            <rejected-lines .report="${current.report}"></rejected-lines>
            <button class="primary" @click="${() => open(current.id)}">${texts.source
              .openIt}</button>
          </div>
        `;
    }
  }

  readonly #empty = (): Promise<void> =>
    this.#make(async () => {
      const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const body = { name: texts.dashboard.newDashboard, time_zone };
      const { id } = await send<{ id: string }>("dashboards", { method: "POST", body });
      open(id);
      return undefined;
    });

  readonly #upload = ({ file }: FilePicked): Promise<void> =>
    this.#make(async () => {
      const told = (progress: Progress) => (this.current = { name: "reading", progress });
      told(BEGUN);
      const { id, report } = await dashboardOf(file, told);
      if (report.rejected_count > 0) return { name: "made", id, report };
      open(id);
      return undefined;
    });

  readonly #demo = (): Promise<void> =>
    this.#make(async () => {
      await send("dashboards/demo", { method: "POST" });
      this.dispatchEvent(new Event("made"));
      return undefined;
    });

  /** Afterwards it is as `making` says, or ready for another one. */
  async #make(making: () => Promise<State | undefined>): Promise<void> {
    this.current = { name: "making" };
    try {
      this.current = await making() ?? { name: "idle", problem: null };
    } catch (failure) {
      this.current = { name: "idle", problem: messageOf(failure) };
    }
  }
}

function open(id: string): void {
  location.assign(address(`app/dashboards/${id}`));
}

declare global {
  interface HTMLElementTagNameMap {
    "new-dashboard": NewDashboard;
  }
}
