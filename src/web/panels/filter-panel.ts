import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import {
  clearFilters,
  dropFilter,
  setFilters,
  toggleConcept,
  toggleKind,
  toggleVenue,
} from "../page/actions.ts";
import type { Atlas, Facet } from "../page/atlas.ts";
import * as state from "../page/state.ts";
import { count, kindHint, kindName, texts } from "../texts/texts.ts";
import { yearStrip } from "./years.ts";

const SHOWN = 12;
const wanted = { concepts: signal(""), venues: signal("") };

/** All filters; they combine. */
export function filterPanel(atlas: Atlas): TemplateResult {
  const t = texts.filters;
  const now = state.filters.value;
  const check = (label: string, on: boolean, flip: () => void, hint = "", amount: number | "" = "") =>
    html`<label class="check" title=${hint}><input type="checkbox" .checked=${on} @change=${flip} /><span>${label}</span><small>${amount === "" ? "" : count(amount)}</small></label>`;
  return html`<div class="scroll filters">
    <p class="list-hint">${state.filterCount.value ? html`${texts.visibleOf(state.visibleCount.value, atlas.count)} <button type="button" class="button quiet" @click=${clearFilters}>${t.clear}</button>` : t.none}</p>
    ${now.around ? html`<p><button type="button" class="chip" aria-label=${t.remove("")} @click=${() => dropFilter("around")}>${t.around(atlas.map.papers[now.around.paper].title, now.around.steps)} ×</button></p>` : nothing}
    ${atlas.years() ? html`<section class="in-panel-years"><h2>${t.years}</h2>${yearStrip(atlas)}</section>` : nothing}
    <fieldset><legend>${t.special}</legend>
      ${check(t.bridges, now.bridges, () => setFilters({ bridges: !now.bridges }), t.bridgesHint)}
      ${check(t.selection, now.selection, () => setFilters({ selection: !now.selection }), "", state.selection.value.size)}
      ${check(t.starred, now.starred, () => setFilters({ starred: !now.starred }), "", state.stars.value.size)}</fieldset>
    <fieldset><legend>${t.kinds}</legend>${atlas.map.edges.map(({ kind, source }) => check(kindName[kind], !now.hiddenKinds.has(kind), () => toggleKind(kind), kindHint[kind], source.length))}
      <label class="slider"><span>${t.strength}</span><output>${t.strengthValue(now.strongest)}</output><input type="range" aria-label=${t.strength} min="0.02" max="1" step="0.02" .value=${String(now.strongest)} @input=${(event: Event) => setFilters({ strongest: Number((event.target as HTMLInputElement).value) })} /></label></fieldset>
    ${facet(t.concepts, "concepts", atlas.concepts(), now.concepts, toggleConcept)}
    ${facet(t.venues, "venues", atlas.venues(), now.venues, toggleVenue)}</div>`;
}

function facet(
  title: string,
  key: "concepts" | "venues",
  all: readonly Facet[],
  on: ReadonlySet<string>,
  flip: (name: string) => void,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const text = wanted[key].value.toLowerCase();
  const rows = [
    ...all.filter(({ name }) => on.has(name)),
    ...all.filter(({ name }) => !on.has(name) && name.toLowerCase().includes(text)),
  ].slice(0, SHOWN);
  return html`<fieldset><legend>${title}</legend>
    ${
      all.length > SHOWN
        ? html`<input type="search" class="find" placeholder=${title} aria-label=${title} .value=${wanted[key].value} @input=${(
            event: Event,
          ) => {
            wanted[key].value = (event.target as HTMLInputElement).value;
          }} />`
        : nothing
    }
    ${rows.map(({ name, papers }) => html`<label class="check"><input type="checkbox" .checked=${on.has(name)} @change=${() => flip(name)} /><span>${name}</span><small>${papers.length}</small></label>`)}</fieldset>`;
}
