import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { fieldNamed, fieldNames } from "../../model/own-fields.ts";
import { binsOf } from "../../scene/scale/bins.ts";
import { countValues, facetOf } from "../../scene/scale/facet.ts";
import { passesOthers } from "../../view/filters.ts";
import { flipped } from "../page/actions.ts";
import { setFieldFilter } from "../page/field-filters.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { rankedBars } from "../panels/facet.ts";
import { choice, iconButton } from "../panels/parts.ts";
import { fieldTexts } from "../texts/fields.ts";
import { numberBars } from "./histogram.ts";

/** Fields whose charts stand in the panel without being asked for: years, venues, authors and concepts. */
const ALWAYS: ReadonlySet<string> = new Set(["year", "venue", "authors", "concepts"]);

/** Charts that were added. */
const added = perMap(() => signal<ReadonlySet<string>>(new Set()));

/** Charts of fields, cross-filtered with the map and each other, and a list to add more from. */
export function fieldCharts(now: MapState): TemplateResult | typeof nothing {
  const t = fieldTexts;
  const { map } = now.atlas.value;
  const names = fieldNames(map).filter((name) => !ALWAYS.has(name));
  if (names.length === 0) return nothing;
  const chosen = added(now);
  const isShown = (name: string) => chosen.value.has(name) || now.filters.value.fields.has(name);
  const others = names.filter((name) => !isShown(name));
  const remove = (name: string) => {
    chosen.value = new Set([...chosen.peek()].filter((other) => other !== name));
    setFieldFilter(name, undefined);
  };
  return html`${[...new Set([...chosen.value, ...now.filters.value.fields.keys()])]
    .filter((name) => fieldNamed(map, name))
    .map(
      (name) =>
        html`<section class="field-chart">${iconButton("close", t.remove(name), () => remove(name))}${chart(now, name)}</section>`,
    )}
    ${
      others.length > 0
        ? html`<fieldset><legend>${t.charts}</legend>${choice(
            [["", t.add], ...others.map((name) => [`+${name}`, name] as const)],
            "",
            (name) => {
              if (name !== "") chosen.value = new Set([...chosen.peek(), name.slice(1)]);
            },
            t.add,
          )}</fieldset>`
        : nothing
    }`;
}

/** One field: numbers and dates as a histogram, values as ranked bars. */
function chart(now: MapState, name: string): TemplateResult | typeof nothing {
  const field = fieldNamed(now.atlas.value.map, name);
  if (!field) return nothing;
  const bins = binsOf(field);
  if (bins)
    return html`<fieldset><legend dir="auto">${name}</legend>${numberBars(now, field, bins)}</fieldset>`;
  const facet = facetOf(field);
  const filter = now.filters.value.fields.get(name);
  const on = filter?.values ?? new Set<string>();
  return rankedBars(now, {
    key: `field:${name}`,
    title: name,
    facet,
    passing: countValues(facet, passesOthers(now.failed.value, now.filters.value, name)),
    on,
    toggle: (value) => setFieldFilter(name, { ...filter, values: flipped(on, value) }),
  });
}
