import { html, nothing, svg, type TemplateResult } from "lit-html";
import { oncePer } from "../../../kernel/once.ts";
import type { TopicMap } from "../../../model/map.ts";
import { citedYears } from "../../../time/cited-years.ts";
import type { MapState } from "../../page/map-state.ts";
import { citedTexts as t } from "../../texts/cited-years.ts";
import { yearsBetween } from "../axis.ts";
import { figure, room } from "./figure.ts";

const citedOf = oncePer(({ papers, edges }: TopicMap) => citedYears(papers, edges));

/** Whether anything is known of the years that papers cite. */
export function hasCited(now: MapState): boolean {
  return citedOf(now.atlas.value.map) !== undefined;
}

/** Years before the first of so many references, a thousandth of all, are a few misprints. */
const TAIL = 0.001;
const EDGE = { left: 46, right: 12, top: 22, bottom: 22 } as const;
const NAMED = 8;

/** Reference publication year spectroscopy: references by the year of the works they cite, and how far each stands out. */
export function cited(now: MapState): TemplateResult {
  const spectrum = citedOf(now.atlas.value.map);
  if (!spectrum) return html`<p class="empty">${t.none}</p>`;
  const { first, references, deviation, peaks, from, undated } = spectrum;
  const all = references.reduce((sum, n) => sum + n, 0);
  let [start, sum] = [0, 0];
  while (start < references.length - 1 && sum + references[start] <= all * TAIL) sum += references[start++];
  const count = references.length - start;
  const [width, height] = room.value;
  const inner = { width: width - EDGE.left - EDGE.right, height: height - EDGE.top - EDGE.bottom };
  const most = Math.max(...references);
  const low = Math.min(0, ...deviation.subarray(start));
  const step = inner.width / count;
  const y = (value: number) => EDGE.top + inner.height * (1 - (value - low) / (most - low));
  const x = (c: number) => EDGE.left + (c - start) * step;
  const ticks = yearsBetween(step);
  const shown = peaks.filter((c) => c >= start).slice(0, NAMED);
  const line = Array.from(
    deviation.subarray(start),
    (value, k) => `${x(start + k) + step / 2} ${y(value)}`,
  ).join("L");
  return html`${figure(
    t.label(shown.map((c) => first + c)),
    html`<svg width=${width} height=${height} aria-hidden="true">
      ${Array.from({ length: count }, (_, k) => start + k).map(
        (c) =>
          svg`<rect class="cited" ?data-peak=${peaks.includes(c)} x=${x(c) + 0.5} width=${Math.max(1, step - 1)} y=${y(references[c])} height=${y(0) - y(references[c])}><title>${t.year(first + c, references[c], deviation[c])}</title></rect>${(first + c) % ticks === 0 ? svg`<text class="year" x=${x(c) + step / 2} y=${height - 6} text-anchor="middle">${first + c}</text>` : nothing}`,
      )}<path class="deviation" d=${`M${line}`}></path><path class="ground" d=${`M${EDGE.left} ${y(0)}h${inner.width}`}></path>
      ${[most, 0].map((value) => svg`<text class="year" x=${EDGE.left - 6} y=${y(value) + 4} text-anchor="end">${value}</text>`)}
      ${shown.map((c) => svg`<text class="name" x=${x(c) + step / 2} y=${y(references[c]) - 5} text-anchor="middle">${first + c}</text>`)}</svg>`,
  )}<p class="faint time-note">${t.note(from, sum, first + start)} ${from === "references" && undated > 0 ? t.undated(undated) : ""}</p>`;
}
