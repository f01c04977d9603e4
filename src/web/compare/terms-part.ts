import { html, type TemplateResult } from "lit-html";
import type { TellingTerm, TellingTerms } from "../../explain/tell-apart.ts";
import { search } from "../ask/answers.ts";
import * as state from "../page/state.ts";
import { compareTexts as t } from "../texts/compare.ts";

/** The terms that tell two sets apart, a list for each; a click searches for one. */
export function termsPart(names: readonly [string, string], { first, second }: TellingTerms): TemplateResult {
  const list = (title: string, terms: readonly TellingTerm[]) =>
    html`<div><h4>${t.more(title)}</h4>${
      terms.length === 0
        ? html`<p class="faint">${t.noTerms}</p>`
        : html`<ul class="rows">${terms.map(
            (one) =>
              html`<li><button type="button" class="row telling" title=${t.termHint(one.term, one.first, one.second, Math.abs(one.z).toFixed(1))} @click=${() => searchFor(one.term)}><span class="row-text">${one.term}</span><small>${t.termCount(one.first, one.second)}</small></button></li>`,
          )}</ul>`
    }</div>`;
  return html`<section class="compare-terms"><h3>${t.terms}</h3><div class="two">${list(names[0], first)}${list(names[1], second)}</div>
    <p class="faint">${t.termsHint}</p></section>`;
}

function searchFor(term: string): void {
  const now = state.current.peek();
  if (!now) return;
  now.tab.value = "papers";
  void search(term);
}
