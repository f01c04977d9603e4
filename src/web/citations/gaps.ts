import { computed, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Pair, similarNotCiting } from "../../citations/gaps.ts";
import type { CitedWork } from "../../model/map.ts";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import { whyInParts } from "../page/coming.ts";
import { icon } from "../page/icons.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { amount, button, pairRow, slider } from "../panels/parts.ts";
import { citationTexts } from "../texts/citations.ts";
import { texts } from "../texts/texts.ts";

type Which = "similar" | "dissimilar" | "missing";
const PAGE = 30;

/** What is asked for, with its bounds of similarity, and how many rows are shown. */
const asked = perMap((now) => {
  const least = signal(0.4);
  const similar = computed(() => {
    const { edges, papers } = now.atlas.value.map;
    return similarNotCiting(edges, papers, least.value);
  });
  return { which: signal<Which>("similar"), least, similar, most: signal(0.03), shown: signal(PAGE) };
});
const dissimilar = answerTo("dissimilar", (now) => {
  const { which, most } = asked(now);
  return which.value === "dissimilar" ? { most: most.value } : undefined;
});

/** Pairs that are alike without citing, that cite without being alike, and works that are missing. */
export function gaps(now: MapState): TemplateResult {
  const t = citationTexts.gaps;
  const { which, shown } = asked(now);
  const tab = (name: Which) =>
    html`<button type="button" data-gap=${name} aria-pressed=${String(which.value === name)} @click=${() => {
      which.value = name;
      shown.value = PAGE;
    }}>${t[name]}</button>`;
  return html`<section data-box="gaps"><h3>${t.title}</h3>
    <div class="segments" role="group" aria-label=${t.title}>${tab("similar")}${tab("dissimilar")}${tab("missing")}</div>
    ${which.value === "similar" ? similarList(now) : which.value === "dissimilar" ? dissimilarList(now) : missingList(now)}</section>`;
}

function similarList(now: MapState): TemplateResult {
  const t = citationTexts.gaps;
  const { least, similar, shown } = asked(now);
  return html`<p class="faint">${t.similarHint}</p>
    ${slider(t.atLeast(least.value), least.value, [0.1, 0.95, 0.05], (value) => {
      least.value = value;
      shown.value = PAGE;
    })}
    ${pairs(now, similar.value, t.noneSimilar)}`;
}

function dissimilarList(now: MapState): TemplateResult {
  const t = citationTexts.gaps;
  const { most, shown } = asked(now);
  const answer = dissimilar.value;
  return html`<p class="faint">${t.dissimilarHint}</p>
    ${slider(t.atMost(most.value), most.value, [0, 0.3, 0.01], (value) => {
      most.value = value;
      shown.value = PAGE;
    })}
    ${answer.kind === "found" ? pairs(now, answer.value, t.noneDissimilar) : html`<p class="faint" role="status">${answer.kind === "failed" ? (whyInParts() ?? texts.link.failed) : t.waiting}</p>`}`;
}

function pairs(now: MapState, all: readonly Pair[], none: string): TemplateResult {
  const t = citationTexts.gaps;
  if (all.length === 0) return html`<p class="faint" role="status">${none}</p>`;
  const rows = all
    .slice(0, asked(now).shown.value)
    .map(({ a, b, similarity }) =>
      pairRow(now.atlas.value, [a, b], amount(similarity), texts.link.title, () => openLink(a, b)),
    );
  return html`<p role="status" data-count=${all.length}><b>${t.pairs(all.length)}</b></p>
    <ul class="rows pairs">${rows}</ul>${moreButton(now, all.length)}`;
}

function missingList(now: MapState): TemplateResult {
  const t = citationTexts.gaps;
  const works = now.atlas.value.map.missing ?? [];
  if (works.length === 0) return html`<p class="faint">${t.noMissing}</p>`;
  const row = ({ reference, doi, count }: CitedWork) =>
    html`<li><span class="work"><span>${reference}</span><small>${t.cited(count)}</small>${doi ? html`<a href=${`https://doi.org/${encodeURI(doi)}`} target="_blank" rel="noopener noreferrer" aria-label=${t.lookUp} title=${t.lookUp}>${icon("external")}</a>` : nothing}</span></li>`;
  return html`<p class="faint">${t.missingHint}</p><ol class="missing">${works.slice(0, asked(now).shown.value).map(row)}</ol>
  ${moreButton(now, works.length)}`;
}

function moreButton(now: MapState, all: number): TemplateResult | typeof nothing {
  const { shown } = asked(now);
  const rest = all - shown.value;
  if (rest <= 0) return nothing;
  const show = () => {
    shown.value += PAGE;
  };
  return button(citationTexts.gaps.more(Math.min(PAGE, rest)), show, { kind: "quiet" });
}
