import type { EdgeKind } from "../../model/edges.ts";
import { mix } from "../../scene/color.ts";
import type { Theme } from "../../scene/theme.ts";
import { disc } from "../map/painter.ts";
import { type Frame, radiusOf } from "./frame.ts";
import { isLit, type Light } from "./light.ts";
import type { CitationModel } from "./model.ts";

/** Where the dots are drawn: their places in the lanes, or somewhere on the way from the map. Pixels. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** All that one picture depends on. */
export interface Picture {
  readonly model: CitationModel;
  readonly frame: Frame;
  readonly places: Places;
  readonly light: Light;
  readonly theme: Theme;
  readonly colors: readonly string[];
  /** 0 hides a paper. */
  readonly mask: Uint8Array;
  readonly hover: number | undefined;
  /** The step of the path walked: the paper that stands out. */
  readonly standing: number | undefined;
  /** Steps of a path that are no citations: drawn dotted. */
  readonly loose: readonly (readonly [number, number, EdgeKind])[];
  /** 0 on the map, 1 in the lanes: lanes and arcs fade in at the end. */
  readonly arrived: number;
}

type Context = CanvasRenderingContext2D;

/** Colours of past and future; the main path and a found path are the accent. */
function flowColors({ dark }: Theme): { readonly before: string; readonly after: string } {
  return dark ? { before: "#7fb0ff", after: "#ff9d5c" } : { before: "#1d5fd1", after: "#c2490a" };
}

/** The most arcs drawn when nothing is lit, at home; more when nearer. */
const ARCS = 2600;

/** Draws arcs and dots. */
export function paintCitations(context: Context, picture: Picture): void {
  const { model, arrived, light, mask } = picture;
  const fade = Math.min(1, Math.max(0, (arrived - 0.6) / 0.4));
  if (fade > 0) paintArcs(context, picture, fade);
  const lit: number[] = [];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    if (model.lanes.shown[i] === 0) {
      // What neither cites nor is cited fades out on the way to the lanes.
      if (arrived < 1) paintDot(context, picture, i, light.any, 1 - arrived);
      continue;
    }
    if (light.any && isLit(light, i)) lit.push(i);
    else paintDot(context, picture, i, light.any);
  }
  if (fade > 0) paintLitArcs(context, picture, fade);
  for (const i of lit) paintDot(context, picture, i, false);
}

function paintArcs(context: Context, picture: Picture, fade: number): void {
  const { model, light, theme, colors, frame } = picture;
  const { graph, map, order } = model;
  const budget = Math.min(order.length, Math.round(ARCS * Math.max(1, frame.sx / 20)));
  const calm = Math.min(1, Math.sqrt(900 / Math.max(1, budget)));
  const heads = budget <= 1200;
  let drawn = 0;
  for (const a of order) {
    if (drawn >= budget) break;
    const same = map.topic[graph.from[a]] === map.topic[graph.to[a]] && map.topic[graph.from[a]] >= 0;
    const color = same ? (colors[map.topic[graph.from[a]]] ?? theme.stray) : theme.link;
    const alpha = (same ? 0.34 : 0.22) * calm * (light.any ? 0.22 : 1) * fade;
    if (arc(context, picture, a, { color, alpha, width: 0.9, head: heads && !light.any ? 5 : 0 })) drawn++;
  }
}

function paintLitArcs(context: Context, picture: Picture, fade: number): void {
  const { model, light, theme } = picture;
  const { graph } = model;
  const { before, after } = flowColors(theme);
  const steps = (column: Int32Array | undefined, i: number) => column?.[i] ?? 0;
  const flow = (a: number, color: string, far: number) =>
    arc(context, picture, a, {
      color,
      alpha: (far === 0 ? 0.9 : far === 1 ? 0.34 : 0.14) * fade,
      width: far === 0 ? 1.7 : 1,
      head: far === 0 ? 8 : far === 1 ? 5 : 0,
    });
  for (const a of [...light.future].reverse()) flow(a, after, steps(light.after, graph.to[a]));
  for (const a of [...light.past].reverse()) flow(a, before, steps(light.before, graph.from[a]));
  chain(context, picture, light.main, { color: theme.ink, alpha: fade, width: 3, head: 11 });
  chain(context, picture, light.path, { color: theme.accent, alpha: fade, width: 3, head: 11 });
  for (const [i, j] of picture.loose)
    line(context, picture, i, j, { color: theme.accent, alpha: fade, width: 2.4, head: 0 }, [2, 5]);
}

