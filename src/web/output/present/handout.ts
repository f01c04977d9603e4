import type { PdfPage } from "../../../export/pdf.ts";
import type { TopicMap } from "../../../model/map.ts";
import { areasOf } from "../../../scene/areas.ts";
import { boundsOf, type Camera, cameraFor, frameOf } from "../../../scene/camera.ts";
import type { Mark, TextMark } from "../../../scene/mark.ts";
import { marksOf } from "../../../scene/marks.ts";
import { tableMeasure, textWidth } from "../../../scene/metrics.ts";
import { sceneOf } from "../../../scene/scene.ts";
import { papersOfTopic } from "../../page/actions.ts";
import { visibleMask } from "../../page/filters.ts";
import { decodeView } from "../../page/hash.ts";
import * as state from "../../page/state.ts";
import { texts } from "../../texts/texts.ts";
import { savePdf } from "../pdf.ts";
import { fileName } from "../save.ts";
import type { Stop } from "../tour.ts";
import { papersOf } from "./show.ts";

/** A4 standing, in pixels of 1/96 inch; the picture takes the upper part. */
const PAGE = { width: 794, height: 1123 };
const SIDE = 56;
const PICTURE = { width: PAGE.width - 2 * SIDE, height: 470 };
const INK = "#1c2026";
const SOFT = "#565d69";

/** Saves the tour as a PDF, a page a stop: what is seen, what is said, and the notes. */
export async function saveHandout(): Promise<void> {
  const map = state.atlas.peek()?.map;
  if (!map) return;
  const areas = areasOf(map);
  const stops = state.current.peek()?.tour.peek() ?? [];
  const pages = stops.map(
    (stop, k): PdfPage => ({ ...PAGE, marks: pageOf(map, areas, stop, k, stops.length) }),
  );
  await savePdf(pages, map.title, `${fileName()}-${texts.tour.handoutFile}.pdf`);
}

type Areas = ReturnType<typeof areasOf>;

function* pageOf(map: TopicMap, areas: Areas, stop: Stop, k: number, of: number): Generator<Mark> {
  let y = 74;
  for (const line of wrap(stop.title, 24, 700)) {
    yield text(line, y, 24, 700, INK);
    y += 30;
  }
  for (const line of wrap(stop.text, 14, 400)) {
    yield text(line, y, 14, 400, SOFT);
    y += 20;
  }
  yield* lowered(pictureOf(map, areas, stop), y);
  y += PICTURE.height + 30;
  for (const i of papersOf(stop)) {
    const { title, authors, year } = map.papers[i];
    const from = [authors.length > 1 ? texts.tour.others(authors[0]) : authors[0], year].filter(Boolean);
    for (const line of wrap(`${title}${from.length > 0 ? ` (${from.join(", ")})` : ""}`, 13, 700)) {
      yield text(line, y, 13, 700, INK);
      y += 18;
    }
    y += 4;
  }
  y += 6;
  for (const line of stop.notes.split("\n").flatMap((part) => wrap(part, 12, 400))) {
    // What does not fit is left out rather than drawn over the edge.
    if (y > PAGE.height - 70) break;
    yield text(line, y, 12, 400, INK);
    y += 17;
  }
  yield text(`${map.title} · ${k + 1} / ${of}`, PAGE.height - 36, 12, 400, SOFT);
}

function* pictureOf(map: TopicMap, areas: Areas, stop: Stop): Generator<Mark> {
  const atlas = state.atlas.peek();
  const view = atlas && decodeView(atlas, stop.view);
  const mask =
    atlas && view
      ? visibleMask(atlas, view.filters, { selection: new Set(view.selection), stars: state.stars.peek() })
      : undefined;
  const camera = cameraOf(map, stop, view?.camera);
  const scene = sceneOf(map, {
    ...PICTURE,
    dark: false,
    measure: tableMeasure,
    areas,
    ...(camera ? { camera } : {}),
    ...(mask ? { visible: mask } : {}),
    first: papersOf(stop),
  });
  yield* marksOf(scene, { background: false, legend: false, title: false, smallPrint: false });
}

function cameraOf(map: TopicMap, stop: Stop, camera: Camera | undefined): Camera | undefined {
  if (stop.to === "home") return undefined;
  if (stop.to === undefined) return camera;
  const box = boundsOf(map.x, map.y, papersOfTopic(stop.to));
  const room = { top: 60, right: 60, bottom: 60, left: 60 };
  return box ? cameraFor(frameOf(map.x, map.y), box, PICTURE, room) : undefined;
}

/** Marks moved to the place of the picture. */
function* lowered(marks: Iterable<Mark>, top: number): Generator<Mark> {
  const [dx, dy] = [SIDE, top];
  for (const mark of marks)
    switch (mark.shape) {
      case "end":
        yield mark;
        break;
      case "begin":
        yield mark.clip
          ? { ...mark, clip: { ...mark.clip, x: mark.clip.x + dx, y: mark.clip.y + dy } }
          : mark;
        break;
      case "area":
        yield {
          ...mark,
          rings: mark.rings.map((ring) => ring.map((value, n) => value + (n % 2 === 0 ? dx : dy))),
        };
        break;
      case "line":
        yield { ...mark, x1: mark.x1 + dx, y1: mark.y1 + dy, x2: mark.x2 + dx, y2: mark.y2 + dy };
        break;
      default:
        yield { ...mark, x: mark.x + dx, y: mark.y + dy };
    }
}

function text(line: string, y: number, size: number, weight: 400 | 700, color: string): TextMark {
  return { shape: "text", text: line, x: SIDE, y, size, weight, color, isCentered: false };
}

/** A text in lines that fit between the margins. */
function wrap(whole: string, size: number, weight: number): string[] {
  const lines: string[] = [];
  for (const word of whole.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= PICTURE.width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
