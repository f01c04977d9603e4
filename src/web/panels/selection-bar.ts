import { html, nothing, type TemplateResult } from "lit-html";
import { select, setFilters, starAll } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { exportMenu } from "./drop-down.ts";
import { button } from "./parts.ts";

/** How many papers are selected, and what can be done with them; nothing where none is. */
export function selectionBar(now: MapState): TemplateResult | typeof nothing {
  const chosen = [...now.selection.value];
  if (chosen.length === 0) return nothing;
  const only = now.filters.value.selection;
  const t = texts.papers;
  return html`<div class="selection-bar"><b>${t.selected(chosen.length)}</b>
    ${button(t.onlySelection, () => setFilters({ selection: !only }), { pressed: only })}
    ${button(t.star, () => starAll(chosen))}
    ${exportMenu(t.export)}
    ${button(t.clearSelection, () => select([]), { kind: "quiet" })}</div>`;
}
