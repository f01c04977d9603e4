import { html, nothing, type TemplateResult } from "lit-html";
import { FORMATS, type FormatName, save } from "../output/save.ts";
import { select, setFilters, starAll } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { button } from "./parts.ts";

const LISTS = (Object.keys(FORMATS) as FormatName[]).filter((name) => FORMATS[name].isList);

/** How many papers are selected, and what can be done with them; nothing where none is. */
export function selectionBar(now: MapState): TemplateResult | typeof nothing {
  const chosen = [...now.selection.value];
  if (chosen.length === 0) return nothing;
  const only = now.filters.value.selection;
  const t = texts.papers;
  const write = (name: FormatName) => (event: Event) => {
    (event.target as Element).closest("details")?.removeAttribute("open");
    void save(FORMATS[name]);
  };
  return html`<div class="selection-bar"><b>${t.selected(chosen.length)}</b>
    ${button(t.onlySelection, () => setFilters({ selection: !only }), { pressed: only })}
    ${button(t.star, () => starAll(chosen))}
    <details class="export"><summary class="button">${t.export}</summary><div class="menu">${LISTS.map(
      (name) => {
        const [label, hint] = texts.bar.formats[name];
        return html`<button type="button" class="menu-item" @click=${write(name)}><b>${label}</b><small>${hint}</small></button>`;
      },
    )}</div></details>
    ${button(t.clearSelection, () => select([]), { kind: "quiet" })}</div>`;
}
