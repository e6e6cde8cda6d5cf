import type { ReactiveController, ReactiveControllerHost } from "lit";
import { messageOf, send } from "../ui/http.ts";
import type { Listed } from "./listed.ts";

const TIME_TO_THINK = 8_000;

/**
 * Removes a dashboard some seconds after it was asked for, so that it can be undone: one that is gone
 * cannot be had back. Leaving the page removes it at once.
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
    addEventListener("pagehide", this.#now);
  }

  hostDisconnected(): void {
    removeEventListener("pagehide", this.#now);
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

  readonly #now = (): void => {
    const { removed } = this;
    if (removed === null) return;
    this.#gone.add(removed.id);
    this.undo();
    void send(`dashboards/${removed.id}`, { method: "DELETE", keepalive: true })
      .then(() => null, (failure: unknown) => {
        this.#gone.delete(removed.id);
        return messageOf(failure);
      })
      .then(this.done);
  };
}
