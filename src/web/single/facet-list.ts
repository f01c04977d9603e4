import { html, type TemplateResult } from "lit-html";
import { toggleFilter } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { facet } from "../panels/facet.ts";

/** A page of one file has all texts of its map. */
export function facetList(now: MapState): TemplateResult {
  return html`${facet(now, "concepts")}${facet(now, "venues")}${facet(now, "authors")}`;
}

export { toggleFilter as showOnly };
