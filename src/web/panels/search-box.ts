import { html, type TemplateResult } from "lit-html";
import { prepareSearch, search } from "../ask/answers.ts";
import { closeCard, openPaper, raiseSheet } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { comboField } from "./combo-field.ts";
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
  const field = comboField({
    id: "search",
    label: t.label,
    placeholder: t.placeholder,
    value: query,
    popup: "grid",
    list: "papers",
    active: isOpen ? `result-${activeOf(now)}` : undefined,
    typed: (text) => typed(now, text),
    step: (by) => step(now, by),
    // What was typed last may still be searched for.
    enter: () => void searched.then(() => openResult(now, activeOf(now))),
    focused() {
      prepareSearch();
      raiseSheet();
    },
  });
  return html`<div class="search-box">${icon("search")}${field}
      ${query ? iconButton("close", t.clear, () => void search("")) : html`<kbd aria-hidden="true">/</kbd>`}</div>`;
}

function typed(now: MapState, query: string): void {
  if (now.focus.peek().kind !== "none") closeCard();
  if (query.trim() !== "") now.tab.value = "papers";
  searched = search(query);
}

function step(now: MapState, by: 1 | -1): void {
  const n = results(now);
  if (now.focus.peek().kind !== "none") closeCard();
  else if (n > 0) {
    now.active.value = (activeOf(now) + by + n) % n;
    scrollToRow(now.active.value - namesOf(now).length);
  }
}

function openResult(now: MapState, at: number): void {
  const names = namesOf(now);
  if (at < names.length) openName(names[at]);
  const paper = now.listed.peek()[at - names.length];
  if (at >= names.length && paper !== undefined) openPaper(paper, { fly: true });
}
