import type { PdfPage } from "../../../export/pdf.ts";
import { type Mark, textMark } from "../../../scene/mark.ts";
import { moved } from "../../../scene/move-marks.ts";
import { themeOf, topicColors } from "../../../scene/theme.ts";
import { wrap } from "../../../scene/wrap.ts";
import { CAPTION, namedPapers, SAID, SLIDE, SLIDE_INSETS, SLIDE_WINDOW } from "../../../view/slide.ts";
import type { StopMarks } from "../../../view/stop-marks.ts";
import type { Stop } from "../../../view/tour.ts";
import type { MapState } from "../../page/map-state.ts";
import { texts } from "../../texts/texts.ts";
import { savePdf } from "../pdf.ts";
import { fileName } from "../save.ts";
import { drawStops } from "./draw-stops.ts";

/** A4 standing, in pixels of 1/96 inch, and how many stops stand on it. */
const PAGE = { width: 794, height: 1123 };
const ON_A_PAGE = 2;
const SIDE = 56;
const TOP = 48;
const WIDTH = PAGE.width - 2 * SIDE;
const STEP = (PAGE.height - TOP - 48) / ON_A_PAGE;
/** How large a stop is on paper. */
const SCALE = WIDTH / SLIDE.width;
const NOTES = { size: 10.5, line: 14 };
const FRAME = "#d9d9d3";

/**
 * Saves the tour as a PDF, two stops a page: what is seen and said, as it is presented, and the notes below.
 * @param goesOn asked after each page, with how many stops are done
 */
export function saveHandout(now: MapState, goesOn: (done: number) => Promise<boolean>): Promise<boolean> {
  const { map } = now.atlas.peek();
  const stops = now.tour.peek();
  const draw = drawStops(now, false);
  function* pages(): Generator<PdfPage> {
    for (let k = 0; k < stops.length; k += ON_A_PAGE)
      yield { ...PAGE, marks: pageOf(now, stops.slice(k, k + ON_A_PAGE), k, draw) };
  }
  let done = 0;
  return savePdf(pages(), map.title, `${fileName()}-${texts.tour.handoutFile}.pdf`, () => {
    done = Math.min(stops.length, done + ON_A_PAGE);
    return goesOn(done);
  });
}

function* pageOf(now: MapState, stops: readonly Stop[], first: number, draw: StopMarks): Generator<Mark> {
  for (const [k, stop] of stops.entries()) {
    const top = TOP + k * STEP;
    yield* moved(slideOf(now, stop, draw), SIDE, top, SCALE);
    let y = top + SLIDE.height * SCALE + 22;
    for (const line of stop.notes.split("\n").flatMap((part) => wrap(part, NOTES.size, 400, WIDTH))) {
      // What does not fit is left out rather than drawn over what comes next.
      if (y > top + STEP - 16) break;
      yield textMark(line, SIDE, y, NOTES.size, 400, themeOf(false).ink);
      y += NOTES.line;
    }
  }
  const { map } = now.atlas.peek();
  const of = now.tour.peek().length;
  const numbers = stops.length > 1 ? `${first + 1} – ${first + stops.length}` : `${first + 1}`;
  yield textMark(`${map.title} · ${numbers} / ${of}`, SIDE, PAGE.height - 28, 11, 400, themeOf(false).soft);
}

/** A stop as the audience sees it: the caption on the left, the map beside it. */
function* slideOf(now: MapState, stop: Stop, draw: StopMarks): Generator<Mark> {
  const theme = themeOf(false);
  const { width, height } = SLIDE;
  yield { shape: "box", x: 0, y: 0, width, height, color: theme.background };
  yield { shape: "begin", name: "stop", clip: SLIDE_WINDOW };
  yield* draw(stop, SLIDE, SLIDE_INSETS);
  yield { shape: "end" };
  const caption = [...captionOf(now, stop)];
  const bottom = caption.reduce((most, mark) => ("y" in mark ? Math.max(most, mark.y) : most), 0);
  yield* moved(caption, 0, Math.max(20, (height - bottom) / 2), 1);
  const edges = [
    [0, 0, width, 0],
    [width, 0, width, height],
    [width, height, 0, height],
    [0, height, 0, 0],
  ];
  for (const [x1, y1, x2, y2] of edges)
    yield { shape: "line", x1, y1, x2, y2, color: FRAME, width: 1.5, alpha: 1 };
}

/** Title, text and papers of a stop, from the top. */
function* captionOf(now: MapState, stop: Stop): Generator<Mark> {
  const atlas = now.atlas.peek();
  const { map } = atlas;
  const theme = themeOf(false);
  const colors = topicColors(map, theme);
  const { left, width } = CAPTION;
  let y = 0;
  const lines = function* (whole: string, x: number, size: number, weight: 400 | 700, color: string) {
    for (const line of wrap(whole, size, weight, width - (x - left))) {
      y += size * 1.25;
      yield textMark(line, x, y, size, weight, color);
    }
  };
  yield* lines(stop.title, left, SAID.title, 700, theme.ink);
  y += 12;
  yield* lines(stop.text, left, SAID.text, 400, theme.soft);
  y += 10;
  for (const { paper, from } of namedPapers(atlas, stop)) {
    const color = colors[map.topic[paper]] ?? theme.stray;
    y += 8;
    yield { shape: "dot", x: left + 6, y: y + 15, radius: 6, color, ring: 0, ringColor: color, paper: -1 };
    yield* lines(map.papers[paper].title, left + SAID.indent, SAID.item, 400, theme.ink);
    yield* lines(from, left + SAID.indent, SAID.note, 400, theme.soft);
  }
}
