import { html, nothing, type TemplateResult } from "lit-html";
import type { Focus } from "../../view/hash.ts";
import { back, closeCard, raiseSheet } from "../page/actions.ts";
import type { MapState, Tab } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { citationsShown } from "../page/view.ts";
import { screeningOf } from "../screening/later.ts";
import { count, texts } from "../texts/texts.ts";
import { bridgeCard } from "./card-bridge.ts";
import { linkCard } from "./card-link.ts";
import { paperCard } from "./card-paper.ts";
import { topicCard } from "./card-topic.ts";
import { filterChips } from "./chips.ts";
import { filterPanel } from "./filter-panel.ts";
import { paperList } from "./paper-list.ts";
import { button, iconButton, tabs } from "./parts.ts";
import { searchBox } from "./search-box.ts";
import { selectionBar } from "./selection-bar.ts";
import { topicList } from "./topic-list.ts";

/** The side panel, which is a bottom sheet on small screens: search, the lists, or a card over them. */
export function panel(): TemplateResult | typeof nothing {
  const now = state.current.value;
  if (!now || state.phase.value.kind !== "map") return nothing;
  const shown = card(now, now.focus.value);
  return html`<button type="button" class="handle" aria-label="Panel" @click=${nextSheet}></button>
    ${searchBox(now)}
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

function nextSheet(): void {
  const order: readonly state.Sheet[] = ["peek", "half", "full"];
  state.sheet.value = order[(order.indexOf(state.sheet.peek()) + 1) % order.length];
}

function lists(now: MapState): TemplateResult {
  const atlas = now.atlas.value;
  const t = texts.tabs;
  const more = citationsShown();
  const screening = screeningOf(now);
  const isGone = { citations: !more, screening: !screening } as Partial<Record<Tab, boolean>>;
  const tab = isGone[now.tab.value] ? "topics" : now.tab.value;
  const listed = now.listedCount.value;
  const named = (label: string, badge: unknown) => html`${label} <small>${badge}</small>`;
  const options: [Tab, unknown][] = [
    ["topics", named(t.topics, atlas.mainTopics.length)],
    ["papers", named(t.papers, listed === undefined ? "…" : count(listed))],
    ["filters", named(t.filters, now.filterCount.value || "")],
  ];
  if (more) options.unshift(["citations", named(texts.views.citations, "")]);
  if (screening) options.push(["screening", named(t.screening, "")]);
  const choose = (key: Tab) => {
    now.tab.value = key;
    raiseSheet();
  };
  return html`${tabs(options, tab, choose, { label: t.label, pane: "list", prefix: "tab" })}
  <div id="list" class="pane" role="tabpanel" aria-labelledby=${`tab-${tab}`}>
    ${tab === "citations" ? more?.citationPanel(now) : tab === "topics" ? topicList(now) : tab === "papers" ? paperList(now) : tab === "screening" ? screening?.screeningPanel(now) : filterPanel(now)}
    ${selectionBar(now)}${filterChips(now)}</div>`;
}
