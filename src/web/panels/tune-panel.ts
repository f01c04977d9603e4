import { html, nothing, type TemplateResult } from "lit-html";
import { whyInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { keepMix, resetMix, setMix } from "../shape/tune.ts";
import { kindName, texts } from "../texts/texts.ts";
import { button, slider } from "./parts.ts";

/** Steps of the resolution slider: each doubles or halves it in four steps. */
const STEPS_PER_DOUBLE = 4;

/** Sliders that regroup the map: finer or coarser, and what each kind of link counts; with what they changed. */
export function tunePanel(now: MapState): TemplateResult {
  const t = texts.tune;
  const atlas = now.atlas.value;
  const { finer, weights } = now.mix.value;
  const outcome = now.preview.value?.outcome;
  const tuning = now.tuning.value;
  const at = Math.round(Math.log2(finer) * STEPS_PER_DOUBLE);
  const topics = atlas.mainTopics.length;
  return html`<div class="tune" data-settled=${tuning === "no" ? at : nothing} data-topics=${topics}>
    ${slider(t.title, at, [-8, 12, 1], (step) => setMix(now, { finer: 2 ** (step / STEPS_PER_DOUBLE) }), { shown: t.value(topics), name: "finer", hint: t.hint })}
    <details><summary>${t.mix}</summary>${atlas.map.edges.map(({ kind }) =>
      slider(
        kindName[kind],
        weights[kind],
        [0, 2, 0.1],
        (weight) => setMix(now, { weights: { ...weights, [kind]: weight } }),
        { shown: t.weight(weights[kind]), name: kind },
      ),
    )}</details>
    ${
      outcome
        ? html`<div class="change" role="status"><p data-moved=${outcome.moved}><em class="tag">${t.preview}</em> ${t.moved(outcome.moved)}</p>
      <p data-links>${t.links(outcome.links.came, outcome.links.went, outcome.links.shifted)}</p>
      <div class="card-actions">${button(t.back, () => resetMix(now))}${button(t.keep, () => void keepMix(now), { title: t.keepHint })}</div></div>`
        : nothing
    }
    ${tuning === "failed" || (tuning === "yes" && !outcome) ? html`<p class="faint" role="status">${tuning === "failed" ? (whyInParts() ?? t.failed) : t.waiting}</p>` : nothing}
  </div>`;
}
