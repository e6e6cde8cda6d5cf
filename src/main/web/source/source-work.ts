import type { Format } from "../ui/format.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Failure, OwnedSource, Report, Run } from "./owned-source.ts";
import { resultOf } from "./source-news.ts";
import { texts } from "../texts.ts";
import { BEGUN, type Progress, type Uploaded } from "./upload.ts";

/** What somebody is told after what they did. */
export interface News {
  readonly words: string;
  readonly failed: boolean;
  readonly report?: Report;
}

export type WorkState =
  | { readonly name: "idle"; readonly news: News | null }
  /** A file is being read; tells how far it has come. */
  | { readonly name: "reading"; readonly progress: Progress };

interface Host {
  requestUpdate(): void;
  readonly format: Format;
  /** What is called after every change. */
  changed(): Promise<void>;
  /** Tells all that is known of a failed run. */
  explain(failure: Failure): Promise<void>;
}

/** What is done to the sources of a dashboard at the moment, and what came of it. */
export class SourceWork {
  #state: WorkState = { name: "idle", news: null };
  /** Ids of those whose rows are being fetched. */
  #busy: ReadonlySet<string> = new Set();

  constructor(private readonly host: Host) {}

  get state(): WorkState {
    return this.#state;
  }

  isBusy({ id }: OwnedSource): boolean {
    return this.#busy.has(id);
  }

  tell(words: string | null, failed = false, report?: Report): void {
    const news = words === null ? null : { words, failed, ...(report && { report }) };
    this.#become({ name: "idle", news });
  }

  async refresh(source: OwnedSource): Promise<void> {
    const { id, name } = source;
    this.tell(null);
    this.#busy = new Set([...this.#busy, id]);
    this.host.requestUpdate();
    try {
      const run = await send<Run>(`sources/${id}/refresh`, { method: "POST" });
      if (run.error !== undefined) await this.host.explain(run.error);
      else this.tell(`${name}: ${resultOf(run, source, this.host.format)}`);
    } catch (failure) {
      this.tell(messageOf(failure), true);
    }
    this.#busy = new Set([...this.#busy].filter((other) => other !== id));
    this.host.requestUpdate();
    await this.host.changed();
  }

  async read(reading: (told: (progress: Progress) => void) => Promise<Uploaded>): Promise<void> {
    const told = (progress: Progress) => this.#become({ name: "reading", progress });
    told(BEGUN);
    try {
      const { source, report } = await reading(told);
      const rows = texts.source.rowCount(this.host.format.number(report.row_count));
      this.tell(texts.source.report(source.name, rows), false, report);
    } catch (failure) {
      this.tell(messageOf(failure), true);
    }
    await this.host.changed();
  }

  /** Does something else, and tells if that fails. */
  async run(change: () => Promise<unknown>): Promise<void> {
    try {
      this.tell(null);
      await change();
    } catch (failure) {
      this.tell(messageOf(failure), true);
    }
    await this.host.changed();
  }

  #become(state: WorkState): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
