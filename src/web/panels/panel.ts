import { html, nothing, type TemplateResult } from "lit-html";
import { otherTerms } from "../../scene/labels/candidates.ts";
import { search } from "../ask/work.ts";
import {
  back,
  closeCard,
  openPaper,
  openTopic,
  select,
  setFilters,
  showAllTopics,
  toggleTopic,
} from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { tint } from "../page/colors.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { citations, view } from "../page/view.ts";
import { count, plural, texts } from "../texts/texts.ts";
import { words } from "../texts/understand.ts";
import { bridgeCard } from "./card-bridge.ts";
import { linkCard } from "./card-link.ts";
import { paperCard } from "./card-paper.ts";
import { topicCard } from "./card-topic.ts";
import { filterPanel } from "./filter-panel.ts";
import { paperList } from "./paper-list.ts";
import { iconButton } from "./parts.ts";
import { tunePanel } from "./tune-panel.ts";

/** The side panel, which is a bottom sheet on small screens: search, the lists, or a card over them. */
export function panel(): TemplateResult | typeof nothing {
  const atlas = state.atlas.value;
  if (!atlas || state.phase.value.kind !== "map") return nothing;
  const focus = state.focus.value;
  return html`<button type="button" class="handle" aria-label="Panel" @click=${nextSheet}></button>
    <div class="search-box">${icon("search")}<input id="search" type="search" autocomplete="off" spellcheck="false" aria-label=${texts.search.label}
      placeholder=${texts.search.placeholder} .value=${state.query.value} @input=${typed} @focus=${() => {
        if (state.sheet.peek() === "peek") state.sheet.value = "half";
      }} />
      ${state.query.value ? iconButton("close", texts.search.clear, () => void search("")) : html`<kbd aria-hidden="true">/</kbd>`}</div>
    ${
      focus.kind === "none"
        ? lists(atlas)
        : html`<div class="card-bar"><button type="button" class="button quiet" @click=${back}>${icon("back")}<span>${texts.card.back}</span></button>${iconButton("close", texts.card.close, closeCard)}</div>
      <div class="scroll" id="card">${card(atlas, focus)}</div>`
    }`;
}

function card(atlas: Atlas, focus: Exclude<state.Focus, { kind: "none" }>): TemplateResult {
  switch (focus.kind) {
    case "paper":
      return paperCard(atlas, focus.paper);
    case "topic":
      return topicCard(atlas, focus.topic);
    case "bridge":
      return bridgeCard(atlas, focus.a, focus.b);
    default:
      return linkCard(atlas, focus.from, focus.to);
  }
}

function typed(event: Event): void {
  const value = (event.target as HTMLInputElement).value;
  if (state.focus.peek().kind !== "none") closeCard();
  if (value.trim() !== "") state.tab.value = "papers";
  void search(value);
}

function nextSheet(): void {
  const order: readonly state.Sheet[] = ["peek", "half", "full"];
  state.sheet.value = order[(order.indexOf(state.sheet.peek()) + 1) % order.length];
}

function lists(atlas: Atlas): TemplateResult {
  const tabs = Object.entries(texts.tabs).filter(([key]) => key !== "label") as [state.Tab, string][];
  const more = view.value === "citations" ? citations.value : undefined;
  if (more) tabs.unshift(["citations", words.views.citations]);
  const badge = (key: state.Tab) =>
    key === "papers"
      ? count(state.listedCount.value)
      : key === "filters"
        ? state.filterCount.value || ""
        : key === "citations"
          ? ""
          : atlas.mainTopics.length;
  return html`<div class="tabs" role="tablist" aria-label=${texts.tabs.label}>${tabs.map(
    ([key, label]) =>
      html`<button type="button" role="tab" id=${`tab-${key}`} aria-controls="list" aria-selected=${String(state.tab.value === key)} @click=${() => {
        state.tab.value = key;
        if (state.sheet.peek() === "peek") state.sheet.value = "half";
      }}>${label} <small>${badge(key)}</small></button>`,
  )}</div>
  <div id="list" class="pane" role="tabpanel" aria-labelledby=${`tab-${state.tab.value}`}>
    ${selectionBar()}
    ${more && state.tab.value === "citations" ? more.citationPanel(atlas) : state.tab.value === "topics" || state.tab.value === "citations" ? topicList(atlas) : state.tab.value === "papers" ? paperList(atlas) : filterPanel(atlas)}</div>`;
}

function selectionBar(): TemplateResult | typeof nothing {
  const chosen = state.selection.value.size;
  if (chosen === 0) return nothing;
  const only = state.filters.value.selection;
  return html`<div class="selection-bar"><b>${texts.papers.selected(chosen)}</b>
    <button type="button" class="button" aria-pressed=${String(only)} @click=${() => setFilters({ selection: !only })}>${texts.papers.onlySelection}</button>
    <button type="button" class="button quiet" @click=${() => select([])}>${texts.papers.clearSelection}</button></div>`;
}

function topicList(atlas: Atlas): TemplateResult {
  const t = texts.topics;
  const chosen = state.filters.value.topics;
  // Where the links that count were switched off, the sliders lead back.
  if (atlas.mainTopics.length === 0)
    return html`<div class="scroll">${atlas.map.edges.length > 0 ? tunePanel(atlas) : nothing}<p class="empty">${t.none}</p>${strays(atlas)}</div>`;
  const largest = Math.max(...atlas.mainTopics.map(({ size }) => size));
  return html`<div class="scroll">${tunePanel(atlas)}<p class="list-hint">${chosen.size ? html`${t.filtered(chosen.size)} <button type="button" class="button quiet" @click=${showAllTopics}>${t.showAll}</button>` : t.hint}</p>
    <ul class="topics">${atlas.mainTopics.map(
      (
        topic,
      ) => html`<li .style=${`${tint(topic.id)}; --share: ${topic.size / largest}`} ?data-off=${chosen.size > 0 && !chosen.has(topic.id)}>
        <button type="button" class="topic" data-topic=${topic.id} aria-pressed=${String(chosen.has(topic.id))} @click=${() => toggleTopic(topic.id)}>
          <span class="swatch"></span><span class="row-text"><span class="topic-name">${topic.name || texts.unnamedTopic}</span><span class="row-sub">${otherTerms(
            topic.name,
            topic.terms.map(({ term }) => term),
          )
            .slice(0, 4)
            .join(
              " · ",
            )}</span><span class="share" aria-hidden="true"></span></span><small>${count(topic.size)}<span class="unseen"> ${t.papers(topic.size)}</span></small></button>
        ${iconButton("info", t.details(topic.name), () => openTopic(topic.id))}</li>`,
    )}</ul>${strays(atlas)}</div>`;
}

function strays(atlas: Atlas): TemplateResult | typeof nothing {
  const { count: lone, first } = atlas.strays();
  return lone === 0
    ? nothing
    : html`<p class="list-hint"><button type="button" class="button quiet" @click=${() => openPaper(first)}>${texts.noTopic}: ${plural(lone, "paper")}</button></p>`;
}
