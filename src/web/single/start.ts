import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "../page/icons.ts";
import * as state from "../page/state.ts";
import { pickFiles } from "../panels/pick.ts";
import { words } from "../texts/single.ts";
import { texts } from "../texts/texts.ts";

/** The first screen of a page in one file: back to its map, or another saved map. It reads no papers. */
export function startScreen(): TemplateResult {
  const back = () => {
    state.phase.value = { kind: "map" };
  };
  return html`<div class="start" role="main"><div class="start-inner">
    <h1>${texts.start.headline}</h1><p class="lead">${words.lead}</p>
    <div class="start-actions">
      ${state.atlas.value ? html`<button class="button primary" type="button" @click=${back}>${words.back}</button>` : nothing}
      <button class="button" type="button" @click=${pickFiles}>${icon("open")}<span>${words.open}</span></button></div>
    <p class="privacy">${texts.start.privacy}</p></div></div>`;
}
