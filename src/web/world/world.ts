import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { CountryCount } from "../../view/country-counts.ts";
import { setFieldFilter } from "../page/field-filters.ts";
import type { MapState } from "../page/map-state.ts";
import { bar, choice, closedByEscape, iconButton, rowByKey } from "../panels/parts.ts";
import { worldTexts as t } from "../texts/world.ts";
import { SHOWN, type Shapes, WIDTH } from "./shapes.ts";
import { isFractional, shapes, worldOf } from "./store.ts";

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
/** The circle of the country with most papers. */
const LARGEST = 34;
const LEAST = 2.5;

/** Where the papers are from: circles on a map of the world, and a ranked list beside it; both filter by country. */
export function world(now: MapState, close: () => void): TemplateResult {
  const { countries, papers } = worldOf(now).counted.value;
  const leave = closedByEscape(close);
  const drawn = shapes.value;
  return html`<div class="table-bar" @keydown=${leave}><h2>${t.label}</h2>${choice(
    [
      ["full", t.full],
      ["fractional", t.fractional],
    ],
    isFractional.value ? "fractional" : "full",
    (how) => {
      isFractional.value = how === "fractional";
    },
    t.counting,
  )}<p role="status">${t.counted(papers, countries.length)}</p>${iconButton("close", t.close, close)}</div>
    <div class="world" @keydown=${leave}>${
      countries.length === 0
        ? html`<p class="empty">${t.none}</p>`
        : html`${drawn ? picture(now, drawn, countries) : nothing}${ranked(now, countries)}`
    }</div>`;
}

function picture(now: MapState, { land, borders, places }: Shapes, countries: readonly CountryCount[]) {
  const most = countries[0].papers;
  const chosen = worldOf(now).chosen.value;
  const first = countries.slice(0, 5).map(({ code, papers }) => t.papers(nameOf(code), t.amount(papers)));
  const lost = countries.filter(({ code }) => !places.has(code)).map(({ code }) => nameOf(code));
  // The largest lie below, so that none hides another.
  return html`<figure><svg viewBox="0 0 ${WIDTH} ${SHOWN}" role="img" aria-label=${t.map(first)}>
      <path class="land" d=${land}></path><path class="borders" d=${borders}></path>
      ${countries.map(({ code, papers }) => {
        const place = places.get(code);
        if (!place) return nothing;
        const name = nameOf(code);
        return svg`<circle data-country=${code} ?data-on=${chosen.has(code)} ?data-off=${chosen.size > 0 && !chosen.has(code)} cx=${place[0]} cy=${place[1]} r=${Math.max(LEAST, LARGEST * Math.sqrt(papers / most))} @click=${() => filterBy(now, code)}><title>${t.papers(name, t.amount(papers))}</title></circle>`;
      })}</svg><figcaption class="faint">${t.area}${lost.length > 0 ? ` ${t.unplaced(lost)}` : ""}</figcaption></figure>`;
}

function ranked(now: MapState, countries: readonly CountryCount[]): TemplateResult {
  const most = countries[0].papers;
  const chosen = worldOf(now).chosen.value;
  return html`<ol class="rows" @keydown=${step}>${countries.map(
    ({ code, papers }, k) =>
      html`<li><button type="button" class="row" data-country=${code} tabindex=${k === 0 ? 0 : -1} aria-pressed=${String(chosen.has(code))} title=${t.only(nameOf(code))} @click=${() => filterBy(now, code)}><span class="row-text">${nameOf(code)}</span>${bar(papers / most)}<small>${t.amount(papers)}</small></button></li>`,
  )}</ol>`;
}

/** Shows only the papers from a country, or all again. */
function filterBy(now: MapState, code: string): void {
  const { field, chosen } = worldOf(now);
  const name = field.peek()?.name;
  if (name === undefined) return;
  const isOnly = chosen.peek().size === 1 && chosen.peek().has(code);
  setFieldFilter(name, isOnly ? undefined : { values: new Set([code]) });
}

/** Arrow keys go from country to country, Home and End to the first and the last. */
function step(event: KeyboardEvent): void {
  const rows = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("button")];
  const at = rows.indexOf(event.target as HTMLElement);
  const next = rowByKey(event, at, rows.length);
  if (next !== undefined) rows[next]?.focus();
}

/** The English name of a country; its code where there is none. */
function nameOf(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
