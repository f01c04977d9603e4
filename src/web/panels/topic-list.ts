import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { otherTerms } from "../../scene/labels/headline.ts";
import type { Atlas } from "../../view/atlas.ts";
import { toggleCompare } from "../compare/later.ts";
import { openPaper, openTopic, showAllTopics, toggleTopic } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { shaping } from "../shape/later.ts";
import { plural, texts } from "../texts/texts.ts";
import { shareBar, shownOfAll } from "./facet.ts";
import { button, rowByKey } from "./parts.ts";
import { tunePanel } from "./tune-panel.ts";

/** The row that Tab reaches; arrow keys go to the others. */
const reached = perMap(() => signal(0));

/** The topics with how many of their papers pass the other filters; a click shows only that topic. */
export function topicList(now: MapState): TemplateResult {
  const t = texts.topics;
  const atlas = now.atlas.value;
  const { mainTopics } = atlas;
  const chosen = now.filters.value.topics;
  // Where the links that count were switched off, the sliders lead back.
  if (mainTopics.length === 0)
    return html`<div class="scroll">${atlas.map.edges.length > 0 ? tunePanel(now) : nothing}<p class="empty">${t.none}</p>${strays(atlas)}</div>`;
  const largest = Math.max(...mainTopics.map(({ size }) => size));
  const shown = now.shownOf.topics.value;
  const at = Math.min(reached(now).value, mainTopics.length - 1);
  return html`<div class="scroll">${tunePanel(now)}<p class="list-hint">${chosen.size ? html`${t.filtered(chosen.size)} ${button(t.showAll, showAllTopics, { kind: "quiet" })}` : t.hint}</p>
    ${compareButton(now)}<ul class="topics" @keydown=${(event: KeyboardEvent) => step(now, event)} @focusin=${(
      event: FocusEvent,
    ) => {
      reached(now).value = indexOf(event.target as Element);
    }}>${mainTopics.map(({ id, name, size, terms }, k) => {
      const others = otherTerms(
        name,
        terms.map(({ term }) => term),
      );
      const stop = k === at ? 0 : -1;
      return html`<li .style=${tint(id)} ?data-off=${chosen.size > 0 && !chosen.has(id)}>
        ${
          shaping.value?.renameInList(now, id) ??
          html`<button type="button" class="topic" data-topic=${id} tabindex=${stop} aria-pressed=${String(chosen.has(id))} aria-keyshortcuts="F2" @click=${(event: MouseEvent) => event.detail > 1 || toggleTopic(id)} @dblclick=${() => shaping.value?.beginRename(now, id)}>
          <span class="swatch"></span><span class="row-text"><span class="topic-name" dir="auto">${name || texts.unnamedTopic}</span><span class="row-sub" dir="auto">${others.slice(0, 4).join(" · ")}</span>${shareBar(shown[id] / largest, size / largest)}</span><small>${shownOfAll(shown[id], size)}<span class="unseen"> ${t.papers(size)}</span></small></button>`
        }
        <button type="button" class="icon-button" tabindex=${stop} aria-label=${t.details(name)} title=${t.details(name)} @click=${() => openTopic(id)}>${icon("info")}</button></li>`;
    })}</ul>${strays(atlas)}</div>`;
}

/** Papers of two sorts, where a field says which is which, can be held against each other. */
function compareButton(now: MapState): TemplateResult | typeof nothing {
  const isSplit = now.atlas.value.map.fields?.some(
    ({ type }) => type === "category" || type === "list" || type === "boolean",
  );
  if (!toggleCompare || !isSplit) return nothing;
  return html`<p class="list-hint">${button(texts.topics.compare, toggleCompare, {
    kind: "quiet",
    title: texts.topics.compareHint,
    id: "open-compare",
    pressed: state.below.value?.name === "compare",
  })}</p>`;
}

const indexOf = (element: Element) => {
  const row = element.closest("li");
  return row ? [...(row.parentElement?.children ?? [])].indexOf(row) : 0;
};

/** F2 writes another name; arrow keys go from row to row, and Home and End to the first and the last. */
function step(now: MapState, event: KeyboardEvent): void {
  const topic = (event.target as HTMLElement).dataset.topic;
  if (event.key === "F2" && topic !== undefined) shaping.value?.beginRename(now, Number(topic));
  const rows = (event.currentTarget as Element).children;
  const at = indexOf(event.target as Element);
  const next = rowByKey(event, at, rows.length);
  if (next === undefined) return;
  const isTopic = (event.target as Element).matches(".topic");
  rows[next]?.querySelector<HTMLElement>(isTopic ? ".topic" : ".icon-button")?.focus();
}

function strays(atlas: Atlas): TemplateResult | typeof nothing {
  const { count: lone, first } = atlas.strays();
  if (lone === 0) return nothing;
  return html`<p class="list-hint">${button(`${texts.noTopic}: ${plural(lone, "paper")}`, () => openPaper(first), { kind: "quiet" })}</p>`;
}
