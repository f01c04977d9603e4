import { html, nothing, type TemplateResult } from "lit-html";
import type { TopicMap } from "../../model/map.ts";
import { evidenceInParts, lacksAbstract } from "../page/coming.ts";
import { kindName, percent, texts, weight } from "../texts/texts.ts";
import { markTerms } from "./mark.ts";
import { bar, marked } from "./parts.ts";

/**
 * What is said of a link in a map of which only the texts of these two papers are there: its weights, the terms that
 * it is made of, where the folder says them, or which of their most telling words are the same, and which concepts.
 * @param why why the other texts are not there
 */
export function linkInParts(map: TopicMap, from: number, to: number, why: string): TemplateResult {
  const t = texts.link;
  // Lists have brought their titles, not their terms.
  for (const paper of [from, to]) lacksAbstract(paper);
  const links = map.edges.flatMap(({ kind, source, target, weight: weights, mentions }) =>
    Array.from(source, (a, e) => ({ a, b: target[e], e }))
      .filter(({ a, b }) => (a === from && b === to) || (a === to && b === from))
      .map(({ a, e }) => ({ kind, isFromA: a === from, weight: weights[e], mention: mentions?.[e] })),
  );
  const shared = (lists: TopicMap["terms"]) => {
    const there = new Set(lists[to]);
    return lists[from].filter((name) => there.has(name));
  };
  const told = evidenceInParts(from, to).find(({ kind }) => kind === "keyword")?.terms ?? [];
  const chips = (title: string, names: readonly string[]) =>
    names.length === 0
      ? nothing
      : html`<section><h3>${title}</h3><div class="chips">${names.map((name) => html`<span class="chip" dir="auto">${name}</span>`)}</div></section>`;
  return html`<ul class="plain" data-links>${links.map(
    ({ kind, isFromA, weight: value, mention }) =>
      html`<li>${
        kind === "citation"
          ? html`${isFromA ? "A → B" : "B → A"}: ${isFromA ? t.citesFirst : t.citesSecond}`
          : html`${kindName[kind]} <small>${weight(value)}</small>`
      }${mention?.sentence ? html`<q dir="auto">${marked(markTerms(mention.sentence, [mention.name]))}</q>` : nothing}</li>`,
  )}</ul>
    ${links.length === 0 ? html`<p class="faint">${t.notLinked}</p>` : nothing}
    ${
      told.length > 0
        ? html`<section><h3>${t.terms} <small>${t.termsHint}</small></h3><ul class="terms">${told.map(({ term, share }) => html`<li><span class="term">${term}</span>${bar(told[0].share > 0 ? share / told[0].share : 0)}<small>${percent(share)}</small></li>`)}</ul></section>`
        : chips(t.terms, shared(map.terms))
    }${chips(t.concepts, shared(map.concepts))}
    <p class="faint">${why}</p>`;
}
