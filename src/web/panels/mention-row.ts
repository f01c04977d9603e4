import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../page/atlas.ts";
import { markTerms } from "./mark.ts";
import { marked } from "./parts.ts";

/** The sentence in which one paper names the method of another, with the name marked. */
export function mentionSentence(atlas: Atlas, from: number, to: number): TemplateResult | typeof nothing {
  const list = atlas.map.edges.find(({ kind }) => kind === "mention");
  if (!list?.mentions) return nothing;
  const at = list.source.findIndex((source, e) => source === from && list.target[e] === to);
  const mention = list.mentions[at];
  return mention
    ? html`<q class="mention">${marked(markTerms(mention.sentence, [mention.name]))}</q>`
    : nothing;
}