interface Stroke {
  readonly color: string;
  readonly alpha: number;
  readonly width: number;
  /** Length of the arrowhead; 0 for none. */
  readonly head: number;
}

/** The arcs between neighbours of a chain of papers. */
function chain(context: Context, picture: Picture, papers: readonly number[], stroke: Stroke): void {
  const { start, other, arc: number } = picture.model.graph.cites;
  for (let k = 1; k < papers.length; k++)
    for (const [i, j] of [
      [papers[k], papers[k - 1]],
      [papers[k - 1], papers[k]],
    ])
      for (let s = start[i]; s < start[i + 1]; s++)
        if (other[s] === j) arc(context, picture, number[s], stroke);
}

/** One arc, from the citing to the cited paper; inferred ones are dashed. False where it is not in the window. */
function arc(context: Context, picture: Picture, a: number, stroke: Stroke): boolean {
  const { graph } = picture.model;
  return line(context, picture, graph.from[a], graph.to[a], stroke, graph.inferred[a] === 1 ? [5, 4] : []);
}

function line(
  context: Context,
  { places, frame, mask, model }: Picture,
  i: number,
  j: number,
  { color, alpha, width, head }: Stroke,
  dash: readonly number[],
): boolean {
  if (mask[i] === 0 || mask[j] === 0) return false;
  const [ax, ay, bx, by] = [places.x[i], places.y[i], places.x[j], places.y[j]];
  if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > frame.width) return false;
  if (Math.max(ay, by) < 0 || Math.min(ay, by) > frame.height) return false;
  const [mx, my] = bend(ax, ay, bx, by);
  const reach = radiusOf(model, frame, j) + 2.5;
  const length = Math.hypot(bx - mx, by - my) || 1;
  const [ux, uy] = [(bx - mx) / length, (by - my) / length];
  const [tx, ty] = [bx - ux * reach, by - uy * reach];
  context.globalAlpha = alpha;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash as number[]);
  context.beginPath();
  context.moveTo(ax, ay);
  context.quadraticCurveTo(mx, my, tx - ux * head * 0.7, ty - uy * head * 0.7);
  context.stroke();
  if (head === 0) return true;
  context.setLineDash([]);
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(tx, ty);
  context.lineTo(tx - ux * head - uy * head * 0.42, ty - uy * head + ux * head * 0.42);
  context.lineTo(tx - ux * head + uy * head * 0.42, ty - uy * head - ux * head * 0.42);
  context.closePath();
  context.fill();
  return true;
}

/** The control point of an arc: beside its middle, so that there and back differ and rows of papers are not crossed out. */
export function bend(ax: number, ay: number, bx: number, by: number): [number, number] {
  const [dx, dy] = [bx - ax, by - ay];
  const bow = 0.14;
  return [(ax + bx) / 2 + dy * bow, (ay + by) / 2 - dx * bow];
}

function paintDot(context: Context, picture: Picture, i: number, dim: boolean, alpha = 1): void {
  const { model, frame, places, theme, colors, hover, standing, light } = picture;
  const [x, y] = [places.x[i], places.y[i]];
  const r = radiusOf(model, frame, i);
  if (x < -r || y < -r || x > frame.width + r || y > frame.height + r) return;
  const own = colors[model.map.topic[i]] ?? theme.stray;
  context.globalAlpha = alpha;
  disc(context, x, y, r + Math.min(1.4, r * 0.3), theme.background);
  disc(context, x, y, r, dim ? mix(theme.background, own, 0.24) : own);
  const stands = i === standing || i === light.center;
  if (!stands && i !== hover && !light.main.includes(i) && !light.path.includes(i)) return;
  context.strokeStyle = light.path.includes(i) && !stands ? theme.accent : theme.ink;
  context.lineWidth = stands ? 3 : 1.8;
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, r + (stands ? 4 : 2.4), 0, 2 * Math.PI);
  context.stroke();
}
