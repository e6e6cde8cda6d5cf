import type { ReactiveControllerHost } from "lit";
import type { Table } from "../dataset/table.ts";
import type { ValuesChosen } from "../query/variable-picker.ts";
import { type Asked, pageSearch, readAsked, searchOf, USUAL } from "./asked.ts";
import type { Content } from "./content.ts";
import type { TimeRange } from "./time-range.ts";

type Load = (signal: AbortSignal) => Promise<Table>;

/** What somebody asks of the data, which the page's address keeps. */
export class Asking {
  asked = USUAL;
  readonly #loads = new Map<string, Load>();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Reads what the address asks of this content. */
  begin(content: Content): void {
    // What something shows may be made of another query now.
    this.#loads.clear();
    const asked = readAsked(location.search, content);
    if (searchOf(asked) !== searchOf(this.asked)) this.#ask(asked);
  }

  chooseRange(range: TimeRange | null): void {
    this.#ask({ ...this.asked, range });
  }

  chooseValues({ variable, values }: ValuesChosen): void {
    const variables = new Map(this.asked.variables);
    if (values.length === 0) variables.delete(variable.name);
    else variables.set(variable.name, values);
    this.#ask({ ...this.asked, variables });
  }

  /** The same function for the same part every time, so that drawing again does not load again. */
  once(part: string, load: Load): Load {
    const known = this.#loads.get(part) ?? load;
    this.#loads.set(part, known);
    return known;
  }

  #ask(asked: Asked): void {
    this.#loads.clear();
    this.asked = asked;
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + pageSearch(search, asked) + hash);
    this.host.requestUpdate();
  }
}
