import { pause } from "./back-off.ts";

/** What becomes of a stream of events. */
export interface Listener {
  /** The address to ask, with what is known already. */
  address(): URL;
  result(part: string, tag: string, json: string): void;
  failed(part: string, json: string): void;
  /** There is more to draw anew than results. */
  changed(): void;
  /** Everything is known for now. */
  complete(shape: string): void;
  /** Nothing is heard any more; it is tried again by itself. */
  lost(): void;
  /** Nothing has been heard for a while: ask instead. */
  poll(): void;
}

/** Something is said every 15 seconds, and at once when a stream begins. */
const SILENCE = 40_000;
const PATIENCE = 10_000;
const POLL_EVERY = 5_000;

/**
 * Listens to the server as long as somebody looks at the page: a browser has only six connections for
 * one server. Where streams are blocked it says when to ask.
 */
export class EventStream {
  readonly #listener: Listener;
  #events: EventSource | null = null;
  #failures = 0;
  #started = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  #polls: ReturnType<typeof setInterval> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    document.addEventListener("visibilitychange", this.#seen);
    if (!document.hidden) this.#listen();
  }

  /** Asks anew, for something else. */
  again(): void {
    if (this.#started && !document.hidden) this.#listen();
  }

  stop(): void {
    this.#started = false;
    document.removeEventListener("visibilitychange", this.#seen);
    this.#close();
    this.#stopPolling();
  }

  readonly #seen = () => {
    this.#stopPolling();
    if (document.hidden) {
      this.#close();
      return this.#listener.lost();
    }
    this.#failures = 0;
    this.#listen();
  };

  #listen(): void {
    this.#close();
    const events = this.#events = new EventSource(this.#listener.address());
    const on = (name: string, heard: (first: string, json: string, data: string) => void) =>
      events.addEventListener(name, ({ data }: MessageEvent<string>) => {
        this.#expect(SILENCE);
        const [first = "", json = ""] = split(data, "\n");
        heard(first, json, data);
      });
    on("result", (first, json) => this.#listener.result(...split(first, " "), json));
    on("failed", (first, json) => this.#listener.failed(split(first, " ")[0], json));
    on("changed", () => this.#listener.changed());
    on("beat", () => {});
    on("mark", (_first, _json, shape) => {
      this.#failures = 0;
      this.#stopPolling();
      this.#listener.complete(shape);
    });
    // Browsers would try again by themselves, all at the same time and for ever.
    events.addEventListener("error", () => this.#lost());
    this.#expect(PATIENCE);
  }

  #expect(millis: number): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#lost(), millis);
  }

  #lost(): void {
    this.#close();
    this.#failures++;
    this.#listener.lost();
    this.#polls ??= setInterval(() => this.#listener.poll(), POLL_EVERY);
    this.#next = setTimeout(() => this.#listen(), pause(this.#failures, Math.random()));
  }

  #stopPolling(): void {
    clearInterval(this.#polls);
    this.#polls = undefined;
  }

  #close(): void {
    clearTimeout(this.#next);
    this.#events?.close();
    this.#events = null;
  }
}

function split(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
