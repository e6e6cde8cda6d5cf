import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { modal } from "../ui/modal.ts";
import type { ConnectionFailure } from "./connection-failure.ts";
import "./connection-failure.ts";
import { type Entry, entryOf, missingOf } from "./entry.ts";
import { groupsOf } from "./kind-fields.ts";
import type { Kind, OwnedSource, RowPlace, Trial } from "./owned-source.ts";
import type { PlaceChosen } from "./row-places.ts";
import "./row-places.ts";
import type { EntryChanged, SourceFields, WrongFields } from "./source-fields.ts";
import "./source-fields.ts";
import { sourceFormStyle } from "./source-form-style.ts";
import { keep, refusalOf, testedOf, tryOut, type Wanted } from "./source-requests.ts";
import "./source-trial.ts";
import { texts } from "../texts.ts";

type Step =
  | { readonly name: "editing"; readonly problem: string | null; readonly wrong: WrongFields }
  | { readonly name: "testing" }
  | { readonly name: "saving" };

/** A test that went well, and of what. */
interface Tested {
  readonly of: string;
  readonly trial: Trial;
}

const EDITING: Step = { name: "editing", problem: null, wrong: {} };

/** Tells that a source was made or changed. */
export class SourceSaved extends Event {
  constructor(readonly source: OwnedSource) {
    super("source-saved");
  }
}

/** Makes or changes a source: it can be tested before it is saved. Fires `cancelled` as well. */
@customElement("source-form")
export class SourceForm extends LitElement {
  @property({ attribute: false })
  kind: Kind = "rest";
  /** What is changed; null for a new one. */
  @property({ attribute: false })
  source: OwnedSource | null = null;
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  format = Format.UTC;
  @state()
  private entry!: Entry;
  @state()
  private step: Step = EDITING;
  @state()
  private tested: Tested | null = null;
  @state()
  private places: readonly RowPlace[] = [];
  @query("source-fields")
  private fields!: SourceFields;
  @query("connection-failure")
  private failure!: ConnectionFailure;
  @query("form")
  private form!: HTMLFormElement;
  @query("input")
  private nameField!: HTMLInputElement;

  static override styles = [
    controls,
    modal,
    sourceFormStyle,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entry = entryOf(this.kind, this.source);
  }

  protected override firstUpdated(): void {
    this.nameField.focus();
  }

  override render() {
    const { step, source, kind } = this;
    const wrong = step.name === "editing" ? step.wrong : {};
    const problem = step.name === "editing" ? step.problem : null;
    const { name } = texts.source.kinds[kind];
    return html`
      <form novalidate @submit="${this.#save}">
        <h2 id="heading">${source === null
          ? texts.source.newOf(name)
          : texts.source.changeOf(source.name)}</h2>
        <label class="field">
          ${texts.source.name}
          <input
            maxlength="200"
            autocomplete="off"
            aria-required="true"
            aria-describedby="name-wrong"
            aria-invalid="${wrong["name"] !== undefined}"
            .value="${this.entry.name}"
            @input="${this.#rename}"
          >
        </label>
        <p class="problem" id="name-wrong" ?hidden="${wrong["name"] === undefined}">${wrong[
          "name"
        ]}</p>
        <source-fields
          .groups="${groupsOf(kind)}"
          .entry="${this.entry}"
          .wrong="${wrong}"
          @entry-changed="${({ entry }: EntryChanged) => this.#enter(entry)}"
          @keydown="${this.#press}"
        ></source-fields>
        ${this.#hint()} ${this.#places()} ${this.#trial()}
        <p class="problem" role="alert" ?hidden="${problem === null}">${problem ?? nothing}</p>
        ${this.#buttons()}
      </form>
      <connection-failure action="${texts.source.correct}" @corrected="${() =>
        this.fields.focusFirst()}"></connection-failure>
    `;
  }

