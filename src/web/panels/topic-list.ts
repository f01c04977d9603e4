import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Topic } from "../../model/topic.ts";
import { otherTerms } from "../../scene/labels/headline.ts";
import type { Atlas } from "../../view/atlas.ts";
import { toggleCompare } from "../compare/later.ts";
import { openPaper, openTopic, showAllTopics, toggleTopic } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { shownByTopic } from "../page/coming.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { shaping } from "../shape/later.ts";
import { plural, texts } from "../texts/texts.ts";
import { areaRow, topicsByArea } from "./area-rows.ts";
import { shareBar, shownOfAll } from "./facet.ts";
import { button, rowByKey } from "./parts.ts";
import { tunePanel } from "./tune-panel.ts";

/** The row that Tab reaches, by what it shows; arrow keys go to the others. */
const reached = perMap(() => signal(""));
const keyOf = (topic: number) => `topic ${topic}`;

/** The topics with how many of their papers pass the other filters, under their areas where they have any; a click shows only that topic. */
export function topicList(now: MapState): TemplateResult {
  const t = texts.topics;
  const atlas = now.atlas.value;
  const { mainTopics } = atlas;
  const chosen = now.filters.value.topics;
  // Where the links that count were switched off, the sliders lead back.
  if (mainTopics.length === 0)
    return html`<div class="scroll">${atlas.map.edges.length > 0 ? tunePanel(now) : nothing}<p class="empty">${t.none}</p>${strays(atlas)}</div>`;
  const grouped = topicsByArea(now);
  const keys = (grouped ?? [{ topics: mainTopics, isOpen: true, key: "" }]).flatMap(
    ({ key, isOpen, topics }) => [
      ...(key ? [key] : []),
      ...(isOpen ? topics.map(({ id }) => keyOf(id)) : []),
    ],
  );
  const at = reached(now).value;
  const row = rowOf(now, keys.includes(at) ? at : keys[0]);
  return html`<div class="scroll">${tunePanel(now)}<p class="list-hint">${chosen.size ? html`${t.filtered(chosen.size)} ${button(t.showAll, showAllTopics, { kind: "quiet" })}` : t.hint}</p>
    ${compareButton(now)}<div @keydown=${(event: KeyboardEvent) => step(now, event)} @focusin=${(
      event: FocusEvent,
    ) => {
      reached(now).value = (event.target as Element).closest<HTMLElement>("[data-key]")?.dataset.key ?? "";
    }}>${
      grouped
        ? grouped.map((area) => areaRow(now, area, keys.includes(at) ? at : keys[0], row))
        : html`<ul class="topics">${mainTopics.map(row)}</ul>`
    }</div>${strays(atlas)}</div>`;
}

/** Makes the rows of topics. @param stop the row that Tab reaches */
function rowOf(now: MapState, stop: string): (topic: Topic) => TemplateResult {
  const t = texts.topics;
  const chosen = now.filters.value.topics;
  const shownIn = shownByTopic(now);
  const largest = Math.max(...now.atlas.value.mainTopics.map(({ size }) => size));
  return ({ id, name, size, terms }) => {
    const shown = shownIn({ id, size });
    const others = otherTerms(
      name,
      terms.map(({ term }) => term),
      4,
    );
    const tab = keyOf(id) === stop ? 0 : -1;
    return html`<li data-key=${keyOf(id)} .style=${tint(id)} ?data-off=${chosen.size > 0 && !chosen.has(id)}>
        ${
          shaping.value?.renameInList(now, id) ??
          html`<button type="button" class="topic" data-topic=${id} tabindex=${tab} aria-pressed=${String(chosen.has(id))} aria-keyshortcuts="F2" @click=${(event: MouseEvent) => event.detail > 1 || toggleTopic(id)} @dblclick=${() => shaping.value?.beginRename(now, id)}>
          <span class="swatch"></span><span class="row-text"><span class="topic-name" dir="auto">${name || texts.unnamedTopic}</span><span class="row-sub" dir="auto">${others.join(" · ")}</span>${shareBar(shown / largest, size / largest)}</span><small>${shownOfAll(shown, size)}<span class="unseen"> ${t.papers(size)}</span></small></button>`
        }
        <button type="button" class="icon-button" tabindex=${tab} aria-label=${t.details(name)} title=${t.details(name)} @click=${() => openTopic(id)}>${icon("info")}</button></li>`;
  };
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

/** F2 writes another name; arrow keys go from row to row, and Home and End to the first and the last. */
function step(now: MapState, event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  const { topic } = from.dataset;
  if (event.key === "F2" && topic !== undefined) shaping.value?.beginRename(now, Number(topic));
  const rows = [...(event.currentTarget as Element).querySelectorAll("[data-key]")].filter(
    (one) => one.matches("summary") || one.closest("details:not([open])") === null,
  );
  const next = rowByKey(event, rows.indexOf(from.closest("[data-key]") as Element), rows.length);
  const row = next === undefined ? undefined : (rows[next] as HTMLElement | undefined);
  const inside = from.matches(".icon-button") ? ".icon-button" : ".topic";
  (row?.querySelector<HTMLElement>(inside) ?? row)?.focus();
}

function strays(atlas: Atlas): TemplateResult | typeof nothing {
  const { count: lone, first } = atlas.strays();
  if (lone === 0) return nothing;
  return html`<p class="list-hint">${button(`${texts.noTopic}: ${plural(lone, "paper")}`, () => openPaper(first), { kind: "quiet" })}</p>`;
}
