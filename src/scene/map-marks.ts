import { bandMarks } from "./bands.ts";
import { mix } from "./color.ts";
import { dotRadius } from "./dots.ts";
import type { Label } from "./labels/types.ts";
import { passes } from "./links.ts";
import {
  areaLook,
  DIMMED_DOT,
  dotHalo,
  fieldRing,
  linkCalm,
  linkLook,
  linkShare,
  litLinkLook,
  RING,
  RINGED_TOPIC,
  singleShares,
} from "./look.ts";
import type { Mark } from "./mark.ts";
import { readable } from "./palette.ts";
import { freshnessOf, nameShare, PASSING, type Passing, passingSize, presenceOf } from "./passing.ts";
import { reliefMarks } from "./relief-marks.ts";
import { inPixels, isMet } from "./rings.ts";
import { painted } from "./scale/paint.ts";
import type { Scene } from "./scene.ts";
import { type TextStyle, TYPE } from "./type.ts";

/** Links fainter than a display can show. */
const LEAST_ALPHA = 0.005;

/** What is painted of the areas, from the ground up, their rings in map units; a relief has none. */
export function* areaShapes({ areas, colors, theme, shown, emphasis, relief, passing }: Scene) {
  for (const { topic, border, core } of relief ? [] : areas) {
    const look = areaLook(theme.dark, shown[topic] === 0 ? "empty" : emphasis.dims ? "dimmed" : "plain");
    const color = colors[topic];
    const there = passing ? nameShare(passing.weights[topic]).alpha : 1;
    yield { rings: border, color, fill: look.ground * there, line: look.line * there };
    if (core.length > 0) yield { rings: core, color, fill: look.core * there, line: 0 };
  }
}

/** Areas of the topics, or the relief in their place, `top` pixels lowered. */
export function* areaMarks(scene: Scene, top = 0): Generator<Mark> {
  if (scene.relief) return yield* reliefMarks(scene, top);
  const { width, height } = scene.view;
  const window = { left: 0, top, right: width, bottom: top + height };
  for (const { rings, ...look } of areaShapes(scene)) {
    // Near, most of a map is around the window: nothing of it is seen there, and files would be of it.
    const seen = inPixels(rings, scene.view, top).filter((ring) => isMet(ring, window));
    if (seen.length > 0) yield { shape: "area", rings: seen, ...look };
  }
}

/** Bands of links, single links in the window, the strongest last, then those that are lit. */
export function* linkMarks(scene: Scene, top = 0): Generator<Mark> {
  const { map, colors, links, linkCount, bundled, filter, visible, theme, emphasis, passing } = scene;
  yield* bandMarks(scene, top);
  const { source, target, strength } = links;
  const isVisible = (e: number) => visible === null || (visible[source[e]] !== 0 && visible[target[e]] !== 0);
  const isWithin = (e: number) => map.topic[source[e]] === map.topic[target[e]];
  // Dots in a field's colours: links in those of topics would be read by the same legend.
  const own = (e: number) => (scene.fill ? theme.link : (colors[map.topic[target[e]]] ?? theme.stray));
  const calm = linkCalm(linkCount);
  const { within, between } = singleShares(bundled, map.x.length);
  const share = linkShare(theme.dark, emphasis.dims);
  for (let e = scene.relief ? -1 : linkCount - 1; e >= 0; e--) {
    if (!passes(links, e, filter) || !isVisible(e)) continue;
    const line = lineOf(scene, e, top);
    if (line === undefined) continue;
    const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
    const look = linkLook(strength[e], isWithin(e), length, calm, isWithin(e) ? within : between);
    const alpha = look.alpha * share * linkThere(passing, source[e], target[e]);
    if (alpha < LEAST_ALPHA) continue;
    yield { ...line, color: isWithin(e) ? own(e) : theme.link, width: look.width, alpha };
  }
  const { pair, plain } = emphasis;
  for (const [k, e] of [...emphasis.links.entries()].reverse()) {
    const line = isVisible(e) ? lineOf(scene, e, top) : undefined;
    if (line === undefined) continue;
    const isPair = pair?.includes(source[e]) && pair.includes(target[e]);
    const look = litLinkLook(strength[e], isPair ? "emphasised" : k < plain ? "plain" : "faint");
    const color = isPair ? theme.accent : isWithin(e) ? own(e) : mix(theme.link, own(e), 0.5);
    yield { ...line, ...look, color };
  }
}

/** What is left of the opacity of a link while the years go by. */
function linkThere(passing: Passing | undefined, i: number, j: number): number {
  if (!passing) return 1;
  const fresh = Math.max(freshnessOf(passing, i), freshnessOf(passing, j));
  return (
    Math.min(presenceOf(passing, i), presenceOf(passing, j)) *
    (PASSING.oldLink + (1 - PASSING.oldLink) * fresh)
  );
}

/** A link as a line in pixels; undefined outside of the window. */
function lineOf({ map, view, links }: Scene, e: number, top: number) {
  const [i, j] = [links.source[e], links.target[e]];
  const [x1, x2] = [map.x[i] * view.scale + view.dx, map.x[j] * view.scale + view.dx];
  const [y1, y2] = [view.dy - map.y[i] * view.scale, view.dy - map.y[j] * view.scale];
  if (Math.max(x1, x2) < 0 || Math.max(y1, y2) < 0) return undefined;
  if (Math.min(x1, x2) > view.width || Math.min(y1, y2) > view.height) return undefined;
  return { shape: "line", x1, y1: y1 + top, x2, y2: y2 + top } as const;
}