  /** A kind that has no settings says what it is about. */
  #hint() {
    const { kind } = this;
    return kind !== "push" && kind !== "file" ? nothing : html`
      <p class="hint">${texts.source.named[kind]}</p>
    `;
  }

  #buttons() {
    const { step } = this;
    const busy = step.name !== "editing";
    const testable = groupsOf(this.kind).length > 0;
    return html`
      <div class="row end foot">
        <span class="said" role="status">${testable ? this.#said() : nothing}</span>
        <button type="button" @click="${() => this.dispatchEvent(new Event("cancelled"))}">
          ${texts.source.cancel}
        </button>
        ${testable
          ? html`
            <button type="button" ?disabled="${busy}" @click="${this.#test}">
              ${step.name === "testing" ? texts.source.testing : texts.source.test}
            </button>
          `
          : nothing}
        <button class="primary" ?disabled="${busy}">
          ${step.name === "saving" ? texts.source.saving : texts.source.save}
        </button>
      </div>
    `;
  }

  #said(): string {
    const { tested, step } = this;
    if (step.name !== "editing") return "";
    if (tested === null) return texts.source.notTested;
    const rows = texts.source.rowCount(this.format.number(tested.trial.row_count));
    return tested.of === testedOf(this.#wanted)
      ? texts.source.tested(rows)
      : texts.source.changedSince;
  }

  #trial() {
    const { tested } = this;
    if (tested === null || tested.of !== testedOf(this.#wanted)) return nothing;
    return html`
      <source-trial class="trial" .trial="${tested.trial}" .format="${this.format}"></source-trial>
    `;
  }

  #places() {
    return this.places.length < 2 ? nothing : html`
      <row-places
        .places="${this.places}"
        .format="${this.format}"
        @place-chosen="${this.#take}"
      ></row-places>
    `;
  }

  readonly #take = async ({ path }: PlaceChosen): Promise<void> => {
    this.#enter({ ...this.entry, values: { ...this.entry.values, rows: path } });
    await this.#test();
  };

  readonly #rename = (event: Event): void =>
    this.#enter({ ...this.entry, name: (event.target as HTMLInputElement).value });

  /** Enter saves, as in any form: fields of another element are not this form's own. */
  #press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #enter(entry: Entry): void {
    this.entry = entry;
    if (this.step.name === "editing" && this.step.problem !== null) {
      this.step = { ...this.step, problem: null };
    }
  }

  get #wanted(): Wanted {
    const { kind, entry, source } = this;
    return { kind, entry, source };
  }

  readonly #test = async (): Promise<void> => {
    if (!this.#isWhole()) return;
    const of = testedOf(this.#wanted);
    this.step = { name: "testing" };
    await this.#try(async () => {
      const trial = await tryOut(this.#wanted);
      this.step = EDITING;
      this.tested = trial.failure === undefined ? { of, trial } : null;
      this.places = trial.places ?? this.places;
      if (trial.failure !== undefined) return await this.failure.show(trial.failure);
      await this.updateComplete;
      // Its rows are drawn by elements of their own, before the next frame.
      requestAnimationFrame(() =>
        this.renderRoot.querySelector(".trial")?.scrollIntoView({ block: "end" })
      );
    });
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.step.name !== "editing" || !this.#isWhole()) return;
    this.step = { name: "saving" };
    await this.#try(async () =>
      this.dispatchEvent(new SourceSaved(await keep(this.#wanted, this.dashboardId)))
    );
  };

  /** Whether everything is there that has to be; else what is not is shown and the first of it focused. */
  #isWhole(): boolean {
    const missing = missingOf(this.kind, this.entry);
    const wrong = Object.fromEntries(missing.map((field) => [field, texts.source.fillIn]));
    if (missing.length > 0) void this.#refuse(null, wrong);
    return missing.length === 0;
  }

  async #try(asking: () => Promise<unknown>): Promise<void> {
    try {
      await asking();
    } catch (failure) {
      const { message, wrong } = refusalOf(failure);
      await this.#refuse(message, wrong);
    }
  }

  /** What has a field of its own is said there; anything else for all of them. */
  async #refuse(message: string | null, wrong: WrongFields): Promise<void> {
    this.step = { name: "editing", problem: message, wrong };
    await this.updateComplete;
    await this.fields.updateComplete;
    const atName = wrong["name"] !== undefined;
    if (atName) this.nameField.focus();
    else this.fields.focusWrong();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-form": SourceForm;
  }
}
