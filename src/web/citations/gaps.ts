import { computed, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Pair, similarNotCiting } from "../../citations/gaps.ts";
import type { CitedWork } from "../../model/map.ts";
import { answerTo } from "../ask/answers.ts";
import { openLink } from "../page/actions.ts";
import type { Atlas } from "../page/atlas.ts";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { bar, dot } from "../panels/parts.ts";
import { words } from "../texts/citations.ts";
import { texts, weight } from "../texts/texts.ts";

type Which = "similar" | "dissimilar" | "missing";
const PAGE = 30;

const which = signal<Which>("similar");
const least = signal(0.4);
const most = signal(0.03);
const shown = signal(PAGE);

const similar = computed<readonly Pair[]>(() => {
  const map = state.atlas.value?.map;
  return map && which.value === "similar" ? similarNotCiting(map.edges, map.papers, least.value) : [];
});
const dissimilar = answerTo("dissimilar", () =>
  which.value === "dissimilar" ? { most: most.value } : undefined,
);

/** Pairs that are alike without citing, that cite without being alike, and works that are missing. */
export function gaps(atlas: Atlas): TemplateResult {
  const t = words.gaps;
  const tab = (name: Which, label: string) =>
    html`<button type="button" data-gap=${name} aria-pressed=${String(which.value === name)} @click=${() => {
      which.value = name;
      shown.value = PAGE;
    }}>${label}</button>`;
  return html`<section data-box="gaps"><h3>${t.title}</h3>
    <div class="segments" role="group" aria-label=${t.title}>${tab("similar", t.similar)}${tab("dissimilar", t.dissimilar)}${tab("missing", t.missing)}</div>
    ${which.value === "similar" ? similarList(atlas) : which.value === "dissimilar" ? dissimilarList(atlas) : missingList(atlas.map.missing ?? [])}</section>`;
}

function similarList(atlas: Atlas): TemplateResult {
  const t = words.gaps;
  return html`<p class="faint">${t.similarHint}</p>
    ${slider(t.atLeast(least.value), least.value, 0.1, 0.95, 0.05, (value) => {
      least.value = value;
    })}
    ${pairs(atlas, similar.value, t.noneSimilar)}`;
}

function dissimilarList(atlas: Atlas): TemplateResult {
  const t = words.gaps;
  const answer = dissimilar.value;
  return html`<p class="faint">${t.dissimilarHint}</p>
    ${slider(t.atMost(most.value), most.value, 0, 0.3, 0.01, (value) => {
      most.value = value;
    })}
    ${answer.kind === "found" ? pairs(atlas, answer.value, t.noneDissimilar) : html`<p class="faint" role="status">${answer.kind === "failed" ? texts.link.failed : t.waiting}</p>`}`;
}

function slider(
  label: string,
  value: number,
  min: number,
  max: number,
  by: number,
  change: (value: number) => void,
): TemplateResult {
  return html`<label class="slider"><span>${label}</span><output></output><input type="range" aria-label=${label} min=${min} max=${max} step=${by} .value=${String(value)} @input=${(
    event: Event,
  ) => {
    shown.value = PAGE;
    change(Number((event.target as HTMLInputElement).value));
  }} /></label>`;
}

function pairs(atlas: Atlas, all: readonly Pair[], none: string): TemplateResult {
  const t = words.gaps;
  if (all.length === 0) return html`<p class="faint" role="status">${none}</p>`;
  const title = (i: number) => atlas.map.papers[i].title || texts.papers.untitled;
  const line = (i: number) =>
    html`<span class="pair-line">${dot(atlas.map.topic[i])}<span>${title(i)} <small>${atlas.map.papers[i].year ?? ""}</small></span></span>`;
  const rest = all.length - shown.value;
  return html`<p role="status" data-count=${all.length}><b>${t.pairs(all.length)}</b></p>
    <ul class="rows pairs">${all
      .slice(0, shown.value)
      .map(
        ({ a, b, similarity }) =>
          html`<li><button type="button" class="row" data-pair=${`p${a + 1} p${b + 1}`} title=${texts.link.title} @click=${() => openLink(a, b)}><span class="row-text">${line(a)}${line(b)}</span><span class="amount">${bar(similarity)}<small>${weight(similarity)}</small></span></button></li>`,
      )}</ul>
    ${
      rest > 0
        ? html`<button type="button" class="button quiet" @click=${() => {
            shown.value += PAGE;
          }}>${t.more(Math.min(PAGE, rest))}</button>`
        : nothing
    }`;
}

function missingList(works: readonly CitedWork[]): TemplateResult {
  const t = words.gaps;
  if (works.length === 0) return html`<p class="faint">${t.noMissing}</p>`;
  return html`<p class="faint">${t.missingHint}</p><ol class="missing">${works
    .slice(0, shown.value)
    .map(
      ({ reference, doi, count }) =>
        html`<li><span class="work"><span>${reference}</span><small>${t.cited(count)}</small>${doi ? html`<a href=${`https://doi.org/${encodeURI(doi)}`} target="_blank" rel="noopener noreferrer" aria-label=${t.lookUp} title=${t.lookUp}>${icon("external")}</a>` : nothing}</span></li>`,
    )}</ol>
  ${
    works.length > shown.value
      ? html`<button type="button" class="button quiet" @click=${() => {
          shown.value += PAGE;
        }}>${t.more(Math.min(PAGE, works.length - shown.value))}</button>`
      : nothing
  }`;
}
