import { html, nothing, type TemplateResult } from "lit-html";
import type { SharedWork } from "../../explain/references.ts";
import type { Explanation } from "../../explain/why.ts";
import type { Atlas } from "../../view/atlas.ts";
import { texts } from "../texts/texts.ts";
import { foldedRows, paperRow, paperRows } from "./parts.ts";

const SHOWN = 6;
const MOST = 60;

/** The works that both papers cite, and the papers that cite both. */
export function sharedReferences(
  atlas: Atlas,
  { references, citers }: Explanation,
): TemplateResult | typeof nothing {
  const t = texts.references;
  const row = ({ paper, reference, citers: n }: SharedWork) =>
    html`<li>${
      paper === undefined
        ? html`<span class="work"><span>${reference}</span><small>${t.citers(n)}</small></span>`
        : paperRow(atlas, paper, { extra: html`<small>${n}</small>` })
    }</li>`;
  const rows = references.slice(0, MOST).map(row);
  return html`${
    references.length === 0
      ? nothing
      : html`<section data-section="references"><h3>${t.title(references.length)} <small>${t.hint}</small></h3>
      ${foldedRows(rows, SHOWN, () => t.more(references.length - SHOWN))}</section>`
  }
  ${citers.length === 0 ? nothing : html`<section data-section="citers"><h3>${t.citing(citers.length)}</h3>${paperRows(atlas, citers.slice(0, SHOWN))}</section>`}`;
}
