import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Place } from "../visualization/place.ts";
import type { Gripped } from "./grid-handle.ts";
import type { Item } from "./layout.ts";
import { type Grip, isSame, nudged, placeText, rearranged, shifted, swapped } from "./placing.ts";
import { Arranged, type Placed, type Thing } from "./wish.ts";

interface Current {
  readonly key: string;
  readonly grip: Grip;
  /** All items as they were when this one was taken. */
  readonly before: readonly Item[];
  readonly now: readonly Item[];
  /** Whether somebody still holds it. */
  readonly held: boolean;
}

type Host = ReactiveControllerHost & EventTarget & { readonly renderRoot: ParentNode };

/** What somebody is moving on the grid; tells by `arranged` where everything has come to lie. */
export class Arrangement implements ReactiveController {
  /** Null while nothing is moved. */
  current: Current | null = null;
  told = "";
  /** By what it was moved: whoever did so by keyboard is there again afterwards. */
  #focused: string | null = null;
  #taken = "";

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** The items as they lie now. While one is held none changes its turn: a moved element would lose the pointer. */
  of(settled: readonly Item[]): readonly Item[] {
    return this.current?.now ?? settled;
  }

  grip({ item, grip, name, columns, rows }: Gripped, settled: readonly Item[]): void {
    if (name === "cancel") return this.#become(null);
    if (name === "drop") return this.#drop();
    this.#taken = `${
      name === "swap" ? "tile-menu" : `grid-handle[grip="${grip}"]`
    }[item="${item}"]`;
    if (name === "swap") return this.#swap(item, grip, rows, this.of(settled));
    const { current } = this;
    const before = current?.held && current.key === item ? current.before : this.of(settled);
    const now = current?.held && current.key === item ? current.now : before;
    const from = placeOf(name === "drag" ? before : now, item);
    if (from === undefined) return;
    const wish = name === "drag"
      ? shifted(from, grip, columns, rows)
      : nudged(before, item, from, grip, columns, rows);
    this.#become({ key: item, grip, before, now: rearranged(before, item, wish), held: true });
  }

  /** Takes what the dashboard says now; a handle that somebody used by keyboard is theirs again. */
  settle(): void {
    if (this.current?.held) return;
    this.current = null;
  }

  hostUpdated(): void {
    if (this.current !== null || this.#focused === null) return;
    const handle = this.#focused;
    this.#focused = null;
    this.host.renderRoot.querySelector<HTMLElement>(handle)?.focus();
  }

  #swap(key: string, grip: Grip, by: number, before: readonly Item[]): void {
    this.#become({ key, grip, before, now: swapped(before, key, by), held: true });
    this.#drop();
  }

  #drop(): void {
    const { current } = this;
    if (current === null) return;
    const { key, now } = current;
    const placed = now.flatMap(changeOf);
    const moved = now.find((item) => item.key === key);
    if (placed.length === 0 || moved === undefined) return this.#become(null);
    this.#focused = this.#taken;
    this.#become({ ...current, held: false });
    const first = (one: Placed) => Number(`${one.thing} ${one.of}` === key);
    placed.sort((a, b) => first(b) - first(a));
    this.host.dispatchEvent(new Arranged(titleOf(moved), placed));
  }

  #become(current: Current | null): void {
    this.current = current;
    const place = current === null ? undefined : placeOf(current.now, current.key);
    this.told = place === undefined ? "" : placeText(place);
    this.host.requestUpdate();
  }
}

function placeOf(items: readonly Item[], key: string): Place | undefined {
  return items.find((item) => item.key === key)?.place;
}

function changeOf(item: Item): Placed[] {
  const change = (thing: Thing, of: string, saved: Place | null) =>
    isSame(item.place, saved) ? [] : [{ thing, of, place: item.place }];
  switch (item.kind) {
    case "visualization":
      return change("visualization", item.shown.id, item.shown.place);
    case "tile":
      return change("metric", `${item.tile.index}`, item.tile.place);
    case "note":
      return [];
  }
}

function titleOf(item: Item): string {
  switch (item.kind) {
    case "visualization":
      return item.shown.title;
    case "tile":
      return item.tile.title;
    case "note":
      return item.note.title;
  }
}
