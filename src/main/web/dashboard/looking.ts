import type { ReactiveController, ReactiveControllerHost } from "lit";
import { refreshSearch } from "./refresh.ts";

/** How often somebody looks for newer data. */
export class Looking implements ReactiveController {
  /** Counts the times that newer data was asked for. */
  turn = 0;
  /** Seconds between two looks; 0 for none. */
  seconds = 0;
  #missed = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#seenAgain);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#seenAgain);
    clearInterval(this.#timer);
  }

  every(seconds: number): void {
    clearInterval(this.#timer);
    this.seconds = seconds;
    this.host.requestUpdate();
    if (seconds > 0) this.#timer = setInterval(() => this.again(), seconds * 1000);
  }

  /** The same, which the page's address keeps. */
  choose(seconds: number): void {
    this.every(seconds);
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + refreshSearch(search, seconds) + hash);
  }

  /** Looks once more; on a page that nobody sees, as soon as somebody sees it again. */
  again(): void {
    this.#missed = document.hidden;
    if (document.hidden) return;
    this.turn++;
    this.host.requestUpdate();
  }

  readonly #seenAgain = () => {
    if (this.#missed) this.again();
  };
}
