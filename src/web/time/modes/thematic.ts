import { html, nothing, svg, type TemplateResult } from "lit-html";
import { oncePer } from "../../../kernel/once.ts";
import type { TopicMap } from "../../../model/map.ts";
import { createBoxes } from "../../../scene/boxes.ts";
import { textWidth } from "../../../scene/metrics.ts";
import { countedLinks, thematicMap } from "../../../time/thematic.ts";
import { passesBut } from "../../../view/filters.ts";
import { openTopic } from "../../page/actions.ts";
import { tint } from "../../page/colors.ts";
import type { MapState } from "../../page/map-state.ts";
import { thematicTexts as t } from "../../texts/thematic.ts";
import { rowName } from "../choose.ts";
import { mapYears } from "../rows.ts";
import { figure, room } from "./figure.ts";

const linksOf = oncePer((map: TopicMap) => countedLinks(map));

/** Room around the quadrants, and the circle of the largest topic. */
const EDGE = { left: 30, right: 14, top: 10, bottom: 24 } as const;
const LARGEST = 26;

/** Topics by Callon's centrality and density, of the papers in view, until the year that the map is at. */
export function thematic(now: MapState): TemplateResult {
  const { map } = now.atlas.value;
  const topics = map.topics.filter(({ parent }) => parent === undefined).length;
  const { themes, centrality, density } = thematicMap(linksOf(map), map.topic, topics, maskNow(now));
  const [width, height] = room.value;
  const inner = { width: width - EDGE.left - EDGE.right, height: height - EDGE.top - EDGE.bottom };
  const most = Math.max(1, ...themes.map(({ papers }) => papers));
  // By rank: a few strong topics would else press all others into a corner. The medians are in the middle then.
  const x = ranks(
    themes.map((one) => one.centrality),
    centrality,
  );
  const y = ranks(
    themes.map((one) => one.density),
    density,
  );
  const [mx, my] = [EDGE.left + inner.width / 2, EDGE.top + inner.height / 2];
  const corners = [t.niche, t.motor, t.emerging, t.basic].map((text, k) => ({
    text,
    wide: textWidth(text, CORNER, 600),
    left: k % 2 === 0 ? EDGE.left + 6 : width - EDGE.right - 6 - textWidth(text, CORNER, 600),
    line: k < 2 ? EDGE.top + 14 : height - EDGE.bottom - 6,
  }));
  const bySize = [...themes.entries()]
    .sort(([, a], [, b]) => b.papers - a.papers)
    .map(([k, { topic, papers, quadrant, ...one }]) => {
      const r = Math.max(4, LARGEST * Math.sqrt(papers / most));
      const name = rowName(now, topic);
      const [cx, cy] = [EDGE.left + x[k] * inner.width, EDGE.top + (1 - y[k]) * inner.height];
      const said = t.theme(name, papers, one.centrality, one.density, quadrant);
      // Large circles at the edges would be cut there, or cover the words in the corners.
      const inside = Math.min(cx, width - r - 2);
      const isUnder = corners.some(({ left, wide }) => inside + r > left && inside - r < left + wide);
      const [high, low] = isUnder ? [EDGE.top + 20, EDGE.bottom + 22] : [2, EDGE.bottom];
      return { topic, name, r, said, cx: inside, cy: Math.max(high + r, Math.min(height - low - r, cy)) };
    });
  const spots = nameSpots(bySize, corners);
  return html`${figure(
    t.label(themes.map(({ topic, quadrant }) => `${rowName(now, topic)}: ${quadrant}`)),
    html`<svg width=${width} height=${height} aria-hidden="true"><path class="ground" d=${`M${mx} ${EDGE.top}v${inner.height}M${EDGE.left} ${my}h${inner.width}`}></path>
      ${corners.map(({ text, left, line }) => svg`<text class="corner" x=${left} y=${line}>${text}</text>`)}
      ${bySize.map(({ topic, said, cx, cy, r }) => svg`<g class="theme" .style=${tint(topic)} @click=${() => openTopic(topic)}><circle cx=${cx} cy=${cy} r=${r}></circle><title>${said}</title></g>`)}
      ${bySize.map(({ name }, k) => (spots[k] ? svg`<text class="name" x=${spots[k][0]} y=${spots[k][1]}>${name}</text>` : nothing))}
      <text class="year" x=${mx} y=${height - 6} text-anchor="middle">${t.centrality}</text><text class="year" transform=${`translate(14 ${my}) rotate(-90)`} text-anchor="middle">${t.density}</text></svg>`,
  )}<p class="faint time-note">${t.formula} ${t.until(now.moment.value?.year)}</p>`;
}

/** Papers that pass all filters but that of topics, which would leave nothing to compare; while the years go by those that are there. */
function maskNow(now: MapState): Uint8Array {
  const moment = now.moment.value;
  const mask = passesBut(now.failed.value, ["topics"]);
  if (!moment) return mask;
  const { of, first } = mapYears(now.atlas.value.map);
  const to = moment.year - first;
  const from = moment.span ? to - moment.span : -1;
  return mask.map((bit, i) => (bit === 1 && of[i] > from && of[i] <= to && of[i] >= 0 ? 1 : 0));
}

/** Pixels of a name, as the style sheet has it, and how far its letters go above and below their line. */
const SIZE = 12;
/** The same of the words in the corners. */
const CORNER = 13;
const [ABOVE, BELOW] = [11, 4] as const;

/** Where names begin: beside their circles, else above or below them, clear of other circles, names and the words in the corners; undefined where there is no room. */
function nameSpots(
  themes: readonly { readonly name: string; readonly cx: number; readonly cy: number; readonly r: number }[],
  corners: readonly { readonly left: number; readonly wide: number; readonly line: number }[],
): (readonly [x: number, y: number] | undefined)[] {
  const [width, height] = room.peek();
  const boxes = createBoxes();
  boxes.clear(width, height);
  for (const { left, wide, line } of corners) boxes.add(left, line - CORNER, left + wide, line + BELOW);
  for (const { cx, cy, r } of themes) boxes.add(cx - r, cy - r, cx + r, cy + r);
  return themes.map(({ name, cx, cy, r }) => {
    const wide = textWidth(name, SIZE, 600);
    const beside = [
      [cx + r + 4, cy + 4],
      [cx - r - 4 - wide, cy + 4],
    ] as const;
    const middle = Math.max(4, Math.min(width - wide - 4, cx - wide / 2));
    const spot = [
      ...(cx > width * 0.7 ? [...beside].reverse() : beside),
      [middle, cy - r - BELOW - 1] as const,
      [middle, cy + r + ABOVE + 2] as const,
    ].find(
      ([left, line]) =>
        left >= 2 &&
        left + wide <= width - 2 &&
        line >= ABOVE &&
        line <= height - EDGE.bottom &&
        boxes.count(left, line - ABOVE, left + wide, line + BELOW, 1) === 0,
    );
    if (spot) boxes.add(spot[0], spot[1] - ABOVE, spot[0] + wide, spot[1] + BELOW);
    return spot;
  });
}

/** Places of values from 0 to 1 by rank, those from the middle value on in the upper half. */
function ranks(values: readonly number[], middle: number): number[] {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const low = order.filter((k) => values[k] < middle);
  const places = new Array<number>(values.length).fill(0);
  for (const [r, k] of order.entries())
    places[k] =
      r < low.length
        ? 0.03 + (0.44 * (r + 0.5)) / low.length
        : 0.53 + (0.44 * (r - low.length + 0.5)) / (order.length - low.length);
  return places;
}
