import { html, nothing, svg, type TemplateResult } from "lit-html";
import { oncePer } from "../../../kernel/once.ts";
import type { TopicMap } from "../../../model/map.ts";
import { countedLinks, type Theme, thematicMap } from "../../../time/thematic.ts";
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
  const named = nameBoxes();
  const draw = ({ topic, papers, quadrant, ...one }: Theme, k: number) => {
    const [cx, cy] = [EDGE.left + x[k] * inner.width, EDGE.top + (1 - y[k]) * inner.height];
    const r = Math.max(4, LARGEST * Math.sqrt(papers / most));
    const name = rowName(now, topic);
    const side = named(name, cx, cy, r, x[k] > 0.7);
    return svg`<g class="theme" .style=${tint(topic)} @click=${() => openTopic(topic)}><circle cx=${cx} cy=${cy} r=${r}></circle>${side === undefined ? nothing : svg`<text x=${cx + side * (r + 4)} y=${cy + 4} text-anchor=${side < 0 ? "end" : "start"}>${name}</text>`}<title>${t.theme(name, papers, one.centrality, one.density, quadrant)}</title></g>`;
  };
  const [mx, my] = [EDGE.left + inner.width / 2, EDGE.top + inner.height / 2];
  const corner = (left: boolean, top: boolean, text: string) =>
    svg`<text class="corner" x=${left ? EDGE.left + 6 : width - EDGE.right - 6} y=${top ? EDGE.top + 14 : height - EDGE.bottom - 6} text-anchor=${left ? "start" : "end"}>${text}</text>`;
  return html`${figure(
    t.label(themes.map(({ topic, quadrant }) => `${rowName(now, topic)}: ${quadrant}`)),
    html`<svg width=${width} height=${height} aria-hidden="true"><path class="ground" d=${`M${mx} ${EDGE.top}v${inner.height}M${EDGE.left} ${my}h${inner.width}`}></path>
      ${corner(true, true, t.niche)}${corner(false, true, t.motor)}${corner(true, false, t.emerging)}${corner(false, false, t.basic)}
      ${[...themes.entries()].sort(([, a], [, b]) => b.papers - a.papers).map(([k, theme]) => draw(theme, k))}
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

/** A letter's width and half a line's height, in pixels. */
const [LETTER, HALF] = [6.5, 8] as const;

/** Says on which side of its circle a name has room beside those before it: 1 right, −1 left; undefined where on neither. */
function nameBoxes() {
  const taken: (readonly [left: number, right: number, y: number])[] = [];
  return (name: string, cx: number, cy: number, r: number, isLeftFirst: boolean): 1 | -1 | undefined => {
    for (const side of isLeftFirst ? ([-1, 1] as const) : ([1, -1] as const)) {
      const far = r + 4 + name.length * LETTER;
      const [left, right] = side > 0 ? [cx + r, cx + far] : [cx - far, cx - r];
      const isFree = taken.every(([l, t, y]) => right < l || left > t || Math.abs(cy - y) > 2 * HALF);
      if (!isFree || left < 0 || right > room.peek()[0]) continue;
      taken.push([left, right, cy]);
      return side;
    }
    return undefined;
  };
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
