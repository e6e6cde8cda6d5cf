import type { Data } from "../dashboard/dashboard-view.ts";
import type { Table } from "../dataset/table.ts";
import { parseExactly } from "../ui/exact-json.ts";
import { address, messageOf, Problem, tagOf } from "../ui/http.ts";
import type { Annotation } from "../visualization/annotation.ts";
import { EventStream, type Listener } from "./event-stream.ts";

/** The page that shows the data. Both return false when somebody is busy there: it is tried again. */
export interface Page {
  /** There are newer results. */
  news(): boolean;
  /** What is shown is another thing, or may be shown no longer. */
  changed(): boolean;
}

/** Part of a page as it is known now; a tag names its bytes. */
interface Known {
  readonly table: Table | Problem;
  readonly tag: string | null;
}

const TAG_LETTERS = 8;
const BUSY = 1_000;
/** Within this time pages look after their server was lost, each at its own. */
const SPREAD = 500;
const ANNOTATIONS_LAST = 30_000;
/** After this time the rest is kept new, whatever is still being asked for. */
const PATIENCE = 1_500;

type Ask = (signal: AbortSignal) => Promise<Table>;

/**
 * The data of a page, which the server keeps new: what was sent is not asked for. Where nothing is sent
 * it is what the server answers.
 */
export class LiveData implements Data {
  readonly #asked: Data;
  readonly #page: Page;
  readonly #events: string;
  readonly #stream: EventStream;
  readonly #parts = new Map<string, Known>();
  readonly #annotations = new Map<string, Promise<readonly Annotation[]>>();
  #search = "";
  #shape = "";
  #live = false;
  #fresh = false;
  /** What is asked for now, by its part: once, however often it is wanted meanwhile. */
  readonly #going = new Map<string, Promise<Table>>();
  /** Ends waiting for what is to be sent, by its part. */
  readonly #awaited = new Map<string, () => void>();
  #asks = new AbortController();
  #impatience: ReturnType<typeof setTimeout> | undefined;
  #started = false;

  /**
   * @param asked asks the server
   * @param events the path of its stream
   */
  constructor(asked: Data, events: string, page: Page) {
    this.#asked = asked;
    this.#events = events;
    this.#page = page;
    this.#stream = new EventStream(this.#listener());
  }

  /** Listens as soon as everything that the page shows at first is there, or takes long. */
  start(): void {
    this.#started = true;
    setTimeout(() => this.#whenIdle());
    this.#impatience ??= setTimeout(() => this.#listenAnyway(), PATIENCE);
  }

  stop(): void {
    this.#started = false;
    this.#live = false;
    this.#stopListening();
  }

  visualization(id: string, search: string): Promise<Table> {
    return this.#get(
      `v${id}`,
      search,
      (signal) => this.#asked.visualization(id, search, signal),
    );
  }

  tile(index: number, search: string): Promise<Table> {
    return this.#get(`t${index}`, search, (signal) => this.#asked.tile(index, search, signal));
  }

  annotations(search: string): Promise<readonly Annotation[]> {
    const known = this.#live ? this.#annotations.get(search) : undefined;
    if (known !== undefined) return known;
    const asked = this.#asked.annotations(search);
    this.#annotations.set(search, asked);
    setTimeout(() => this.#annotations.delete(search), ANNOTATIONS_LAST);
    return asked;
  }

  async #get(part: string, search: string, ask: Ask): Promise<Table> {
    if (search !== this.#search) this.#turnTo(search);
    const known = this.#parts.get(part);
    if (this.#live && known !== undefined) return tableOf(known);
    const going = this.#going.get(part) ?? this.#ask(part, search, ask);
    this.#going.set(part, going);
    try {
      return await going;
    } finally {
      if (this.#going.get(part) === going) this.#going.delete(part);
      this.#whenIdle();
    }
  }

  async #ask(part: string, search: string, ask: Ask): Promise<Table> {
    const before = this.#parts.get(part);
    const { signal } = this.#asks;
    try {
      const table = await ask(signal);
      const now = this.#parts.get(part);
      // What was sent while this was asked is newer.
      if (search === this.#search && now !== before && now !== undefined) return tableOf(now);
      if (search === this.#search) this.#parts.set(part, { table, tag: tagOf(table) });
      return table;
    } catch (failure) {
      if (!signal.aborted || search !== this.#search) throw failure;
      await new Promise<void>((end) => this.#awaited.set(part, end));
      const sent = this.#parts.get(part);
      return sent === undefined ? this.#ask(part, search, ask) : tableOf(sent);
    }
  }

  #turnTo(search: string): void {
    this.#search = search;
    this.#parts.clear();
    this.#live = false;
    this.#stopListening();
    this.#askAnew();
    this.#going.clear();
    if (this.#started) this.#impatience = setTimeout(() => this.#listenAnyway(), PATIENCE);
  }

  #whenIdle(): void {
    if (this.#started && this.#going.size === 0) this.#stream.start();
  }

  /** What is not there yet will be sent: asking for it would take up the connections that there are. */
  #listenAnyway(): void {
    if (this.#started && this.#going.size > 0) this.#askAnew();
    if (this.#started) this.#stream.start();
  }

  #stopListening(): void {
    clearTimeout(this.#impatience);
    this.#impatience = undefined;
    this.#stream.stop();
    this.#endWaiting();
  }

  #askAnew(): void {
    this.#asks.abort();
    this.#asks = new AbortController();
  }

  #endWaiting(): void {
    for (const end of this.#awaited.values()) end();
    this.#awaited.clear();
  }

  #listener(): Listener {
    return {
      address: () => this.#address(),
      result: (part, tag, json) => this.#become(part, parseExactly(json) as Table, tag),
      failed: (part, json) => this.#become(part, problemIn(json), null),
      changed: () => {
        this.#parts.clear();
        this.#annotations.clear();
        this.#tell(() => this.#page.changed());
      },
      complete: (shape) => {
        this.#shape = shape;
        this.#live = true;
        if (this.#fresh) this.#tell(() => this.#page.news());
        this.#fresh = false;
      },
      lost: () => {
        const was = this.#live;
        this.#live = false;
        this.#fresh = true;
        this.#endWaiting();
        if (was && !document.hidden) {
          setTimeout(() => this.#tell(() => this.#page.changed()), Math.random() * SPREAD);
        }
      },
      poll: () => {
        this.#tell(() => this.#page.news());
      },
    };
  }

  #become(part: string, table: Table | Problem, tag: string | null): void {
    this.#parts.set(part, { table, tag });
    this.#fresh = true;
    this.#awaited.get(part)?.();
    this.#awaited.delete(part);
  }

  #tell(tell: () => boolean): void {
    if (this.#started && !tell()) setTimeout(() => this.#tell(tell), BUSY);
  }

  #address(): URL {
    const url = address(this.#events + this.#search);
    const tags = [...this.#parts].filter(([, { tag }]) => tag !== null)
      .map(([part, { tag }]) => `${part}=${tag?.slice(0, TAG_LETTERS)}`);
    const known = [this.#shape, ...tags].filter((word) => word !== "").join(".");
    if (known !== "") url.searchParams.set("last_event_id", known);
    return url;
  }
}

function tableOf({ table }: Known): Table {
  if (table instanceof Problem) throw table;
  return table;
}

function problemIn(json: string): Problem {
  try {
    const { detail } = parseExactly(json) as { readonly detail?: string };
    return new Problem(0, "", detail ?? "");
  } catch (failure) {
    return new Problem(0, "", messageOf(failure));
  }
}
