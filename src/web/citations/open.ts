import { effect } from "@preact/signals-core";
import { easeCubicInOut, type Timer, timer } from "d3";
import type { Size } from "../../scene/camera.ts";
import { themeOf, topicColors } from "../../scene/theme.ts";
import { fitCanvas } from "../map/fit-canvas.ts";
import { type Gestures, watchGestures } from "../map/gestures.ts";
import { watchPointer } from "../map/pointer.ts";
import { announce, closeCard, openLink, openPaper } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { paintAxes, paintLanes } from "./axes.ts";
import { frameOf, HOME, type Look, lookAt, SCALES, WIDE } from "./frame.ts";
import { arcAt, paperAt } from "./hit.ts";
import { paintNames } from "./labels.ts";
import { litNow } from "./light.ts";
import { walkBy } from "./main-path.ts";
import { type Picture, paintCitations } from "./paint.ts";
import { placesAt } from "./places.ts";
import { aspect, beside, found, model as modelNow, step } from "./store.ts";

const MOVE_MS = 700;
const FLIGHT_MS = 500;

/** Ends the way back to the map and says how far along the dots are; undefined while none is under way. */
let turnBack: (() => number) | undefined;

/** Puts the citation view over the map; returns a function that moves back to the map and takes it away. */
export function openCitations(host: HTMLElement, mapElement: HTMLElement): () => void {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // Opened again on the way back, the dots turn where they are.
  let arrived = turnBack?.() ?? 0;
  if (still.matches) arrived = 1;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  host.replaceChildren(canvas);
  host.hidden = false;
  const context = canvas.getContext("2d");
  if (!context) return () => {};
  let picture: Picture | undefined;
  let frame = 0;
  let hover: number | undefined;
  /** Kept from frame to frame: what is lit changes seldom, and finding it takes a walk through the graph. */
  let lit: ReturnType<typeof litNow> | undefined;
  const size = (): Size => ({ width: host.clientWidth || 1, height: host.clientHeight || 1 });
  host.style.bottom = `${covered(host)}px`;
  beside.value = size().width >= WIDE;
  aspect.value = Math.max(0.5, Math.min(3.2, size().width / Math.max(1, size().height - 90)));

  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const gestures = watchGestures(canvas, SCALES, request);

  function draw(): void {
    frame = 0;
    const model = modelNow.peek();
    const now = state.current.peek();
    if (!model || !now || !context) return;
    const theme = themeOf(state.dark.peek());
    const place = frameOf(model, size(), gestures.transform);
    const way = easeCubicInOut(arrived);
    lit ??= litNow(now, step(now).peek(), found.peek(), model);
    picture = {
      ...lit,
      model,
      frame: place,
      places: placesAt(model, place, size(), way),
      theme,
      colors: topicColors(model.map, theme),
      mask: now.mask.peek(),
      hover,
      arrived: way,
    };
    fitCanvas(context, size());
    // Never two drawings through each other: the dots that fly are the map's.
    context.fillStyle = theme.background;
    context.fillRect(0, 0, place.width, place.height);
    paintLanes(context, picture);
    paintCitations(context, picture);
    if (arrived === 1) paintNames(context, picture);
    paintAxes(context, picture);
    context.globalAlpha = 1;
  }

  /** Moves between map and lanes; cut under reduced motion. */
  let moving: Timer | undefined;
  function move(goal: 0 | 1, done: () => void): void {
    moving?.stop();
    mapElement.classList.toggle("behind", goal === 1);
    const from = arrived;
    const clock = timer((elapsed) => {
      arrived = still.matches ? goal : from + (goal - from) * Math.min(1, elapsed / MOVE_MS);
      draw();
      if (arrived !== goal) return;
      clock.stop();
      done();
    });
    moving = clock;
  }

  state.over.value = moverOf(gestures, size, () => (still.matches ? 0 : FLIGHT_MS));
  const endPointer = listen(canvas, () => picture);
  const resized = new ResizeObserver(request);
  resized.observe(host);
  const endFitting = effect(() => {
    void state.sheet.value;
    // The sheet has moved when the page has been laid out again.
    requestAnimationFrame(() => {
      host.style.bottom = `${covered(host)}px`;
      request();
    });
  });
  const endDrawing = effect(() => {
    const now = state.current.value;
    if (!now) return;
    void [state.dark.value, now.mask.value, now.focus.value, found.value, step(now).value];
    const model = modelNow.value;
    hover = now.hover.value;
    lit = undefined;
    if (model)
      canvas.setAttribute("aria-label", texts.views.live(model.counts.papers, model.graph.from.length));
    request();
  });
  announce(canvas.getAttribute("aria-label") ?? "");
  move(1, request);

  return () => {
    for (const end of [endPointer, endDrawing, endFitting, gestures.destroy]) end();
    resized.disconnect();
    state.over.value = undefined;
    const end = () => {
      turnBack = undefined;
      moving?.stop();
      cancelAnimationFrame(frame);
      canvas.remove();
      host.hidden = true;
      return arrived;
    };
    turnBack = end;
    move(0, end);
  };
}

/** What flights, keys and buttons move while the view is open. */
function moverOf(gestures: Gestures, size: () => Size, ms: () => number): state.Mover {
  const fly = ({ k, x, y }: Look) => gestures.set(k, x, y, ms());
  return {
    flyTo(to) {
      const model = modelNow.peek();
      if (model) fly("papers" in to ? lookAt(model, size(), to.papers) : HOME);
    },
    zoomBy: (factor) => gestures.scaleBy(factor, [size().width / 2, size().height / 2]),
    panBy(dx, dy) {
      const { k, x, y } = gestures.transform;
      gestures.set(k, x - dx, y - dy);
    },
    step(by) {
      const [now, model] = [state.current.peek(), modelNow.peek()];
      return now !== undefined && model !== undefined && walkBy(now, model.main, by);
    },
  };
}

/** Tells the state what the pointer does on the picture. Returns a function that ends it. */
function listen(canvas: HTMLElement, picture: () => Picture | undefined): () => void {
  const point = (paper: number | undefined) => {
    const now = state.current.peek();
    if (now) now.hover.value = paper;
    canvas.style.cursor = paper === undefined ? "" : "pointer";
  };
  return watchPointer(canvas, {
    move(x, y) {
      const seen = picture();
      if (seen) point(paperAt(seen, x, y, 5));
    },
    leave: () => point(undefined),
    click(x, y, event) {
      const seen = picture();
      if (!seen) return;
      const paper = paperAt(seen, x, y, event.pointerType === "touch" ? 14 : 5);
      const arc = paper === undefined ? arcAt(seen, x, y) : undefined;
      const { from, to } = seen.model.graph;
      if (paper !== undefined) openPaper(paper, { remember: true });
      else if (arc !== undefined) openLink(from[arc], to[arc]);
      else closeCard();
    },
  });
}

/** How much of the lower stage the sheet covers on small screens, in pixels; a strip of the view always stays. */
function covered(host: HTMLElement): number {
  const stage = host.parentElement?.getBoundingClientRect();
  const sheet = document.getElementById("panel")?.getBoundingClientRect();
  if (!stage || !sheet || sheet.left >= stage.right || sheet.top >= stage.bottom) return 0;
  return Math.max(0, Math.min(stage.bottom - sheet.top, stage.height - 200));
}
