import { html, nothing, type TemplateResult } from "lit-html";
import type { SharedWork } from "../../explain/references.ts";
import type { Explanation } from "../../explain/why.ts";
import { openPaper } from "../page/actions.ts";
import { words } from "../texts/understand.ts";
import { paperRow } from "./parts.ts";

const SHOWN = 6;
const MOST = 60;

/** The works that both papers cite, and the papers that cite both. */
export function sharedReferences({ references, citers }: Explanation): TemplateResult | typeof nothing {
  const t = words.references;
  const row = ({ paper, reference, citers: n }: SharedWork) =>
    html`<li>${
      paper === undefined
        ? html`<span class="work"><span>${reference}</span><small>${t.citers(n)}</small></span>`
        : paperRow(paper, () => openPaper(paper, { fly: true, remember: true }), html`<small>${n}</small>`)
    }</li>`;
  const rest = references.slice(SHOWN, MOST);
  return html`${
    references.length === 0
      ? nothing
      : html`<section data-section="references"><h3>${t.title(references.length)} <small>${t.hint}</small></h3>
      <ul class="rows">${references.slice(0, SHOWN).map(row)}</ul>
      ${rest.length ? html`<details><summary>${t.more(references.length - SHOWN)}</summary><ul class="rows">${rest.map(row)}</ul></details>` : nothing}</section>`
  }
  ${
    citers.length === 0
      ? nothing
      : html`<section data-section="citers"><h3>${t.citing(citers.length)}</h3><ul class="rows">${citers
          .slice(0, SHOWN)
          .map(
            (paper) =>
              html`<li>${paperRow(paper, () => openPaper(paper, { fly: true, remember: true }))}</li>`,
          )}</ul></section>`
  }`;
}
