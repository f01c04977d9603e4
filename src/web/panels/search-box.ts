import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { search } from "../ask/answers.ts";
import { closeCard, openPaper, raiseSheet } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { activeOf, namesOf, openName, results } from "./found-names.ts";
import { scrollToRow } from "./paper-list.ts";
import { iconButton } from "./parts.ts";

let searched: Promise<void> = Promise.resolve();

/** The search field: a combo box over the list of papers, before which stand the topics, authors, venues and terms found. */
export function searchBox(now: MapState): TemplateResult {
  const t = texts.search;
  const query = now.query.value;
  const isOpen =
    query.trim() !== "" && now.focus.value.kind === "none" && now.tab.value === "papers" && results(now) > 0;
  const active = activeOf(now);
  return html`<div class="search-box">${icon("search")}<input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false" aria-label=${t.label}
      aria-autocomplete="list" aria-haspopup="grid" aria-expanded=${String(isOpen)} aria-controls=${isOpen ? "papers" : nothing} aria-activedescendant=${isOpen ? `result-${active}` : nothing}
      placeholder=${t.placeholder} .value=${live(query)} @input=${(event: Event) => typed(now, (event.target as HTMLInputElement).value)} @keydown=${(event: KeyboardEvent) => pressed(now, event)} @focus=${raiseSheet} />
      ${query ? iconButton("close", t.clear, () => void search("")) : html`<kbd aria-hidden="true">/</kbd>`}</div>`;
}

function typed(now: MapState, query: string): void {
  if (now.focus.peek().kind !== "none") closeCard();
  if (query.trim() !== "") now.tab.value = "papers";
  searched = search(query);
}

function pressed(now: MapState, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (now.query.peek().trim() === "" || (step === undefined && event.key !== "Enter")) return;
  event.preventDefault();
  if (step === undefined) {
    // What was typed last may still be searched for.
    void searched.then(() => openResult(now, activeOf(now)));
    return;
  }
  if (now.focus.peek().kind !== "none") {
    closeCard();
    return;
  }
  const n = results(now);
  if (n === 0) return;
  now.active.value = (activeOf(now) + step + n) % n;
  scrollToRow(now.active.value - namesOf(now).length);
}

function openResult(now: MapState, at: number): void {
  const names = namesOf(now);
  if (at < names.length) openName(names[at]);
  const paper = now.listed.peek()[at - names.length];
  if (at >= names.length && paper !== undefined) openPaper(paper, { fly: true });
}
