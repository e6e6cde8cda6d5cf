import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import type { FilePicked } from "../ui/file-button.ts";
import type { Format } from "../ui/format.ts";
import { send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { ConnectionFailure } from "./connection-failure.ts";
import "./connection-failure.ts";
import type { KindPicked } from "./kind-picker.ts";
import "./kind-picker.ts";
import { type Failure, isFetched, type Kind, type OwnedSource } from "./owned-source.ts";
import type { WhyAsked } from "./run-history.ts";
import "./source-details.ts";
import type { SourceSaved } from "./source-form.ts";
import "./source-form.ts";
import type { FileGiven, SourceWished } from "./source-item.ts";
import { newsOf, sourceList } from "./source-list.ts";
import { progressOf } from "./upload-progress.ts";
import { SourceWork } from "./source-work.ts";
import { sourcesStyle } from "./sources-style.ts";
import { texts } from "../texts.ts";
import { fill, sourceOf } from "./upload.ts";

export type { OwnedSource } from "./owned-source.ts";

type View =
  | { readonly name: "list" }
  | { readonly name: "form"; readonly kind: Kind; readonly source: OwnedSource | null }
  | { readonly name: "details"; readonly id: string };

const LIST: View = { name: "list" };
/** Milliseconds until the list says how things are now. */
const LOOK_AGAIN_AFTER = 2_000;

/** Tells that a chart of a source is wanted. */
export class ChartAsked extends Event {
  constructor(readonly source: string) {
    super("chart-asked");
  }
}

/** Shows, adds, changes and removes the data sources of a dashboard; fires `changed`. */
@customElement("sources-dialog")
export class SourcesDialog extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  sources: readonly OwnedSource[] = [];
  @property({ attribute: false })
  format!: Format;
  @state()
  private view: View = LIST;
  @state()
  private now = Date.now();
  @query("dialog")
  private dialog!: HTMLDialogElement;
  @query("connection-failure")
  private failure!: ConnectionFailure;
  readonly #work = new SourceWork(this);
  #timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    controls,
    modal,
    sourcesStyle,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** Shows all of them, or one of them with its rows and runs. */
  show(source: string | null = null): void {
    this.#work.tell(null);
    this.view = source === null ? LIST : { name: "details", id: source };
    this.dialog.showModal();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#look(), LOOK_AGAIN_AFTER);
    void this.#look();
  }

  override render() {
    return html`
      <dialog
        aria-label="${texts.source.heading}"
        @close="${this.#closed}"
        @cancel="${this.#cancel}"
        @source-wished="${this.#fulfil}"
        @file-given="${({ source, file }: FileGiven) =>
          this.#work.read((told) => fill(source.id, file, told))}"
        @why-asked="${({ failure }: WhyAsked) => this.explain(failure)}"
      >
        ${this.#view()}
      </dialog>
      <connection-failure></connection-failure>
    `;
  }

  #view() {
    const { view } = this;
    switch (view.name) {
      case "list":
        return this.#list();
      case "form":
        return html`
          <source-form
            dashboard-id="${this.dashboardId}"
            .kind="${view.kind}"
            .source="${view.source}"
            .format="${this.format}"
            @cancelled="${() => this.#turn(LIST)}"
            @source-saved="${({ source }: SourceSaved) => this.#saved(source)}"
          ></source-form>
        `;
      case "details":
        return this.#details(view.id);
    }
  }

  #list() {
    return html`
      <h2 tabindex="-1">${texts.source.heading}</h2>
      ${this.sources.length === 0
        ? html`
          <p class="none">${texts.source.none}</p>
        `
        : html`
          ${sourceList(this.sources, this.#work, { format: this.format, now: this.now })}
        `} ${newsOf(this.#work.state, this.format)}
      <section>
        <h3>${texts.source.add}</h3>
        ${this.#adding()}
      </section>
      <div class="row end">
        <button type="button" @click="${() => this.dialog.close()}">${texts.source.close}</button>
      </div>
    `;
  }

  #adding() {
    const { state } = this.#work;
    if (state.name === "idle") {
      return html`
        <kind-picker
          @file-picked="${({ file }: FilePicked) =>
            this.#work.read((told) => sourceOf(this.dashboardId, file, told))}"
          @kind-picked="${({ kind }: KindPicked) =>
            this.#turn({ name: "form", kind, source: null })}"
        ></kind-picker>
      `;
    }
    return progressOf(state.progress, this.format);
  }

  #details(id: string) {
    const source = this.sources.find((other) => other.id === id);
    return html`
      ${source === undefined ? nothing : html`
        <source-details
          .source="${source}"
          .format="${this.format}"
          .now="${this.now}"
        ></source-details>
      `} ${newsOf(this.#work.state, this.format)}
      <div class="row end">
        <button type="button" @click="${() => this.#turn(LIST)}">${texts.source.back}</button>
        ${source === undefined ? nothing : html`
          <button
            type="button"
            ?hidden="${!isFetched(source)}"
            ?disabled="${this.#work.isBusy(source)}"
            @click="${() => this.#work.refresh(source)}"
          >
            ${this.#work.isBusy(source) ? texts.source.refreshing : texts.source.refresh}
          </button>
          <button type="button" @click="${() => this.#change(source)}">${texts.source
            .change}</button>
        `}
        <button type="button" @click="${() => this.dialog.close()}">${texts.source.close}</button>
      </div>
    `;
  }

  /** Shows something else, and takes the focus there. */
  async #turn(view: View): Promise<void> {
    this.#work.tell(null);
    this.view = view;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("dialog > h2, source-details")?.focus();
  }

  /** Escape leads back to the list: nothing that was entered is lost by it at once. */
  #cancel(event: Event): void {
    if (event.target !== this.dialog || this.view.name === "list") return;
    event.preventDefault();
    if (this.view.name === "details") void this.#turn(LIST);
  }

  #closed(event: Event): void {
    if (event.target === this.dialog) clearInterval(this.#timer);
  }

  #fulfil({ wish, source }: SourceWished): void {
    switch (wish) {
      case "refresh":
        return void this.#work.refresh(source);
      case "details":
        return void this.#turn({ name: "details", id: source.id });
      case "change":
        return void this.#change(source);
      case "remove":
        return void this.#work.run(() => send(`sources/${source.id}`, { method: "DELETE" }));
      case "chart":
        this.dialog.close();
        this.dispatchEvent(new ChartAsked(source.id));
    }
  }

  /** With its settings, of which the list may know less. */
  async #change({ id, kind }: OwnedSource): Promise<void> {
    await this.#work.run(async () => {
      const source = await send<OwnedSource>(`sources/${id}`);
      await this.#turn({ name: "form", kind, source });
    });
  }

  async #saved({ name }: OwnedSource): Promise<void> {
    await this.#turn(LIST);
    this.#work.tell(texts.source.saved(name));
    await this.changed();
  }

  async changed(): Promise<void> {
    this.dispatchEvent(new Event("changed"));
    await this.#look();
  }

  async explain(failure: Failure): Promise<void> {
    await this.failure.show(failure);
  }

  /** How the sources are now; where that cannot be had, how they were. */
  async #look(): Promise<void> {
    const path = `dashboards/${this.dashboardId}`;
    const { sources } = await send<{ sources: readonly OwnedSource[] }>(path).catch(() => this);
    this.sources = sources;
    this.now = Date.now();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sources-dialog": SourcesDialog;
  }
}
