import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { clearFilters, setFilters, toggleFilter } from "../page/actions.ts";
import type { Facet } from "../page/atlas.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { count, kindHint, kindName, texts } from "../texts/texts.ts";
import { button, check, slider, titleOf } from "./parts.ts";
import { yearStrip } from "./years.ts";

const SHOWN = 12;
/** What concepts and venues are searched for. */
const wanted = perMap(() => ({ concepts: signal(""), venues: signal("") }));

/** All filters; they combine. */
export function filterPanel(now: MapState): TemplateResult {
  const t = texts.filters;
  const atlas = now.atlas.value;
  const filters = now.filters.value;
  const only = (name: "bridges" | "selection" | "starred", size?: number) =>
    check(t.only[name], filters[name], (on) => setFilters({ [name]: on }), {
      hint: name === "bridges" ? t.bridgesHint : "",
      amount: size === undefined ? "" : count(size),
    });
  const { around } = filters;
  return html`<div class="scroll filters">
    <p class="list-hint">${now.filterCount.value ? html`${texts.visibleOf(now.visibleCount.value, atlas.count)} ${button(t.clear, clearFilters, { kind: "quiet" })}` : t.none}</p>
    ${around ? html`<p><button type="button" class="chip" aria-label=${t.remove(t.around(titleOf(atlas, around.paper), around.steps))} @click=${() => setFilters({ around: undefined })}>${t.around(titleOf(atlas, around.paper), around.steps)} ×</button></p>` : nothing}
    ${atlas.years() ? html`<section class="in-panel-years"><h2>${t.years}</h2>${yearStrip(now)}</section>` : nothing}
    <fieldset><legend>${t.special}</legend>
      ${only("bridges")}${only("selection", now.selection.value.size)}${only("starred", state.stars.value.size)}</fieldset>
    <fieldset><legend>${t.kinds}</legend>${atlas.map.edges.map(({ kind, source }) =>
      check(kindName[kind], !filters.hiddenKinds.has(kind), () => toggleFilter("hiddenKinds", kind), {
        hint: kindHint[kind],
        amount: count(source.length),
      }),
    )}
      ${slider(t.strength, filters.strongest, [0.02, 1, 0.02], (strongest) => setFilters({ strongest }), { shown: t.strengthValue(filters.strongest) })}</fieldset>
    ${facet(now, "concepts", atlas.concepts())}
    ${facet(now, "venues", atlas.venues())}</div>`;
}

/** Values to tick: those chosen first, then the commonest that have the text typed. */
function facet(
  now: MapState,
  key: "concepts" | "venues",
  all: readonly Facet[],
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const title = texts.filters[key];
  const typed = wanted(now)[key];
  const on = now.filters.value[key];
  const text = typed.value.toLowerCase();
  const rows = [
    ...all.filter(({ name }) => on.has(name)),
    ...all.filter(({ name }) => !on.has(name) && name.toLowerCase().includes(text)),
  ].slice(0, SHOWN);
  return html`<fieldset><legend>${title}</legend>
    ${
      all.length > SHOWN
        ? html`<input type="search" class="find" placeholder=${title} aria-label=${title} .value=${live(typed.value)} @input=${(
            event: Event,
          ) => {
            typed.value = (event.target as HTMLInputElement).value;
          }} />`
        : nothing
    }
    ${repeat(
      rows,
      ({ name }) => name,
      ({ name, papers }) =>
        check(name, on.has(name), () => toggleFilter(key, name), { amount: count(papers.length) }),
    )}</fieldset>`;
}
