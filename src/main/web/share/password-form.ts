import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, Problem } from "../ui/http.ts";
import { untilText } from "./until.ts";

type State =
  | { readonly name: "asking"; readonly problem: string | null }
  | { readonly name: "checking" };

/** Asks a visitor for the password of a locked link; fires `unlocked` once it was right. */
@customElement("password-form")
export class PasswordForm extends LitElement {
  /** Throws a Problem unless the password is right. */
  @property({ attribute: false })
  unlock!: (password: string) => Promise<void>;
  @state()
  private current: State = { name: "asking", problem: null };
  @query("input")
  private field!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 24rem;
        margin: 0 auto;
        padding: 16vh var(--space-4) var(--space-4);
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
      p.lead {
        color: var(--muted);
      }
      h1 + p {
        margin-top: calc(-1 * var(--space-2));
      }
    `,
  ];

  override render() {
    const { current } = this;
    const problem = current.name === "asking" ? current.problem : null;
    return html`
      <main>
        <form class="panel" @submit="${this.#submit}">
          <h1>This link is locked</h1>
          <p class="lead">Enter the password that came with the link.</p>
          <label class="field">
            Password
            <input
              type="password"
              name="password"
              autocomplete="current-password"
              required
              autofocus
              aria-describedby="problem"
              aria-invalid="${problem !== null}"
            >
          </label>
          <p id="problem" class="problem" role="alert" ?hidden="${problem === null}">${problem ??
            nothing}</p>
          <button class="primary" ?disabled="${current.name === "checking"}">
            ${current.name === "checking" ? "Checking…" : "Open"}
          </button>
        </form>
      </main>
    `;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.current = { name: "checking" };
    try {
      await this.unlock(this.field.value);
      this.dispatchEvent(new Event("unlocked"));
    } catch (failure) {
      this.current = { name: "asking", problem: explain(failure) };
      await this.updateComplete;
      this.field.select();
      this.field.focus();
    }
  }
}

function explain(failure: unknown): string {
  if (!(failure instanceof Problem)) return messageOf(failure);
  if (failure.status === 401) return "That is not the password. Check it and try again.";
  if (failure.status !== 429) return failure.message;
  return `Too many tries. ${untilText(failure.retryAfter, new Date(), navigator.languages)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "password-form": PasswordForm;
  }
}
