import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import { messageOf, send } from "../ui/http.ts";
import type { Share } from "./share.ts";

/** The words on the buttons of a setting. */
interface Buttons {
  readonly set: string;
  /** Null where there is nothing to take away. */
  readonly remove: string | null;
}

/** One thing about a link that can be set, changed and taken away; fires `changed`. */
export abstract class ShareSetting extends LitElement {
  @property({ attribute: false })
  share!: Share;
  @state()
  protected problem: string | null = null;

  static override styles = [
    controls,
    css`
      form,
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
      }
      form {
        flex-direction: column;
      }
    `,
  ];

  /** What is sent to set what was entered, or to take it away where it is null; null says it is refused. */
  protected abstract change(entered: string | null): object | null;

  /** @param field a label with an input of this name */
  protected form(name: string, field: TemplateResult, { set, remove }: Buttons) {
    return html`
      <form @submit="${(event: SubmitEvent) => this.#submit(event, name)}">
        ${field}
        <div class="row">
          <button class="primary">${set}</button>
          ${remove === null ? nothing : html`
            <button type="button" @click="${() => this.#send(null)}">${remove}</button>
          `}
        </div>
        <p class="problem" role="alert" ?hidden="${this.problem === null}">${this.problem ??
          nothing}</p>
      </form>
    `;
  }

  #submit(event: SubmitEvent, name: string): void {
    event.preventDefault();
    void this.#send(String(new FormData(event.target as HTMLFormElement).get(name) ?? ""));
  }

  async #send(entered: string | null): Promise<void> {
    const body = this.change(entered);
    if (body === null) return;
    try {
      await send(`shares/${this.share.id}`, { method: "PATCH", body });
      this.problem = null;
      this.dispatchEvent(new Event("changed"));
    } catch (failure) {
      this.problem = messageOf(failure);
    }
  }
}
