import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Table } from "../dataset/table.ts";
import { ageText } from "../live/age.ts";
import { messageOf } from "../ui/http.ts";
import { texts } from "../texts.ts";

/** Asks for the newest data of a visualization or tile. */
export type Load = (signal: AbortSignal) => Promise<Table>;

export type Loaded =
  | { readonly name: "loading"; readonly long: boolean }
  | { readonly name: "failed"; readonly message: string }
  | {
    readonly name: "loaded";
    readonly table: Table;
    /** Why newer data could not be had; null if this is the newest. */
    readonly stale: string | null;
  };

/** Milliseconds after which it is told that something takes long. */
const PATIENCE = 3_000;

/** Tells the dashboard how fresh a part of it is. */
export class DataLoaded extends Event {
  constructor(readonly asOf: number) {
    super("data-loaded", { bubbles: true, composed: true });
  }
}

interface Host extends ReactiveControllerHost, EventTarget {
  readonly load: Load;
  /** Counts the times that newer data was asked for. */
  readonly turn: number;
}

/** Keeps the newest data for an element: asks whenever the element is told to load something else or again. */
export class NewestTable implements ReactiveController {
  state: Loaded = { name: "loading", long: false };
  #load: Load | null = null;
  #turn = -1;
  #asked = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { load, turn } = this.host;
    if (load === this.#load && turn === this.#turn) return;
    const another = load !== this.#load;
    this.#load = load;
    this.#turn = turn;
    void this.#ask(load, another);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      if (this.state.name === "loading") this.#become({ name: "loading", long: true });
    }, PATIENCE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  again(): void {
    void this.#ask(this.host.load, false);
  }

  async #ask(load: Load, another: boolean): Promise<void> {
    this.#asked.abort();
    const asked = this.#asked = new AbortController();
    try {
      const table = await load(asked.signal);
      if (asked.signal.aborted) return;
      this.#become({ name: "loaded", table, stale: staleness(table) });
      this.host.dispatchEvent(new DataLoaded(Date.parse(table.as_of)));
    } catch (failure) {
      if (!asked.signal.aborted) this.#become(failed(this.state, another, messageOf(failure)));
    }
  }

  #become(state: Loaded): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

/** Where newer data cannot be had, none is on its way. */
function staleness({ stale, outage, as_of }: Table): string | null {
  if (!stale || outage !== undefined) return null;
  return texts.visualization.newerDataIsOnItsWay(ageText(Date.now() - Date.parse(as_of)));
}

/** Old data is better than none, as long as it answers the same question and says that it is old. */
function failed(before: Loaded, another: boolean, message: string): Loaded {
  return before.name === "loaded" && !another
    ? { ...before, stale: message }
    : { name: "failed", message };
}
