import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { search } from "../ask/answers.ts";
import { back, closeCard, raiseSheet, select, setFilters } from "../page/actions.ts";
import { icon } from "../page/icons.ts";
import type { Focus, MapState, Tab } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { citationsShown } from "../page/view.ts";
import { count, texts } from "../texts/texts.ts";
import { bridgeCard } from "./card-bridge.ts";
import { linkCard } from "./card-link.ts";
import { paperCard } from "./card-paper.ts";
import { topicCard } from "./card-topic.ts";
import { filterChips } from "./chips.ts";
import { filterPanel } from "./filter-panel.ts";
import { paperList } from "./paper-list.ts";
import { button, iconButton, tabs } from "./parts.ts";
import { topicList } from "./topic-list.ts";

/** The side panel, which is a bottom sheet on small screens: search, the lists, or a card over them. */
export function panel(): TemplateResult | typeof nothing {
  const now = state.current.value;
  if (!now || state.phase.value.kind !== "map") return nothing;
  const shown = card(now, now.focus.value);
  return html`<button type="button" class="handle" aria-label="Panel" @click=${nextSheet}></button>
    <div class="search-box">${icon("search")}<input id="search" type="search" autocomplete="off" spellcheck="false" aria-label=${texts.search.label}
      placeholder=${texts.search.placeholder} .value=${live(now.query.value)} @input=${(event: Event) => typed(now, (event.target as HTMLInputElement).value)} @focus=${raiseSheet} />
      ${now.query.value ? iconButton("close", texts.search.clear, () => void search("")) : html`<kbd aria-hidden="true">/</kbd>`}</div>
    ${
      shown
        ? html`<div class="card-bar">${button(texts.card.back, back, { icon: "back", kind: "quiet" })}${iconButton("close", texts.card.close, closeCard)}</div>
      <div class="scroll" id="card">${shown}</div>`
        : lists(now)
    }`;
}

function card(now: MapState, focus: Focus): TemplateResult | undefined {
  switch (focus.kind) {
    case "paper":
      return paperCard(now, focus.paper);
    case "topic":
      return topicCard(now, focus.topic);
    case "bridge":
      return bridgeCard(now.atlas.value, focus.a, focus.b);
    case "link":
      return linkCard(now.atlas.value, focus.from, focus.to);
    default:
      return undefined;
  }
}

function typed(now: MapState, query: string): void {
  if (now.focus.peek().kind !== "none") closeCard();
  if (query.trim() !== "") now.tab.value = "papers";
  void search(query);
}

function nextSheet(): void {
  const order: readonly state.Sheet[] = ["peek", "half", "full"];
  state.sheet.value = order[(order.indexOf(state.sheet.peek()) + 1) % order.length];
}

function lists(now: MapState): TemplateResult {
  const atlas = now.atlas.value;
  const t = texts.tabs;
  const more = citationsShown();
  const tab = now.tab.value === "citations" && !more ? "topics" : now.tab.value;
  const listed = now.listedCount.value;
  const named = (label: string, badge: unknown) => html`${label} <small>${badge}</small>`;
  const options: [Tab, unknown][] = [
    ["topics", named(t.topics, atlas.mainTopics.length)],
    ["papers", named(t.papers, listed === undefined ? "…" : count(listed))],
    ["filters", named(t.filters, now.filterCount.value || "")],
  ];
  if (more) options.unshift(["citations", named(texts.views.citations, "")]);
  const choose = (key: Tab) => {
    now.tab.value = key;
    raiseSheet();
  };
  return html`${tabs(options, tab, choose, { label: t.label, pane: "list", prefix: "tab" })}
  <div id="list" class="pane" role="tabpanel" aria-labelledby=${`tab-${tab}`}>
    ${selectionBar(now)}${filterChips(now)}
    ${tab === "citations" ? more?.citationPanel(now) : tab === "topics" ? topicList(now) : tab === "papers" ? paperList(now) : filterPanel(now)}</div>`;
}

function selectionBar(now: MapState): TemplateResult | typeof nothing {
  const chosen = now.selection.value.size;
  if (chosen === 0) return nothing;
  const only = now.filters.value.selection;
  return html`<div class="selection-bar"><b>${texts.papers.selected(chosen)}</b>
    ${button(texts.papers.onlySelection, () => setFilters({ selection: !only }), { pressed: only })}
    ${button(texts.papers.clearSelection, () => select([]), { kind: "quiet" })}</div>`;
}