/** Papers in the window, small ones under large ones, those that stand out above all. */
export function* dotMarks(scene: Scene, top = 0): Generator<Mark> {
  const { selected, matches, lit, pair, dims } = scene.emphasis;
  for (const i of scene.drawOrder) yield* dot(scene, i, top, dims);
  for (const i of scene.passing?.fresh ?? []) yield* dot(scene, i, top, false);
  const front = new Set([...matches, ...lit, ...(pair ?? []), ...selected]);
  const rings = new Map([
    ...matches.map((i) => [i, scene.theme.accent] as const),
    ...selected.map((i) => [i, scene.theme.ink] as const),
  ]);
  for (const i of front) yield* dot(scene, i, top, false, rings.get(i));
}

function* dot(scene: Scene, i: number, top: number, dims: boolean, outline?: string): Generator<Mark> {
  const { map, view, visible, theme, colors } = scene;
  if (visible !== null && visible[i] === 0) return;
  const [x, y] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
  const there = presenceOf(scene.passing, i);
  if (there === 0) return;
  const fresh = freshnessOf(scene.passing, i);
  const radius = dotRadius(scene.sizes[i], scene.dots) * (scene.passing ? passingSize(there, fresh) : 1);
  if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) return;
  const topic = colors[map.topic[i]] ?? theme.stray;
  const own = scene.fill
    ? painted(scene.fill, i)
    : scene.ring
      ? mix(theme.background, topic, RINGED_TOPIC)
      : topic;
  const left = (dims ? DIMMED_DOT : 1) * (PASSING.old + (1 - PASSING.old) * fresh);
  const shown = (color: string) => (left < 1 ? mix(theme.background, color, left) : color);
  const around = scene.ring ? fieldRing(radius) : { gap: 0, width: 0 };
  const rim = radius + around.gap + around.width;
  const ring = dotHalo(radius);
  const mark = { shape: "dot", x, y: y + top, ringColor: theme.background, paper: i } as const;
  if (outline !== undefined) {
    const outer = rim + ring + RING.gap + RING.width / 2;
    yield { ...mark, radius: outer, color: outline, ring: 0, paper: -1 };
    yield { ...mark, radius: outer - RING.width, color: theme.background, ring: 0, paper: -1 };
  }
  if (scene.ring) yield { ...mark, radius: rim, color: shown(painted(scene.ring, i)), ring, paper: -1 };
  yield { ...mark, radius, color: shown(own), ring: scene.ring ? around.gap : ring };
}

/** Labels over their halos, and the lines that tie them to what they name. */
export function* labelMarks({ labels, colors, theme, passing }: Scene, top = 0): Generator<Mark> {
  const there = labels.map((label) => labelThere(label, passing));
  for (const [l, { leader, topic }] of labels.entries())
    if (leader !== undefined && there[l].alpha > 0) {
      const [x1, y1, x2, y2] = leader;
      const color = colors[topic] ?? theme.soft;
      const alpha = 0.7 * there[l].alpha;
      yield { shape: "line", x1, y1: y1 + top, x2, y2: y2 + top, color, width: 1, alpha };
    }
  for (const [l, label] of [...labels.entries()].reverse()) {
    const { size, alpha } = there[l];
    if (alpha === 0) continue;
    const middle = (label.box.top + label.box.bottom) / 2;
    for (const [k, { text, style, x, y }] of label.lines.entries())
      yield {
        shape: "text",
        text,
        x,
        y: middle + (y - middle) * size + top,
        size: TYPE[style].size * size,
        weight: TYPE[style].weight >= 600 ? 700 : 400,
        color: mix(theme.background, labelColor(label, style, colors, theme), alpha),
        isCentered: true,
        ...(k > 0 ? { continues: true } : {}),
        halo: { color: theme.background, width: label.kind === "area" || label.kind === "topic" ? 4 : 3 },
      };
  }
}

/** What is left of a label's size and opacity while the years go by: of a topic's by its weight, of a paper's by its age. */
function labelThere({ kind, id, topic }: Label, passing: Passing | undefined) {
  if (!passing) return { size: 1, alpha: 1 };
  if (kind !== "paper") return nameShare(passing.weights[topic] ?? 0);
  const alpha = presenceOf(passing, id) * (PASSING.old + (1 - PASSING.old) * freshnessOf(passing, id));
  return { size: 1, alpha };
}

/** The colour a label is written in: readable at its size on the background. */
function labelColor(
  { kind, topic }: Label,
  style: TextStyle,
  colors: readonly string[],
  theme: Scene["theme"],
): string {
  if (style === "terms") return theme.soft;
  if (kind === "paper") return style === "paperStrong" ? theme.ink : mix(theme.ink, theme.soft, 0.45);
  const own = colors[topic] ?? theme.soft;
  const { ground, core } = areaLook(theme.dark, "plain");
  // Names stand on their topic's area, over its core too.
  const under = mix(theme.background, own, ground + core);
  // Parts step back behind the sub-topics that they are of.
  if (style === "part") return readable(mix(own, theme.soft, 0.5), under, theme.ink);
  return readable(mix(own, theme.ink, kind === "area" || kind === "topic" ? 0.12 : 0.4), under, theme.ink);
}
