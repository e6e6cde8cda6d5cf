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
  #asking = 0;
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

  /** Listens as soon as everything that the page shows at first is there. */
  start(): void {
    this.#started = true;
    setTimeout(() => this.#whenIdle());
  }

  stop(): void {
    this.#started = false;
    this.#live = false;
    this.#stream.stop();
  }

  visualization(id: string, search: string, signal: AbortSignal): Promise<Table> {
    return this.#get(`v${id}`, search, () => this.#asked.visualization(id, search, signal));
  }

  tile(index: number, search: string, signal: AbortSignal): Promise<Table> {
    return this.#get(`t${index}`, search, () => this.#asked.tile(index, search, signal));
  }

  annotations(search: string): Promise<readonly Annotation[]> {
    const known = this.#live ? this.#annotations.get(search) : undefined;
    if (known !== undefined) return known;
    const asked = this.#asked.annotations(search);
    this.#annotations.set(search, asked);
    setTimeout(() => this.#annotations.delete(search), ANNOTATIONS_LAST);
    return asked;
  }

  async #get(part: string, search: string, ask: () => Promise<Table>): Promise<Table> {
    if (search !== this.#search) this.#turnTo(search);
    const before = this.#parts.get(part);
    if (this.#live && before !== undefined) return tableOf(before);
    this.#asking++;
    try {
      const table = await ask();
      const now = this.#parts.get(part);
      // What was sent while this was asked is newer.
      if (search === this.#search && now !== before && now !== undefined) return tableOf(now);
      if (search === this.#search) this.#parts.set(part, { table, tag: tagOf(table) });
      return table;
    } finally {
      this.#asking--;
      this.#whenIdle();
    }
  }

  #turnTo(search: string): void {
    this.#search = search;
    this.#parts.clear();
    this.#live = false;
    this.#stream.stop();
  }

  #whenIdle(): void {
    if (this.#started && this.#asking === 0) this.#stream.start();
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
