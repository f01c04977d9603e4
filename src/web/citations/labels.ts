import { createBoxes } from "../../scene/boxes.ts";
import { FONT } from "../../scene/theme.ts";
import { shortTitle } from "../../scene/type.ts";
import { texts } from "../texts/texts.ts";
import { laneNames, namesFrom } from "./axes.ts";
import { radiusOf } from "./frame.ts";
import type { Picture } from "./paint.ts";

const boxes = createBoxes();
const HEIGHT = 15;
const MOST = 60;
/** Up to this many papers names keep clear of dots; more leave no room for that. */
const FEW = 400;

/** "Furnas 1986": how people speak of a paper; its short title where it has no author. */
export function spokenName(map: Picture["model"]["map"], i: number): string {
  const { authors, year, title } = map.papers[i];
  const [first] = authors;
  if (!first) return shortTitle(title, 30) || texts.papers.untitled;
  const comma = first.indexOf(",");
  const surname = comma > 0 ? first.slice(0, comma) : (first.split(" ").pop() ?? first);
  return year === undefined ? surname : `${surname} ${year}`;
}

/** Names papers where there is room: the one pointed at, those on paths, neighbours, then the most cited. */
export function paintNames(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, frame, places, light, theme, hover, mask, standing } = picture;
  boxes.clear(frame.width, frame.height);
  const named = new Set<number>();
  if (model.counts.papers <= FEW)
    for (const [i, shown] of model.lanes.shown.entries()) {
      const r = shown === 1 && mask[i] === 1 ? radiusOf(model, frame, i) : 0;
      if (r > 0) boxes.add(places.x[i] - r, places.y[i] - r, places.x[i] + r, places.y[i] + r);
    }
  // In narrow windows names of lanes stand on them.
  if (!frame.beside)
    for (const { x, y, width } of laneNames(context, model, frame)) boxes.add(x, y - 11, x + width, y + 3);
  context.lineJoin = "round";
  context.textAlign = "left";
  const put = (i: number, text: string, strong: boolean, force: boolean) => {
    if (named.has(i) || named.size >= MOST || model.lanes.shown[i] === 0 || mask[i] === 0) return;
    const [x, y] = [places.x[i], places.y[i]];
    if (x < 0 || y < 0 || x > frame.width || y > frame.height - 26) return;
    context.font = `${strong ? 650 : 450} 12px ${FONT}`;
    const width = context.measureText(text).width;
    const r = radiusOf(model, frame, i) + 5;
    const spots = [
      [x + r, y - HEIGHT / 2],
      [x - r - width, y - HEIGHT / 2],
      [x - width / 2, y - r - HEIGHT],
      [x - width / 2, y + r],
    ] as const;
    const right = frame.beside ? namesFrom(model, frame) - 6 : frame.width - 4;
    const spot = spots.find(
      ([left, top]) =>
        left >= 4 &&
        left + width <= right &&
        top >= 0 &&
        top + HEIGHT <= frame.height - 24 &&
        boxes.count(left - 2, top, left + width + 2, top + HEIGHT, 1) === 0,
    );
    const [left, top] = spot ?? spots[0];
    if (!spot && !force) return;
    boxes.add(left - 2, top, left + width + 2, top + HEIGHT);
    named.add(i);
    context.globalAlpha = 0.9;
    context.strokeStyle = theme.background;
    context.lineWidth = 4;
    context.setLineDash([]);
    context.strokeText(text, left, top + 11.5);
    context.globalAlpha = 1;
    context.fillStyle = strong ? theme.ink : theme.soft;
    context.fillText(text, left, top + 11.5);
  };
  const title = (i: number) => shortTitle(model.map.papers[i].title, 44) || texts.papers.untitled;
  for (const i of [hover, standing, light.center]) if (i !== undefined) put(i, title(i), true, true);
  for (const i of [...light.path, ...light.main]) put(i, spokenName(model.map, i), true, false);
  const { graph, cited } = model;
  const byCited = (a: number, b: number) => cited[b] - cited[a] || a - b;
  if (light.center !== undefined) {
    const near = [light.before, light.after].flatMap((steps) =>
      steps ? [...steps.keys()].filter((i) => steps[i] === 1) : [],
    );
    for (const i of near.sort(byCited).slice(0, 24)) put(i, spokenName(model.map, i), false, false);
  } else if (!light.any) {
    const all = [...cited.keys()].filter((i) => cited[i] > 0 || graph.from.length < 80);
    const room = Math.min(40, Math.round((frame.width / 90) * Math.max(1, frame.sx / 16)));
    for (const i of all.sort(byCited).slice(0, room * 3)) {
      if (named.size >= room) break;
      put(i, spokenName(model.map, i), false, false);
    }
  }
}
