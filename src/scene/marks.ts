import type { Ring } from "./areas.ts";
import { dotHalo } from "./dots.ts";
import { furniture, pictureMargin } from "./furniture.ts";
import type { Label } from "./labels/labels.ts";
import type { Mark, PictureParts } from "./mark.ts";
import type { Scene } from "./scene.ts";
import { mix } from "./theme.ts";
import { TYPE } from "./type.ts";

/** Width and height of the whole picture of a scene, in pixels. */
export function pictureSize(scene: Scene, parts: PictureParts) {
  const margin = pictureMargin(scene.legend.length, scene.width, parts);
  return { width: scene.width, height: scene.height + margin.top + margin.bottom, ...margin };
}

/** Everything to be drawn for a scene, in its order, from the background to the small print. Painters differ in nothing else. */
export function* marksOf(scene: Scene, parts: PictureParts = {}): Generator<Mark> {
  const { width, height, top } = pictureSize(scene, parts);
  if (parts.background !== false)
    yield { shape: "box", x: 0, y: 0, width, height, color: scene.theme.background };
  yield {
    shape: "begin",
    name: "map",
    clip: { x: 0, y: top, width: scene.width, height: scene.height },
  };
  yield* areas(scene, top);
  yield* links(scene, top);
  yield* dots(scene, top);
  yield* labels(scene, top);
  yield { shape: "end" };
  yield* furniture(scene, parts, height);
}

function* areas({ areas: list, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "areas" };
  for (const { topic, border, core } of list) {
    const color = colors[topic];
    const [fill, line, inner] = theme.dark ? [0.1, 0.42, 0.08] : [0.075, 0.34, 0.07];
    yield { shape: "area", rings: lowered(border, top), color, fill, line };
    if (core.length > 0) yield { shape: "area", rings: lowered(core, top), color, fill: inner, line: 0 };
  }
  yield { shape: "end" };
}

function lowered(rings: readonly Ring[], by: number): Ring[] {
  return rings.map((ring) => ring.map((v, k) => (k % 2 === 0 ? v : v + by)));
}

function* links({ links: l, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "links" };
  for (let k = 0; k < l.width.length; k++)
    yield {
      shape: "line",
      x1: l.ends[4 * k],
      y1: l.ends[4 * k + 1] + top,
      x2: l.ends[4 * k + 2],
      y2: l.ends[4 * k + 3] + top,
      color: colors[l.topic[k]] ?? theme.link,
      width: l.width[k],
      alpha: l.alpha[k],
    };
  yield { shape: "end" };
}

function* dots({ dots: d, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "papers" };
  for (let k = 0; k < d.x.length; k++)
    yield {
      shape: "dot",
      x: d.x[k],
      y: d.y[k] + top,
      radius: d.radius[k],
      color: colors[d.topic[k]] ?? theme.stray,
      ring: dotHalo(d.radius[k]),
      ringColor: theme.background,
      paper: d.paper[k],
    };
  yield { shape: "end" };
}

function* labels({ labels: list, colors, theme }: Scene, top: number): Generator<Mark> {
  yield { shape: "begin", name: "labels" };
  for (const { leader, topic } of list)
    if (leader !== undefined) {
      const [x1, y1, x2, y2] = leader;
      const color = colors[topic] ?? theme.soft;
      yield { shape: "line", x1, y1: y1 + top, x2, y2: y2 + top, color, width: 1, alpha: 0.7 };
    }
  for (const label of [...list].reverse())
    for (const line of label.lines)
      yield {
        shape: "text",
        text: line.text,
        x: line.x,
        y: line.y + top,
        size: TYPE[line.style].size,
        weight: TYPE[line.style].weight >= 600 ? 700 : 400,
        color: labelColor(label, line.style === "terms", colors, theme),
        isCentered: true,
        halo: { color: theme.background, width: label.kind === "topic" ? 4 : 3 },
      };
  yield { shape: "end" };
}

/** The colour a label is written in: readable at its size on the background. */
function labelColor(
  { kind, topic }: Label,
  isTerms: boolean,
  colors: readonly string[],
  theme: Scene["theme"],
): string {
  if (isTerms) return theme.soft;
  if (kind === "paper") return mix(theme.ink, theme.soft, 0.45);
  return mix(colors[topic] ?? theme.soft, theme.ink, kind === "topic" ? 0.12 : 0.4);
}
