import { html, nothing, type TemplateResult } from "lit-html";
import { leaveWork, pickFiles } from "../ask/open.ts";
import * as state from "../page/state.ts";
import { button } from "../panels/parts.ts";
import { texts } from "../texts/texts.ts";

/** The first screen of a page in one file: back to its map, or another saved map. It reads no papers. */
export function startScreen(): TemplateResult {
  const t = texts.single;
  return html`<div class="start" role="main"><div class="start-inner">
    <h1>${texts.start.headline}</h1><p class="lead">${t.lead}</p>
    <div class="start-actions">${state.current.value ? button(t.back, leaveWork, { kind: "primary" }) : nothing}${button(t.open, () => pickFiles(), { icon: "open" })}</div>
    <p class="privacy">${texts.start.privacy}</p></div></div>`;
}
