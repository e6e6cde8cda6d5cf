import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../ui/controls.ts";
import "../ui/copy-button.ts";
import { messageOf, send } from "../ui/http.ts";
import { modal } from "../ui/modal.ts";
import type { AddressField } from "./address-field.ts";
import "./address-field.ts";
import { wrongOf } from "./addresses.ts";
import { expiryOf } from "./expiry.ts";
import { texts } from "../texts.ts";

/** What a link can show. */
export interface Shareable {
  readonly id: string;
  readonly title: string;
}

interface CreatedLink {
  readonly share_link: string;
  readonly message: string;
}

type Step =
  | { readonly name: "editing"; readonly problem: string | null }
  | { readonly name: "saving" }
  | { readonly name: "created"; readonly link: CreatedLink };

/** Makes a link to a dashboard or one of its visualizations; fires `created`. */
@customElement("link-form")
export class LinkForm extends LitElement {
  @property({ attribute: "dashboard-id" })
  dashboardId = "";
  @property({ attribute: false })
  visualizations: readonly Shareable[] = [];
  @state()
  private step: Step = { name: "editing", problem: null };
  /** Id of the visualization that it shows; empty for the whole dashboard. */
  @property({ attribute: false })
  shown = "";
  @query("address-field")
  private addresses!: AddressField;

  static override styles = [
    controls,
    modal,
    css`
      form,
      .created {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
      }
      p {
        color: var(--muted);
      }
      select {
        width: 100%;
      }
      input[readonly] {
        flex: 1 1 12rem;
        width: auto;
        min-width: 0;
      }
    `,
  ];

  /** What was pressed is gone: one goes on with what has come in its place. */
  override updated(changed: PropertyValues): void {
    const before = changed.get("step") as Step | undefined;
    const then = this.step.name === "created"
      ? "input"
      : before?.name === "created"
      ? "select"
      : null;
    if (then !== null && before !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(then)?.focus();
    }
  }

  override render() {
    const { step } = this;
    return step.name === "created" ? this.#created(step.link) : this.#form(step);
  }

  #form(step: Step & { name: "editing" | "saving" }) {
    const problem = step.name === "editing" ? step.problem : null;
    return html`
      <form @submit="${this.#create}">
        <label class="field">
          ${texts.share.whatItShows}
          <select @change="${(event: Event) => (this.shown = (event.target as HTMLSelectElement)
            .value)}">
            <option value="">${texts.share.theWholeDashboard}</option>
            ${this.visualizations.map(({ id, title }) =>
              html`
                <option value="${id}" .selected="${id === this.shown}">${title}</option>
              `
            )}
          </select>
        </label>
        ${this.shown === "" ? ACCESS : nothing}
        <label class="field">
          ${texts.share.password}
          <input type="password" name="password" autocomplete="new-password" maxlength="128">
          <small>${texts.share.optionalVisitorsAreAskedForIt}</small>
        </label>
        <label class="field">
          ${texts.share.itWorksUntil}
          <input type="datetime-local" name="expires">
          <small>${texts.share.optionalWithoutAnEndItWorks}</small>
        </label>
        <address-field></address-field>
        ${problem === null ? nothing : html`
          <p class="problem" role="alert">${problem}</p>
        `}
        <div class="row end">
          <button class="primary">${texts.share
            .createLink}</button>
        </div>
      </form>
    `;
  }

  #created(link: CreatedLink) {
    const again = () => {
      this.shown = "";
      this.step = { name: "editing", problem: null };
    };
    return html`
      <div class="created">
        <p role="status">${link.message}</p>
        <div class="row">
          <input readonly aria-label="${texts.share.link}" .value="${link
            .share_link}" @focus="${selectAll}">
          <copy-button label="${texts.share.copyLink}" text="${link.share_link}"></copy-button>
        </div>
        <div class="row end">
          <button type="button" @click="${again}">${texts.share.createAnotherLink}</button>
        </div>
      </div>
    `;
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.step.name === "saving") return;
    const fields = new FormData(event.target as HTMLFormElement);
    const password = String(fields.get("password") ?? "");
    const expires = expiryOf(String(fields.get("expires") ?? ""));
    const email = this.addresses.takeAll();
    if (wrongOf(email).length > 0) return;
    const { shown } = this;
    const body = {
      ...(shown === "" ? { access: fields.get("access") } : {}),
      ...(password === "" ? {} : { password }),
      ...(expires === null ? {} : { expires }),
      ...(email.length === 0 ? {} : { email }),
    };
    this.step = { name: "saving" };
    try {
      const of = shown === "" ? `dashboards/${this.dashboardId}` : `visualizations/${shown}`;
      const link = await send<CreatedLink>(`${of}/share`, { method: "POST", body });
      this.step = { name: "created", link };
      this.dispatchEvent(new Event("created"));
    } catch (failure) {
      this.step = { name: "editing", problem: messageOf(failure) };
    }
  }
}

const ACCESS = html`
  <fieldset>
    <legend>${texts.share.anyoneWithTheLink}</legend>
    <label><input type="radio" name="access" value="view" checked> ${texts.share.canView}</label>
    <label><input type="radio" name="access" value="edit"> ${texts.share.canEdit}</label>
  </fieldset>
`;

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    "link-form": LinkForm;
  }
}
