import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import {
  type Filter,
  type FilterColumn,
  isWhole,
  readFilter,
  type SentFilter,
  sentFilter,
} from "../query/filter.ts";
import type { FiltersChanged } from "../query/filter-fields.ts";
import "../query/filter-fields.ts";
import { controls } from "../ui/controls.ts";
import { Format } from "../ui/format.ts";
import { messageOf, Problem, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import { options } from "../ui/options.ts";
import { valueOf } from "../ui/value-of.ts";
import { isSame, QUICK_RANGES, rangeText, type TimeRange } from "./time-range.ts";
import { texts } from "../texts.ts";

/** What of a dashboard its data is filtered by. */
export interface Filtered {
  readonly version: number;
  readonly time_range?: TimeRange | null;
  readonly filters?: readonly SentFilter[];
  readonly sources: readonly { readonly columns: readonly FilterColumn[] }[];
}

const DAY = /^\d{4}-\d\d-\d\d/;
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/;
/** Stands for a range of one's own in the list of ranges. */
const OWN = "own";

/** Filters the data of a whole dashboard, for everybody who sees it; fires `filtered`. */
@customElement("filter-dialog")
export class FilterDialog extends LitElement {
  @property()
  path = "";
  @property({ attribute: false })
  of!: Filtered;
  @property({ attribute: false })
  format = Format.UTC;
  /** Whether its usual time may be changed too. */
  @property({ type: Boolean })
  timed = false;
  @state()
  private filters: readonly Filter[] = [];
  @state()
  private range: TimeRange | null = null;
  @state()
  private problem: string | null = null;
  @state()
  private asking = false;
  #version = 0;
  @query("dialog")
  private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    modal,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-3);
      }
      .lead {
        color: var(--muted);
      }
    `,
  ];

  async show(): Promise<void> {
    const { filters, time_range, version } = this.of;
    this.filters = (filters ?? []).map(readFilter);
    this.range = time_range ?? null;
    this.problem = null;
    this.#version = version;
    this.asking = true;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close="${() => (this.asking = false)}">
        ${this.asking ? this.#form() : nothing}
      </dialog>
    `;
  }

  #form() {
    return html`
      <form @submit="${this.#save}">
        <h2 id="heading">${texts.dashboard.filterData}</h2>
        <p class="lead">
          ${texts.dashboard.forEverybodyWhoSeesThisDashboard}
        </p>
        ${this.timed ? this.#time() : nothing}
        <filter-fields
          .filters="${this.filters}"
          .columns="${this.#columns()}"
          @filters-changed="${({ filters }: FiltersChanged) => (this.filters = filters)}"
        ></filter-fields>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
        <div class="row end">
          <button type="button" @click="${() => this.dialog.close()}">${texts.dashboard
            .cancel}</button>
          <button class="primary">${texts.dashboard.apply}</button>
        </div>
      </form>
    `;
  }

  #time() {
    const { range, of: { time_range } } = this;
    const saved = time_range ?? null;
    const known: (TimeRange | null)[] = [null, ...QUICK_RANGES];
    if (!known.some((other) => isSame(other, saved))) known.push(saved);
    const place = known.findIndex((other) => isSame(other, range));
    const text = (one: TimeRange | null) =>
      (one === null ? null : rangeText(one, this.format)) ?? texts.dashboard.allOfTheTime;
    const { betweenTwoDays, betweenTwoTimes } = texts.dashboard;
    const names = known.map((one, index) => [`${index}`, text(one)] as const);
    return html`
      <label class="field">
        ${texts.dashboard.time}
        <select @change="${(event: Event) => this.#pick(known, valueOf(event))}">
          ${options(
            [...names, [OWN, this.#hasTimes ? betweenTwoTimes : betweenTwoDays]],
            place < 0 ? OWN : `${place}`,
          )}
        </select>
      </label>
      ${place >= 0 ? nothing : html`
        <div class="pair">${this.#end("from", texts.dashboard.from)} ${this.#end(
          "to",
          texts.dashboard.to,
        )}</div>
      `}
    `;
  }

  /** Of columns of days whole days are chosen, else times of day as well. */
  #end(end: "from" | "to", label: string) {
    const timed = this.#hasTimes;
    const shown = (timed ? WALL : DAY).exec(this.range?.[end] ?? "")?.[0] ?? "";
    const time = end === "from" ? "T00:00:00" : "T23:59:59";
    const change = (event: Event) => {
      const value = valueOf(event);
      const chosen = timed ? value : value + time;
      this.range = { ...this.range, [end]: value === "" ? null : chosen };
    };
    return html`
      <label class="field">
        ${label}
        <input
          type="${timed ? "datetime-local" : "date"}"
          step="any"
          .value="${shown}"
          required
          @change="${change}"
        >
      </label>
    `;
  }

  get #hasTimes(): boolean {
    return this.#columns().some(({ type }) => type === "timestamp");
  }

  #pick(known: readonly (TimeRange | null)[], value: string): void {
    this.range = value === OWN ? { from: "", to: "" } : known[Number(value)] ?? null;
  }

  /** Those of all sources, each name once. */
  #columns(): FilterColumn[] {
    const all = this.of.sources.flatMap(({ columns }) => columns);
    return [...new Map(all.map((column) => [column.name, column])).values()];
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const columns = this.#columns();
    if (!this.filters.every(isWhole)) {
      this.problem = texts.dashboard.fillInEveryFilterOrRemove;
      return;
    }
    const filters = this.filters.map((filter) =>
      sentFilter(filter, columns.find(({ name }) => name === filter.column)?.type ?? "text")
    );
    const body = this.timed ? { filters, time_range: this.range } : { filters };
    try {
      await send(this.path, { method: "PATCH", body, ofVersion: this.#version });
      this.dialog.close();
    } catch (failure) {
      const stale = failure instanceof Problem && failure.status === 412;
      this.problem = stale
        ? texts.dashboard.somebodyElseHasChangedThisDashboard
        : messageOf(failure);
      if (!stale) return;
    }
    this.dispatchEvent(new Event("filtered"));
  }

  protected override updated(): void {
    // After a refusal the version that was read since is the one to replace.
    if (this.problem !== null) this.#version = this.of.version;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "filter-dialog": FilterDialog;
  }
}
