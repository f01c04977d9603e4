import { html, nothing, type TemplateResult } from "lit-html";
import type { Atlas } from "../page/atlas.ts";
import { busy, keepMix, mix, outcome, resetMix, setFiner, setWeight } from "../shape/tune.ts";
import { kindName } from "../texts/kinds.ts";
import { words } from "../texts/understand.ts";

/** Steps of the resolution slider: each doubles or halves it in four steps. */
const STEPS_PER_DOUBLE = 4;

/** Sliders that regroup the map: finer or coarser, and what each kind of link counts; with what they changed. */
export function tunePanel(atlas: Atlas): TemplateResult {
  const t = words.tune;
  const { finer, weights } = mix.value;
  const now = outcome.value;
  const value = (event: Event) => Number((event.target as HTMLInputElement).value);
  const at = Math.round(Math.log2(finer) * STEPS_PER_DOUBLE);
  return html`<div class="tune" data-settled=${busy.value === "no" ? at : nothing}>
    <label class="slider" title=${t.hint}><span>${t.title}</span><output data-topics=${atlas.mainTopics.length}>${t.value(atlas.mainTopics.length)}</output>
      <input type="range" data-tune="finer" min="-8" max="12" step="1" .value=${String(at)}
        @input=${(event: Event) => setFiner(2 ** (value(event) / STEPS_PER_DOUBLE))} /></label>
    <details><summary>${t.mix}</summary>${atlas.map.edges.map(
      ({ kind }) =>
        html`<label class="slider"><span>${kindName[kind]}</span><output>${t.weight(weights[kind])}</output>
      <input type="range" data-tune=${kind} min="0" max="2" step="0.1" .value=${String(weights[kind])} @input=${(event: Event) => setWeight(kind, value(event))} /></label>`,
    )}</details>
    ${
      now
        ? html`<div class="change" role="status"><p data-moved=${now.moved}><em class="tag">${t.preview}</em> ${t.moved(now.moved)}</p>
      <p data-links>${t.links(now.links.came, now.links.went, now.links.shifted)}</p>
      <div class="card-actions"><button type="button" class="button" data-act="own" @click=${resetMix}>${t.back}</button>
        <button type="button" class="button" data-act="keep" title=${t.keepHint} @click=${() => void keepMix()}>${t.keep}</button></div></div>`
        : nothing
    }
    ${busy.value === "failed" ? html`<p class="faint" role="status">${t.failed}</p>` : busy.value === "yes" && !now ? html`<p class="faint" role="status">${t.waiting}</p>` : nothing}
  </div>`;
}
