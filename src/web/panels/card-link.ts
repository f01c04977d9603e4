import { html, nothing, type TemplateResult } from "lit-html";
import type { Passage } from "../../explain/passages.ts";
import type { Explanation } from "../../explain/why.ts";
import type { EdgeKind } from "../../model/edges.ts";
import type { Atlas } from "../../view/atlas.ts";
import { answerTo } from "../ask/answers.ts";
import { openPaper } from "../page/actions.ts";
import { tint } from "../page/colors.ts";
import { whyInParts } from "../page/coming.ts";
import { walk } from "../page/walk.ts";
import { kindName, percent, texts, weight } from "../texts/texts.ts";
import { linkInParts } from "./card-link-parts.ts";
import { markRanges } from "./mark.ts";
import { bar, byline, iconButton, marked, titleOf } from "./parts.ts";
import { sharedReferences } from "./shared-references.ts";

const TERMS = 10;
/** Kinds that have a place of their own on the card. */
const TOLD_APART: ReadonlySet<EdgeKind> = new Set(["keyword", "concept", "semantic"]);
const answer = answerTo("why", (now) => {
  const focus = now.focus.value;
  return focus.kind === "link" ? { i: focus.from, j: focus.to } : undefined;
});

/** Why two papers are linked. */
export function linkCard(atlas: Atlas, from: number, to: number): TemplateResult {
  const t = texts.link;
  const found = answer.value;
  const inParts = whyInParts();
  const side = (
    i: number,
    letter: string,
  ) => html`<button type="button" class="end" .style=${tint(atlas.map.topic[i])} @click=${() => openPaper(i, { fly: true, remember: true })}>
    <span class="letter">${letter}</span><span class="row-text"><span class="row-title" dir="auto">${titleOf(atlas, i)}</span><span class="row-sub" dir="auto">${byline(atlas, i)}</span></span></button>`;
  return html`<article class="card" data-card="link">
    <div class="card-title"><h2>${t.title}</h2>${iconButton("back", t.previous, () => walk(-1))}${iconButton("forward", t.next, () => walk(1))}</div>
    <div class="ends">${side(from, "A")}${side(to, "B")}</div>
    ${inParts !== undefined ? linkInParts(atlas.map, from, to, inParts) : found.kind === "found" ? body(atlas, found.value) : html`<p class="waiting" role="status">${found.kind === "failed" ? t.failed : t.waiting}</p>`}
  </article>`;
}

function body(atlas: Atlas, explanation: Explanation): TemplateResult {
  const t = texts.link;
  const { papers, cosine, agrees, terms, concepts, links, passages } = explanation;
  const stored = links.find((link) => link.kind === "keyword")?.weight;
  const rest = terms.slice(TERMS);
  const other = links.filter(({ kind }) => !TOLD_APART.has(kind));
  const semantic = links.find(({ kind }) => kind === "semantic");
  return html`
    <p class="verdict"><b>${t.similarity(cosine)}</b>${links.map((link) => html`<span class="chip" dir="auto">${kindName[link.kind]}</span>`)}${links.length === 0 ? html`<span class="faint">${t.notLinked}</span>` : nothing}</p>
    ${agrees || stored === undefined ? nothing : html`<p class="faint">${t.drift(stored, cosine)}</p>`}
    ${semantic ? html`<p data-semantic>${semantic.name ? t.vectors(semantic.name) : kindName.semantic} <small>${weight(semantic.weight)}</small></p>` : nothing}
    <section><h3>${t.terms} <small>${t.termsHint}</small></h3>
      ${terms.length === 0 ? html`<p class="faint">${t.noTerms}</p>` : nothing}
      <ul class="terms">${terms.slice(0, TERMS).map(({ term, share }) => html`<li><span class="term">${term}</span>${bar(terms[0].share > 0 ? share / terms[0].share : 0)}<small>${percent(share)}</small></li>`)}</ul>
      ${
        rest.length
          ? html`<p class="faint">${t.rest(rest.length)}: ${rest
              .map(({ term }) => term)
              .slice(0, 40)
              .join(", ")}</p>`
          : nothing
      }</section>
    ${concepts.length ? html`<section><h3>${t.concepts}</h3><div class="chips">${concepts.map(({ name }) => html`<span class="chip" dir="auto">${name}</span>`)}</div></section>` : nothing}
    ${
      other.length
        ? html`<section><h3>${t.citations}</h3><ul class="plain">${other.map((link) =>
            link.kind === "citation"
              ? html`<li>${link.from === papers[0] ? "A → B" : "B → A"}: ${link.from === papers[0] ? t.citesFirst : t.citesSecond}</li>`
              : link.kind === "mention"
                ? html`<li><b>${link.name}</b> <span class="faint">(${t.mentionHint})</span>${link.sentence ? html`<q dir="auto">${link.sentence}</q>` : nothing}</li>`
                : html`<li>${kindName[link.kind]} <small>${weight(link.weight)}</small></li>`,
          )}</ul></section>`
        : nothing
    }
    ${sharedReferences(atlas, explanation)}
    <section><h3>${t.sentences}</h3>
      ${passages.length === 0 ? html`<p class="faint">${atlas.map.withheld ? texts.card.withheld : t.noSentences}</p>` : nothing}
      ${passages.map(({ passages: [a, b] }) => html`<div class="pair">${sentence(atlas, a, "A")}${sentence(atlas, b, "B")}</div>`)}</section>`;
}

function sentence(
  atlas: Atlas,
  { paper, field, start, end, marks }: Passage,
  letter: string,
): TemplateResult {
  const text = atlas.map.papers[paper][field].slice(start, end);
  const ranges = marks.map((mark) => ({ from: mark.start - start, to: mark.end - start, term: 0 }));
  return html`<blockquote .style=${tint(atlas.map.topic[paper])}><span class="letter">${letter}</span><span dir="auto">${marked(markRanges(text, ranges))}</span></blockquote>`;
}
