import { html, nothing, type TemplateResult } from "lit-html";
import { countryField } from "../../view/country-counts.ts";
import { fieldPart, loadFields } from "../fields/later.ts";
import { setFilters, toggleFilter } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { CAN_SCREEN, screeningOf, startScreening } from "../screening/later.ts";
import { shaping } from "../shape/later.ts";
import { count, kindHint, kindName, texts } from "../texts/texts.ts";
import { toggleWorld } from "../world/later.ts";
import { facetList } from "./facet-list.ts";
import { button, check, slider } from "./parts.ts";
import { yearStrip } from "./years.ts";

/** The way to the map of the world, where papers have countries. */
function worldButton(now: MapState): TemplateResult | typeof nothing {
  if (!toggleWorld || !countryField(now.atlas.value.map.fields)) return nothing;
  const t = texts.filters;
  return html`<fieldset><legend>${t.countries}</legend>${button(t.world, toggleWorld, {
    title: t.worldHint,
    id: "open-world",
    pressed: state.below.value?.name === "world",
  })}</fieldset>`;
}

/** All filters; they combine. */
export function filterPanel(now: MapState): TemplateResult {
  const t = texts.filters;
  const atlas = now.atlas.value;
  const filters = now.filters.value;
  const inParts = whyInParts() !== undefined;
  const only = (name: "bridges" | "selection" | "starred", size?: number) =>
    check(t.only[name], filters[name], (on) => setFilters({ [name]: on }), {
      hint: name === "bridges" ? t.bridgesHint : "",
      amount: size === undefined ? "" : count(size),
    });
  return html`<div class="scroll filters">
    <p class="list-hint">${now.filterCount.value ? texts.visibleOf(now.visibleCount.value, atlas.count) : t.none}</p>
    ${atlas.years() ? html`<section class="in-panel-years"><h2>${t.years}</h2>${yearStrip(now)}</section>` : nothing}
    ${worldButton(now)}<fieldset><legend>${t.special}</legend>
      ${only("bridges")}${only("selection", now.selection.value.size)}${only("starred", state.stars.value.size)}${shaping.value?.keepInMap(now) ?? nothing}</fieldset>
    <fieldset><legend>${t.kinds}</legend>${atlas.map.edges.map(({ kind, source }) =>
      check(kindName[kind], !filters.hiddenKinds.has(kind), () => toggleFilter("hiddenKinds", kind), {
        hint: kindHint[kind],
        amount: inParts ? "" : count(source.length),
      }),
    )}
      ${slider(t.strength, filters.strongest, [0.02, 1, 0.02], (strongest) => setFilters({ strongest }), { shown: t.strengthValue(filters.strongest) })}</fieldset>
    ${facetList(now)}${moreFields(now)}
    ${CAN_SCREEN && !screeningOf(now) ? button(t.screen, () => void startScreening(now), { kind: "quiet", title: t.screenHint }) : nothing}</div>`;
}

/** Charts of the other fields, whose code is loaded when the panel is first seen. */
function moreFields(now: MapState): TemplateResult | typeof nothing {
  loadFields();
  return fieldPart.value?.fieldCharts(now) ?? nothing;
}
