import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { ShareDialog } from "../share/share-dialog.ts";
import type { ChartAsked, SourcesDialog } from "../source/sources-dialog.ts";
import type { Format } from "../ui/format.ts";
import type { LoadNote } from "../ui/load-note.ts";
import "../ui/load-note.ts";
import type { DeleteDialog } from "./delete-dialog.ts";
import type { FilterDialog } from "./filter-dialog.ts";
import type { OwnedDashboard } from "./owned.ts";
import type { RenameDialog } from "./rename-dialog.ts";

/** What of a dashboard is changed in a dialog of its own. */
export type DialogName = "sources" | "filters" | "share" | "rename" | "delete";

/** Tells which dialog is open now; null for none. */
export class DialogOpened extends Event {
  constructor(readonly dialog: DialogName | null) {
    super("opened");
  }
}

const LOADS: Record<DialogName, () => Promise<unknown>> = {
  sources: () => import("../source/sources-dialog.ts"),
  filters: () => import("./filter-dialog.ts"),
  share: () => import("../share/share-dialog.ts"),
  rename: () => import("./rename-dialog.ts"),
  delete: () => import("./delete-dialog.ts"),
};

/** The dialogs of a dashboard; each is loaded when it is first opened. */
@customElement("dashboard-dialogs")
export class DashboardDialogs extends LitElement {
  @property({ attribute: false })
  owned!: OwnedDashboard;
  @property({ attribute: false })
  format!: Format;
  /** Reads the dashboard again, after which `owned` is new. */
  @property({ attribute: false })
  reload!: () => Promise<void>;
  /** Shows a first chart of a source. */
  @property({ attribute: false })
  propose!: (source: string) => Promise<void>;
  @query("sources-dialog")
  private sources!: SourcesDialog;
  @query("filter-dialog")
  private filters!: FilterDialog;
  @query("share-dialog")
  private share!: ShareDialog;
  @query("rename-dialog")
  private rename!: RenameDialog;
  @query("delete-dialog")
  private deletion!: DeleteDialog;
  @query("load-note")
  private note!: LoadNote;

  /**
   * Opens one of them.
   *
   * @param about the source or visualization that it is about; none for the whole dashboard
   */
  async open(name: DialogName, about?: string): Promise<void> {
    const element = this.#element(name);
    if (!await this.note.need(LOADS[name], element)) return;
    const dialog = element.renderRoot.querySelector("dialog");
    dialog?.addEventListener("close", () => this.dispatchEvent(new DialogOpened(null)), {
      once: true,
    });
    this.dispatchEvent(new DialogOpened(name));
    await element.show(about);
  }

  #element(name: DialogName) {
    switch (name) {
      case "sources":
        return this.sources;
      case "filters":
        return this.filters;
      case "share":
        return this.share;
      case "rename":
        return this.rename;
      case "delete":
        return this.deletion;
    }
  }

  override render() {
    const { owned: { id, name, version, sources }, owned, format, reload } = this;
    return html`
      <sources-dialog
        dashboard-id="${id}"
        .sources="${sources}"
        .format="${format}"
        @changed="${reload}"
        @chart-asked="${({ source }: ChartAsked) => this.propose(source)}"
      ></sources-dialog>
      <filter-dialog
        timed
        path="${`dashboards/${id}`}"
        .of="${owned}"
        .format="${format}"
        @filtered="${reload}"
      ></filter-dialog>
      <share-dialog dashboard-id="${id}"></share-dialog>
      <rename-dialog
        dashboard-id="${id}"
        name="${name}"
        version="${version}"
        @renamed="${reload}"
      ></rename-dialog>
      <delete-dialog dashboard-id="${id}" name="${name}"></delete-dialog>
      <load-note></load-note>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dashboard-dialogs": DashboardDialogs;
  }
}
