import { address } from "../ui/http.ts";

/**
 * Tells when what a page shows has changed, or can be shown no longer.
 *
 * A page that nobody looks at holds no connection: a browser has only six of them for one server.
 */
export class LiveChanges {
  readonly #path: string;
  readonly #changed: () => void;
  #events: EventSource | null = null;
  #started = false;

  constructor(path: string, changed: () => void) {
    this.#path = path;
    this.#changed = changed;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    document.addEventListener("visibilitychange", this.#seen);
    if (!document.hidden) this.#listen();
  }

  stop(): void {
    this.#started = false;
    document.removeEventListener("visibilitychange", this.#seen);
    this.#close();
  }

  readonly #seen = () => {
    if (document.hidden) return this.#close();
    this.#listen();
    this.#changed();
  };

  #listen(): void {
    this.#close();
    const events = this.#events = new EventSource(address(this.#path));
    // The first event names the state that the page has just loaded.
    let known = false;
    events.addEventListener("changed", () => {
      if (known) this.#changed();
      known = true;
    });
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) this.#changed();
    });
  }

  #close(): void {
    this.#events?.close();
    this.#events = null;
  }
}
