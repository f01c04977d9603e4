import { html, nothing, type TemplateResult } from "lit-html";
import { fieldPart } from "../fields/later.ts";
import { clearFilters, setFilters, showAllTopics, toggleFilter } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { setFieldFilter } from "../page/field-filters.ts";
import type { MapState } from "../page/map-state.ts";
import { shaping } from "../shape/later.ts";
import { kindName, texts } from "../texts/texts.ts";
import { button, dot, titleOf } from "./parts.ts";

/** What is chosen, each taken back by a click; nothing where all is shown. */
export function filterChips(now: MapState): TemplateResult | typeof nothing {
  if (now.filterCount.value === 0) return nothing;
  const t = texts.filters;
  const atlas = now.atlas.value;
  const { topics, years, around, strongest, hiddenKinds, fields, ...filters } = now.filters.value;
  const chip = (what: string, remove: () => void, topic?: number) =>
    html`<button type="button" class="chip chosen" aria-label=${t.remove(what)} .style=${topic === undefined ? "" : tint(topic)} @click=${remove}>${topic === undefined ? nothing : dot(topic)}<span>${what}</span> ×</button>`;
  return html`<div class="chips chosen-filters" role="group" aria-label=${t.chosen}>
    ${[...topics].map((id) =>
      chip(
        atlas.map.topics[id].name || texts.unnamedTopic,
        () => (topics.size > 1 ? toggleFilter("topics", id) : showAllTopics()),
        id,
      ),
    )}
    ${years ? chip(t.yearRange(...years), () => setFilters({ years: undefined })) : nothing}
    ${(["concepts", "venues", "authors"] as const).flatMap((key) =>
      [...filters[key]].map((name) => chip(name, () => toggleFilter(key, name))),
    )}
    ${[...fields].map(([name, filter]) => chip(fieldPart.value?.filterText(now, name, filter) ?? name, () => setFieldFilter(name, undefined)))}
    ${(["bridges", "selection", "starred"] as const)
      .filter((key) => filters[key])
      .map((key) => chip(t.only[key], () => setFilters({ [key]: false })))}
    ${around ? chip(t.around(titleOf(atlas, around.paper), around.steps), () => setFilters({ around: undefined })) : nothing}
    ${[...hiddenKinds].map((kind) => chip(t.without(kindName[kind]), () => toggleFilter("hiddenKinds", kind)))}
    ${strongest < 1 ? chip(t.strengthValue(strongest), () => setFilters({ strongest: 1 })) : nothing}
    ${shaping.value?.mergeChosen(now) ?? nothing}
    ${button(t.clear, clearFilters, { kind: "quiet" })}</div>`;
}
