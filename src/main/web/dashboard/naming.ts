import type { ReactiveControllerHost } from "lit";
import { NO_TURNS, type Turns, turnsOf } from "../visualization/turns.ts";
import type { NamesDrawn } from "../visualization/visualization-card.ts";
import { VisualizationCard } from "../visualization/visualization-card.ts";
import type { Content } from "./content.ts";

/** Learns which names the charts of a dashboard show, so that each has one colour on all of it. */
export class Naming {
  turns: Turns = NO_TURNS;
  /** What stays as it is, once all charts have been drawn. */
  #settled: Turns = NO_TURNS;
  readonly #names = new Map<string, readonly string[]>();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** It is told while a chart is drawn, when nothing else may be drawn anew. */
  tell(event: NamesDrawn, { visualizations }: Content): void {
    const card = event.composedPath()[0];
    if (!(card instanceof VisualizationCard)) return;
    this.#names.set(card.shown.id, event.names);
    const charts = visualizations.map(({ id }) => this.#names.get(id) ?? []);
    const turns = turnsOf(charts, this.#settled);
    if (visualizations.every(({ id }) => this.#names.has(id))) this.#settled = turns;
    if (JSON.stringify([...turns]) === JSON.stringify([...this.turns])) return;
    this.turns = turns;
    queueMicrotask(() => this.host.requestUpdate());
  }
}
