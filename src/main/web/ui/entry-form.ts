import { css, html, LitElement, nothing } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import { controls } from "./controls.ts";
import { messageOf, Problem } from "./http.ts";
import { untilText } from "./until.ts";
import { texts } from "../texts.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete: AutoFill;
  readonly inputmode?: "text" | "email" | "numeric";
  /** What a value must look like, and that in words. */
  readonly pattern?: string;
  readonly hint?: string;
}

type State =
  | { readonly name: "asking"; readonly problem: string | null }
  | { readonly name: "checking" };

/** A page that lets somebody in: a heading, a few fields and one button. What stands in it comes after that. */
@customElement("entry-form")
export class EntryForm extends LitElement {
  @property()
  heading = "";
  @property()
  lead = "";
  @property()
  action = "";
  /** What a refused entry means, to those who tried it; the server's words if there are none. */
  @property()
  refusal = "";
  @property({ attribute: false })
  fields: readonly Field[] = [];
  /** Checks what was entered, by the names of the fields; throws a Problem unless that opens. */
  @property({ attribute: false })
  enter!: (values: { readonly [name: string]: string }) => Promise<void>;
  @state()
  private current: State = { name: "asking", problem: null };
  @queryAll("input")
  private inputs!: NodeListOf<HTMLInputElement>;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 24rem;
        margin: 0 auto;
        padding: 15vh var(--space-4) var(--space-4);
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
      .lead {
        margin-top: calc(-1 * var(--space-2));
        color: var(--muted);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { current } = this;
    const problem = current.name === "asking" ? current.problem : null;
    return html`
      <main>
        <form class="panel" @submit="${this.#submit}">
          <h1>${this.heading}</h1>
          ${this.lead === "" ? nothing : html`
            <p class="lead">${this.lead}</p>
          `} ${this.fields.map((field) => this.#field(field, problem !== null))}
          <p id="problem" class="problem" role="alert" ?hidden="${problem === null}">${problem ??
            nothing}</p>
          <button class="primary" ?disabled="${current.name === "checking"}">
            ${current.name === "checking" ? texts.ui.checking : this.action}
          </button>
          <slot></slot>
        </form>
      </main>
    `;
  }

  #field(field: Field, wrong: boolean) {
    return html`
      <label class="field">
        ${field.label}
        <input
          name="${field.name}"
          type="${field.type ?? "text"}"
          inputmode="${field.inputmode ?? nothing}"
          autocomplete="${field.autocomplete}"
          pattern="${field.pattern ?? nothing}"
          title="${field.hint ?? nothing}"
          required
          aria-describedby="problem"
          aria-invalid="${wrong}"
        >
      </label>
    `;
  }

  protected override firstUpdated(): void {
    this.inputs[0]?.focus();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = Object.fromEntries([...this.inputs].map(({ name, value }) => [name, value]));
    this.current = { name: "checking" };
    try {
      await this.enter(values);
      this.current = { name: "asking", problem: null };
    } catch (failure) {
      this.current = { name: "asking", problem: this.#explain(failure) };
      await this.updateComplete;
      const last = [...this.inputs].at(-1);
      last?.select();
      last?.focus();
    }
  }

  #explain(failure: unknown): string {
    if (!(failure instanceof Problem)) return messageOf(failure);
    if (failure.status === 401 && this.refusal !== "") return this.refusal;
    if (failure.status !== 429) return failure.message;
    return texts.ui.tooManyTriesUntilText(
      untilText(failure.retryAfter, new Date(), navigator.languages),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "entry-form": EntryForm;
  }
}
