import { html, type TemplateResult } from "lit-html";
import { search } from "../ask/answers.ts";
import { messageOf, tell, toggleFilter } from "../page/actions.ts";
import { facetsInParts, whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { partsTexts } from "../texts/parts.ts";
import { texts } from "../texts/texts.ts";
import { facet } from "./facet.ts";

type Key = "concepts" | "venues" | "authors";

/** Concepts, venues and authors to filter by; where texts stay in a folder, those that it lists of the whole map. */
export function facetList(now: MapState): TemplateResult {
  const all = (one: (key: Key) => unknown) => html`${one("concepts")}${one("venues")}${one("authors")}`;
  if (whyInParts() === undefined) return all((key) => facet(now, key));
  const parts = facetsInParts(now);
  const lists = parts
    ? all((key) => {
        if (parts.size(key) === 0) return undefined;
        parts.want(key);
        return parts.isRead(key)
          ? facet(now, key, {
              size: parts.size(key),
              find: (text, most) => parts.find(key, text, most),
            })
          : html`<fieldset><legend>${texts.filters[key]}</legend><p class="waiting" role="status">${partsTexts.reading}</p></fieldset>`;
      })
    : html`<p class="list-hint">${partsTexts.noFacets}</p>`;
  return html`<p class="list-hint">${partsTexts.links}</p>${lists}`;
}

/** Shows only the papers of a concept, venue or author: those that the search finds, where the folder of the map does not list them. */
export function showOnly(key: Key, name: string): void {
  const parts = facetsInParts(state.current.peek());
  if (parts)
    parts.bring(key, name).then(
      () => toggleFilter(key, name),
      (error: unknown) => tell(messageOf(error)),
    );
  else if (whyInParts() === undefined) toggleFilter(key, name);
  else void search(name);
}
