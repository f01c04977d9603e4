import { type Signal, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { Facet } from "../../scene/scale/facet.ts";
import { toggleFilter } from "../page/actions.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { count, texts } from "../texts/texts.ts";
import { button, check } from "./parts.ts";

/** Values listed at first, and how many more each "more" brings. */
const SHOWN = 10;
const MORE = 40;
const looks = perMap(() => new Map<string, Signal<{ readonly text: string; readonly shown: number }>>());

/** What is ranked: values with how many papers have each, how many of these pass the other filters, and which are chosen. */
export interface Ranked {
  /** What it is remembered by. */
  readonly key: string;
  readonly title: string;
  readonly facet: Facet;
  readonly passing: ArrayLike<number>;
  readonly on: ReadonlySet<string>;
  toggle(value: string): void;
  /** How many values there are, where not all are here. */
  readonly size?: number;
  /** Asks for those that have a text in them, where not all are here. */
  find?(text: string, most: number): void;
}

/** The values of a facet that every map has. @param more where not all of them are here */
export function facet(
  now: MapState,
  key: "concepts" | "venues" | "authors",
  more?: Pick<Ranked, "size" | "find">,
): TemplateResult | typeof nothing {
  return rankedBars(now, {
    ...more,
    key,
    title: texts.filters[key],
    facet: now.atlas.value[key](),
    passing: now.shownOf[key].value,
    on: now.filters.value[key],
    toggle: (value) => toggleFilter(key, value),
  });
}

/** Values to tick as bars, the commonest first: each keeps its place, whatever is chosen or counted. */
export function rankedBars(
  now: MapState,
  { key, title, facet: { names, counts }, passing, on, toggle, size = names.length, find }: Ranked,
): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  const known = looks(now);
  const looked = known.get(key) ?? signal({ text: "", shown: SHOWN });
  known.set(key, looked);
  const { text, shown } = looked.value;
  find?.(text, shown + 1);
  const found = matching(names, text, shown + 1);
  return html`<fieldset><legend>${title}</legend>
    ${
      size > SHOWN
        ? html`<input type="search" class="find" dir="auto" placeholder=${texts.filters.find(size)} aria-label=${title} .value=${live(text)} @input=${(
            event: Event,
          ) => {
            looked.value = { text: (event.target as HTMLInputElement).value, shown: SHOWN };
          }} />`
        : nothing
    }
    ${repeat(
      found.slice(0, shown),
      (k) => names[k],
      (k) =>
        check(
          html`<span dir="auto">${names[k]}</span>${shareBar(passing[k] / counts[0], counts[k] / counts[0])}`,
          on.has(names[k]),
          () => toggle(names[k]),
          { amount: shownOfAll(passing[k], counts[k]) },
        ),
    )}
    ${found.length > shown ? button(texts.filters.more, () => (looked.value = { text, shown: shown + MORE }), { kind: "quiet" }) : nothing}</fieldset>`;
}

/** The first values that have the text in them. */
function matching(names: readonly string[], text: string, most: number): number[] {
  const wanted = text.toLowerCase();
  const found: number[] = [];
  for (let k = 0; k < names.length && found.length < most; k++)
    if (wanted === "" || names[k].toLowerCase().includes(wanted)) found.push(k);
  return found;
}

/** How many are shown of how many: "34 / 120"; "120" where all are. */
export function shownOfAll(shown: number, all: number): string {
  return shown === all ? count(all) : `${count(shown)} / ${count(all)}`;
}

/** A bar of what is shown over a fainter one of all; both are shares of the same whole, 0 to 1. */
export function shareBar(shown: number, all: number): TemplateResult {
  return html`<span class="share" aria-hidden="true" .style=${`--all: ${all}; --shown: ${shown}`}></span>`;
}
