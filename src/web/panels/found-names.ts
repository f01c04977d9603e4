import { html, nothing, type TemplateResult } from "lit-html";
import type { FoundName } from "../../worker/found-name.ts";
import { search } from "../ask/answers.ts";
import { openTopic } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { plural, texts } from "../texts/texts.ts";
import { showOnly } from "./facet-list.ts";

/** The topics, authors, venues and terms that the search found. */
export const namesOf = (now: MapState) => now.found.value?.names ?? [];
/** How many they are with the papers listed. */
export const results = (now: MapState) => namesOf(now).length + now.listed.value.length;

/** The result that Enter opens: the one gone to, else the first paper. */
export function activeOf(now: MapState): number {
  return Math.min(now.active.value ?? namesOf(now).length, results(now) - 1);
}

/** A topic opens its card, an author or a venue shows only its papers, a term is searched for. */
export function openName({ kind, name, id = -1 }: FoundName): void {
  if (kind === "topic") openTopic(id);
  else if (kind === "term") void search(name);
  else {
    showOnly(kind === "author" ? "authors" : "venues", name);
    void search("");
  }
}

/** Pixels of a row of a name. */
export const NAME_ROW = 34;

/** The topics, authors, venues and terms that the search found, as rows before those of the papers. */
export function nameRows(now: MapState): TemplateResult | typeof nothing {
  const names = now.query.value.trim() === "" ? [] : namesOf(now);
  if (names.length === 0) return nothing;
  const active = activeOf(now);
  return html`<div class="names" role="rowgroup">${names.map(
    (found, k) =>
      html`<div class="item" role="row" id=${`result-${k}`} aria-rowindex=${k + 1} aria-selected=${String(k === active)} .style=${`height: ${NAME_ROW}px`}><span role="gridcell"><button type="button" class="name" tabindex="-1" data-name=${found.kind} @click=${() => openName(found)}><span class="found" dir="auto">${found.name}</span><small>${texts.search.kinds[found.kind]} · ${plural(found.papers, "paper")}</small></button></span></div>`,
  )}</div>`;
}
