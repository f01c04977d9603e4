import type { Ring } from "../../scene/areas.ts";
import type { View } from "../../scene/camera.ts";
import { dotHalo, dotRadius } from "../../scene/dots.ts";
import type { Label } from "../../scene/labels/labels.ts";
import { passes } from "../../scene/links.ts";
import { linkCalm, linkLook } from "../../scene/look.ts";
import { FONT, mix, type Theme } from "../../scene/theme.ts";
import { type TextStyle, TYPE } from "../../scene/type.ts";
import { linkBudget, litIds } from "./links-layer.ts";
import { HIDDEN, isDimmed, MATCH, type SceneModel, SELECTED } from "./model.ts";

type Context = CanvasRenderingContext2D;

/** CSS font of a text style. */
function fontOf(style: TextStyle): string {
  return `${TYPE[style].weight} ${TYPE[style].size}px ${FONT}`;
}

/** Areas as paths in map units, smoothed through the middles of their sides; made once a map. */
export function areaPaths(model: SceneModel): { topic: number; border: Path2D; core: Path2D }[] {
  return model.areas.map(({ topic, border, core }) => ({
    topic,
    border: smooth(border),
    core: smooth(core),
  }));
}

/** Closed curves through the middles of the sides of rings. */
export function smooth(rings: readonly Ring[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    const n = ring.length;
    path.moveTo((ring[n - 2] + ring[0]) / 2, (ring[n - 1] + ring[1]) / 2);
    for (let k = 0; k < n; k += 2) {
      const [nx, ny] = [ring[(k + 2) % n], ring[(k + 3) % n]];
      path.quadraticCurveTo(ring[k], ring[k + 1], (ring[k] + nx) / 2, (ring[k + 1] + ny) / 2);
    }
    path.closePath();
  }
  return path;
}

/** Draws the topics' areas. */
export function paintAreas(context: Context, model: SceneModel, paths: ReturnType<typeof areaPaths>): void {
  const { view, theme, colors } = model;
  const lit = isDimmed(model) ? 0.45 : 1;
  context.save();
  context.transform(view.scale, 0, 0, -view.scale, view.dx, view.dy);
  for (const { topic, border, core } of paths) {
    const faint = model.shown[topic] === 0 ? 0.25 : lit;
    context.fillStyle = colors[topic];
    context.globalAlpha = (theme.dark ? 0.1 : 0.075) * faint;
    context.fill(border, "evenodd");
    context.globalAlpha = (theme.dark ? 0.08 : 0.07) * faint;
    context.fill(core, "evenodd");
    context.globalAlpha = (theme.dark ? 0.42 : 0.34) * faint;
    context.strokeStyle = colors[topic];
    context.lineWidth = 1 / view.scale;
    context.stroke(border);
  }
  context.restore();
}

/** The colour a label is written in: readable at its size on the background. */
function labelColor(label: Label, style: TextStyle, model: SceneModel): string {
  const { theme, colors } = model;
  if (style === "terms") return theme.soft;
  if (label.kind === "paper") return style === "paperStrong" ? theme.ink : mix(theme.ink, theme.soft, 0.45);
  const own = colors[label.topic] ?? theme.soft;
  return label.kind === "topic" ? mix(own, theme.ink, 0.12) : mix(own, theme.ink, 0.4);
}

/** Draws labels with a halo, and leader lines under them. */
export function paintLabels(context: Context, model: SceneModel): void {
  const { theme, labels } = model;
  context.lineJoin = "round";
  context.textAlign = "center";
  for (const label of labels) {
    if (label.leader === undefined) continue;
    const [x1, y1, x2, y2] = label.leader;
    context.strokeStyle = model.colors[label.topic] ?? theme.soft;
    context.globalAlpha = 0.7;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const label of [...labels].reverse()) {
    for (const line of label.lines) {
      context.font = fontOf(line.style);
      context.strokeStyle = theme.background;
      context.globalAlpha = 0.88;
      context.lineWidth = label.kind === "topic" ? 4 : 3;
      context.strokeText(line.text, line.x, line.y);
      context.globalAlpha = 1;
      context.fillStyle = labelColor(label, line.style, model);
      context.fillText(line.text, line.x, line.y);
    }
  }
}

/** Links and dots on a plain canvas: what the WebGL layers draw, for browsers without it and for pictures. */
export function paintGraph(context: Context, model: SceneModel): void {
  const dim = isDimmed(model);
  paintLinks(context, model, dim);
  context.globalAlpha = 1;
  for (const i of model.drawOrder) paintDot(context, model, i, dim);
  const front = [...model.matches, ...model.lit, ...(model.pair ?? []), ...model.selection];
  if (model.center !== null) front.push(model.center);
  for (const i of front) paintDot(context, model, i, false);
}

function paintLinks(context: Context, model: SceneModel, dim: boolean): void {
  const { links, map, view, state, theme, colors } = model;
  const count = Math.min(linkBudget(model), 20_000);
  const calm = linkCalm(count);
  const draw = (e: number, lit: boolean, plain = lit) => {
    const [i, j] = [links.source[e], links.target[e]];
    if (((state[i] | state[j]) & HIDDEN) !== 0 || (!lit && !passes(links, e, model.filter))) return;
    const [ax, ay] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
    const [bx, by] = [map.x[j] * view.scale + view.dx, view.dy - map.y[j] * view.scale];
    const far = Math.max(1, Math.hypot(bx - ax, by - ay));
    const same = map.topic[i] === map.topic[j];
    const strength = links.strength[e];
    const look = linkLook(strength, same, far, calm);
    context.globalAlpha = plain
      ? 0.6 + 0.3 * strength
      : lit
        ? 0.1 + 0.2 * strength * strength
        : look.alpha * (dim ? 0.16 : 1);
    const pair = lit && model.pair?.includes(i) && model.pair.includes(j);
    context.strokeStyle = pair ? theme.accent : same ? (colors[map.topic[i]] ?? theme.stray) : theme.link;
    context.lineWidth = pair ? 3.8 : plain ? 1.2 + strength * 1.4 : look.width;
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
    context.stroke();
  };
  for (let e = count - 1; e >= 0; e--) draw(e, false);
  const lit = litIds(model);
  for (const [k, e] of lit.entries()) draw(e, true, lit.length - k <= model.plain);
}

function paintDot(context: Context, model: SceneModel, i: number, dim: boolean): void {
  const { map, view, state, theme, colors } = model;
  if ((state[i] & HIDDEN) !== 0) return;
  const [x, y] = place(map.x[i], map.y[i], view);
  const r = dotRadius(model.sizes[i], model.dots);
  if (x < -r || y < -r || x > view.width + r || y > view.height + r) return;
  const halo = dotHalo(r);
  disc(context, x, y, r + halo, theme.background);
  const own = colors[map.topic[i]] ?? theme.stray;
  disc(context, x, y, r, dim ? mix(theme.background, own, 0.26) : own);
  if (dim || (state[i] & (SELECTED | MATCH)) === 0) return;
  context.strokeStyle = ringColor(state[i], theme);
  context.lineWidth = 1.8;
  context.beginPath();
  context.arc(x, y, r + halo + 1.4, 0, 2 * Math.PI);
  context.stroke();
}

function ringColor(state: number, theme: Theme): string {
  return (state & SELECTED) !== 0 ? theme.ink : theme.accent;
}

function disc(context: Context, x: number, y: number, r: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fill();
}

function place(x: number, y: number, view: View): [number, number] {
  return [x * view.scale + view.dx, view.dy - y * view.scale];
}
