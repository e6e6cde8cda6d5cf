import type { ReactiveController, ReactiveControllerHost } from "lit";
import { messageOf, Problem, send } from "../ui/http.ts";
import type { Listed } from "./listed.ts";

const TIME_TO_THINK = 8_000;
/** Id of the one that was being removed when this window's last page was left. */
const LEFT = "streamdata.removed";
const GONE = 404;

/**
 * Removes a dashboard some seconds after it was asked for, so that it can be undone: one that is gone
 * cannot be had back. Leaving the page removes it at once; the next page may be faster than that, so it
 * makes sure of it and hides it meanwhile.
 */
export class Removal implements ReactiveController {
  /** What is about to be removed; null for nothing. */
  removed: Listed | null = null;
  /** Those that are removed or being removed. */
  readonly #gone = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param done told why it was not removed, or null */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly done: (problem: string | null) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("pagehide", this.#leave);
    const left = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    if (left !== null) this.#take(left);
  }

  hostDisconnected(): void {
    removeEventListener("pagehide", this.#leave);
    this.#now();
  }

  remove(dashboard: Listed): void {
    this.#now();
    this.removed = dashboard;
    this.#timer = setTimeout(this.#now, TIME_TO_THINK);
    this.host.requestUpdate();
  }

  hides(id: string): boolean {
    return id === this.removed?.id || this.#gone.has(id);
  }

  undo(): void {
    clearTimeout(this.#timer);
    this.removed = null;
    this.host.requestUpdate();
  }

  readonly #leave = (): void => {
    const { removed } = this;
    if (removed === null) return;
    sessionStorage.setItem(LEFT, removed.id);
    this.#now();
  };

  readonly #now = (): void => {
    const { removed } = this;
    if (removed === null) return;
    this.undo();
    this.#take(removed.id);
  };

  #take(id: string): void {
    this.#gone.add(id);
    void send(`dashboards/${id}`, { method: "DELETE", keepalive: true })
      .then(() => null, (failure: unknown) => {
        if (failure instanceof Problem && failure.status === GONE) return null;
        this.#gone.delete(id);
        return messageOf(failure);
      })
      .then(this.done);
  }
}
