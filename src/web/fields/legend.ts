import { computed } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { isMissing } from "../../model/field.ts";
import type { TopicMap } from "../../model/map.ts";
import { classText, rampTicks, scaleNote } from "../../scene/legend.ts";
import { binsOf } from "../../scene/scale/bins.ts";
import { countValues, facetOf } from "../../scene/scale/facet.ts";
import { numberText, shareOf, valueAt } from "../../scene/scale/numbers.ts";
import type { Paint } from "../../scene/scale/paint.ts";
import { NAMED, STEPS } from "../../scene/scale/palettes.ts";
import { paintsOf } from "../../view/dots.ts";
import { passesField } from "../../view/field-filter.ts";
import { passesOthers } from "../../view/filters.ts";
import { fieldFilterOf } from "../../view/own-filters.ts";
import { flipped } from "../page/actions.ts";
import { setDots } from "../page/dots.ts";
import { setFieldFilter } from "../page/field-filters.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { shownOfAll } from "../panels/facet.ts";
import { iconButton, rangeEnd } from "../panels/parts.ts";
import { fieldTexts } from "../texts/fields.ts";
import { numberBars } from "./histogram.ts";

/** Pixels of the ramp, as in the style sheet, and steps of its handles. */
const WIDTH = 220;
const HANDLE = 200;

/** Made once for what they depend on: filters of other fields change no colour. */
const made = perMap((now) => {
  const firsts = computed(() => {
    const { color, ring } = now.dots.value;
    return [color, ring].map((name) => fieldFilterOf(now.filters.value, name ?? "")?.values);
  });
  let last: readonly unknown[] = [];
  let paints: ReturnType<typeof paintsOf> | undefined;
  return computed(() => {
    const key = [now.atlas.value.map, now.dots.value, state.dark.value, ...firsts.value];
    if (!paints || key.some((part, k) => part !== last[k]))
      paints = paintsOf(now.atlas.value.map, now.dots.value, state.dark.value, now.filters.peek());
    last = key;
    return paints;
  });
});

/** What dots are filled and ringed with now. */
export function paints(now: MapState): ReturnType<typeof paintsOf> {
  return made(now).value;
}

/** What the colours of dots and rings mean; a click on an entry, or a brush over the bars, filters by it. */
export function legend(now: MapState): TemplateResult | typeof nothing {
  const { fill, ring } = paints(now);
  if (!fill && !ring) return nothing;
  return html`<div class="map-legend">${fill ? box(now, fill, "color") : nothing}${ring ? box(now, ring, "ring") : nothing}</div>`;
}

function box(now: MapState, paint: Paint, part: "color" | "ring"): TemplateResult {
  const t = fieldTexts;
  const { field, scale } = paint;
  const close = () => setDots(now, part, undefined);
  const bins = scale && binsOf(field);
  return html`<section role="group" aria-label=${part === "color" ? t.legend(field.name) : t.ringLegend(field.name)}>
    <header><h2 dir="auto">${field.name}</h2><small>${scaleNote(paint)}</small>${iconButton("close", part === "color" ? t.close : t.closeRing, close)}</header>
    ${bins ? numberBars(now, field, bins) : nothing}
    ${scale ? ramp(now, paint, part) : nothing}
    <ul>${entries(now, paint)}</ul></section>`;
}

/** The colours of a scale; of dots, two handles move its ends. */
function ramp(now: MapState, { colors, field, scale }: Paint, part: "color" | "ring"): TemplateResult {
  const t = fieldTexts;
  if (!scale) return html``;
  const whole = { ...scale, limits: scale.whole };
  const [low, high] = scale.limits;
  const move = (at: 0 | 1) => (step: number) => {
    const share = step / HANDLE;
    const value = share <= 0 ? scale.whole[0] : share >= 1 ? scale.whole[1] : valueAt(whole, share);
    const round = scale.isWhole ? Math.round(value) : value;
    const limits =
      at === 0 ? ([Math.min(round, high), high] as const) : ([low, Math.max(round, low)] as const);
    now.dots.value = { ...now.dots.peek(), limits };
  };
  const end = (label: string, value: number, at: 0 | 1) => {
    const place = Math.round(shareOf(whole, value) * HANDLE);
    return rangeEnd(`${label}: ${field.name}`, place, [0, HANDLE], move(at), numberText(scale, value));
  };
  const stops = Array.from({ length: 9 }, (_, k) => colors[Math.round((k * (STEPS - 1)) / 8)]);
  const from = shareOf(whole, low) * 100;
  const to = shareOf(whole, high) * 100;
  return html`<div class="ramp" .style=${`--ramp: linear-gradient(90deg, ${stops[0]} ${from}%, ${stops.map((color, k) => `${color} ${from + ((to - from) * k) / 8}%`).join(", ")}, ${stops[8]} ${to}%)`}></div>
    ${part === "color" && scale.whole[0] < scale.whole[1] ? html`<div class="year-handles">${end(t.low, low, 0)}${end(t.high, high, 1)}</div>` : nothing}
    <div class="ramp-ticks" aria-hidden="true">${rampTicks(whole, WIDTH).map(({ text, x }) => html`<span .style=${`left: ${x}px`}>${text}</span>`)}</div>`;
}

function entries(now: MapState, paint: Paint): TemplateResult[] {
  const { classes, field } = paint;
  const filter = fieldFilterOf(now.filters.value, field.name);
  const passes = passesOthers(now.failed.value, now.filters.value, field.name);
  const shown = countClasses(now.atlas.value.map, paint, passes);
  return classes.map((one, k) => {
    const { what, label, color, count } = one;
    const isOn = what === "value" ? filter?.values?.has(label) === true : filter?.[what] === true;
    const click = () =>
      setFieldFilter(
        field.name,
        what === "value"
          ? { ...filter, values: flipped(filter?.values ?? new Set<string>(), label) }
          : { ...filter, [what]: !isOn },
      );
    return html`<li><button type="button" class="legend-entry" aria-pressed=${String(isOn)} ?data-off=${filter !== undefined && !isOn} .style=${`--tint: ${color}`} @click=${click}><span class="swatch"></span><span dir="auto">${classText(one)}</span><small>${shownOfAll(shown[k], count)}</small></button></li>`;
  });
}

/** How many papers of each entry pass: those that a click on it would show. O(papers + values). */
function countClasses(map: TopicMap, { classes, field, scale }: Paint, passes: Uint8Array): number[] {
  const facet = scale ? undefined : facetOf(field);
  const each = facet ? countValues(facet, passes) : [];
  // Decisions do not stand in the order of their numbers.
  const placeOf = new Map(facet?.names.slice(0, NAMED).map((name, place) => [name, place]));
  const count = (isOne: (i: number) => boolean) => {
    let found = 0;
    for (let i = 0; i < map.papers.length; i++) if (passes[i] === 1 && isOne(i)) found++;
    return found;
  };
  return classes.map(({ what, label }) => {
    if (what === "missing") return count((i) => isMissing(field, i));
    return what === "others"
      ? count(passesField(map, field.name, { others: true }))
      : each[placeOf.get(label) ?? 0];
  });
}
