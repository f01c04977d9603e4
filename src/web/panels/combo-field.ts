import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";

/** A field over a list of results, and what its keys do. */
export interface Combo {
  readonly id: string;
  /** Absent where a label stands beside it. */
  readonly label?: string;
  readonly placeholder: string;
  readonly value: string;
  /** What the list is, by its role and its id. */
  readonly popup: "grid" | "listbox";
  readonly list: string;
  /** The id of the result that Enter takes; undefined where no list is open. */
  readonly active: string | undefined;
  typed(text: string): void;
  step(by: 1 | -1): void;
  enter(): void;
  /** Closes the list; absent where Escape means more than that. */
  close?(): void;
  focused?(): void;
}

/** The field of a combo box: it keeps the focus while the arrows walk the results and Enter takes one. */
export function comboField(combo: Combo): TemplateResult {
  const isOpen = combo.active !== undefined;
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen && combo.close) {
      // The field keeps the focus, the page what is open on it.
      event.stopPropagation();
      combo.close();
    } else if ((event.target as HTMLInputElement).value.trim() === "") return;
    else if (event.key === "Enter") combo.enter();
    else if (event.key === "ArrowDown") combo.step(1);
    else if (event.key === "ArrowUp") combo.step(-1);
    else return;
    event.preventDefault();
  };
  return html`<input id=${combo.id} type="search" dir="auto" role="combobox" autocomplete="off" spellcheck="false" aria-label=${combo.label ?? nothing}
      aria-autocomplete="list" aria-haspopup=${combo.popup} aria-expanded=${String(isOpen)} aria-controls=${isOpen ? combo.list : nothing} aria-activedescendant=${combo.active ?? nothing}
      placeholder=${combo.placeholder} .value=${live(combo.value)} @input=${(event: Event) => combo.typed((event.target as HTMLInputElement).value)} @keydown=${press} @focus=${() => combo.focused?.()} />`;
}
