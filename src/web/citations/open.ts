import { effect } from "@preact/signals-core";
import { type Size, frameOf as squareOf, viewOf } from "../../scene/camera.ts";
import { themeOf, topicColors } from "../../scene/theme.ts";
import { announce, closeCard, openLink, openPaper, setFlight } from "../actions.ts";
import { fitCanvas } from "../scene/fit-canvas.ts";
import { watchPointer } from "../scene/pointer.ts";
import type { Stage } from "../stage.ts";
import * as state from "../state.ts";
import { words } from "../texts-understand.ts";
import { pathEnds } from "../view.ts";
import { type Frame, frameOf, HOME, type Look, lookAt, zoomed } from "./frame.ts";
import { watchGestures } from "./gestures.ts";
import { paintAxes, paintLanes } from "./ground.ts";
import { arcAt, paperAt } from "./hit.ts";
import { paintNames } from "./labels.ts";
import { lightOf } from "./light.ts";
import type { CitationModel } from "./model.ts";
import { type Picture, type Places, paintCitations } from "./paint.ts";
import { aspect, found, model as modelNow, step } from "./store.ts";

const MOVE_MS = 900;
const FLIGHT_MS = 500;

/** Puts the citation view over the map; returns a function that moves back to the map and takes it away. */
export function openCitations(stage: Stage, host: HTMLElement, mapElement: HTMLElement): () => void {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  host.replaceChildren(canvas);
  host.hidden = false;
  const context = canvas.getContext("2d");
  if (!context) return () => {};
  let look: Look = HOME;
  let picture: Picture | undefined;
  let arrived = still.matches ? 1 : 0;
  let frame = 0;
  let flight = 0;
  let hover: number | undefined;
  const size = (): Size => ({ width: host.clientWidth || 1, height: host.clientHeight || 1 });
  aspect.value = Math.max(0.5, Math.min(3.2, size().width / Math.max(1, size().height - 90)));

  function draw(): void {
    frame = 0;
    const model = modelNow.peek();
    if (!model || !context) return;
    const window = size();
    const theme = themeOf(state.dark.peek());
    const now = frameOf(model, window, look);
    const { light, standing, loose } = lit(model);
    picture = {
      model,
      frame: now,
      places: placesAt(stage, model, now, window, eased(arrived)),
      light,
      theme,
      colors: topicColors(model.map, theme),
      mask: state.mask.peek(),
      hover,
      standing,
      loose,
      arrived: eased(arrived),
    };
    fitCanvas(context, window);
    paintLanes(context, picture);
    paintCitations(context, picture);
    if (arrived === 1) paintNames(context, picture);
    paintAxes(context, picture);
    context.globalAlpha = 1;
  }
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const setLook = (next: Look) => {
    cancelAnimationFrame(flight);
    look = next;
    request();
  };

  function flyTo(goal: Look): void {
    cancelAnimationFrame(flight);
    if (still.matches) {
      setLook(goal);
      return;
    }
    const from = look;
    const begun = performance.now();
    const tick = (now: number) => {
      const t = eased(Math.min(1, (now - begun) / FLIGHT_MS));
      look = {
        k: from.k + (goal.k - from.k) * t,
        x: from.x + (goal.x - from.x) * t,
        y: from.y + (goal.y - from.y) * t,
      };
      request();
      if (t < 1) flight = requestAnimationFrame(tick);
    };
    flight = requestAnimationFrame(tick);
  }

  /** Moves between map and lanes; cut under reduced motion. */
  function move(goal: 0 | 1, done: () => void): void {
    cancelAnimationFrame(flight);
    mapElement.classList.toggle("behind", goal === 1);
    if (still.matches) {
      arrived = goal;
      draw();
      done();
      return;
    }
    const from = arrived;
    const begun = performance.now();
    const tick = (now: number) => {
      arrived = from + (goal - from) * Math.min(1, (now - begun) / MOVE_MS);
      draw();
      if (arrived === goal) done();
      else flight = requestAnimationFrame(tick);
    };
    flight = requestAnimationFrame(tick);
  }

  const endGestures = watchGestures(canvas, () => look, setLook);
  const point = (paper: number | undefined) => {
    if (hover === paper) return;
    hover = paper;
    state.hover.value = paper;
    canvas.style.cursor = paper === undefined ? "" : "pointer";
    request();
  };
  const endPointer = watchPointer(canvas, {
    move: (x, y) => picture && point(paperAt(picture, x, y, 5)),
    leave: () => point(undefined),
    click(x, y, event) {
      if (!picture) return;
      const paper = paperAt(picture, x, y, event.pointerType === "touch" ? 14 : 5);
      if (paper !== undefined) {
        openPaper(paper, { remember: true });
        return;
      }
      const arc = arcAt(picture, x, y);
      const { from, to } = picture.model.graph;
      if (arc !== undefined) openLink(from[arc], to[arc]);
      else closeCard();
    },
  });
  const resized = new ResizeObserver(request);
  resized.observe(host);
  const before = setFlight({
    toPapers: (papers) => {
      const model = modelNow.peek();
      if (model) flyTo(lookAt(model, size(), papers));
    },
    home: () => flyTo(HOME),
  });
  stage.override({
    zoomBy: (factor) => setLook(zoomed(look, factor, size().width / 2, size().height / 2)),
    panBy: (dx, dy) => setLook({ ...look, x: look.x - dx, y: look.y - dy }),
  });
  const endDrawing = effect(() => {
    void [state.dark.value, state.mask.value, state.focus.value, found.value, step.value, state.hover.value];
    const model = modelNow.value;
    hover = state.hover.value;
    if (model)
      canvas.setAttribute("aria-label", words.views.live(model.counts.papers, model.graph.from.length));
    request();
  });
  const model = modelNow.peek();
  if (model) announce(words.views.live(model.counts.papers, model.graph.from.length));
  move(1, request);

  return () => {
    endGestures();
    endPointer();
    endDrawing();
    resized.disconnect();
    setFlight(before);
    stage.override(undefined);
    look = HOME;
    move(0, () => {
      cancelAnimationFrame(frame);
      host.hidden = true;
      canvas.remove();
    });
  };
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

/** What is lit now: the paper on the card, the main path while it is walked, the path that was found. */
function lit(model: CitationModel) {
  const focus = state.focus.peek();
  const at = step.peek();
  const main = at === undefined ? [] : model.main.papers;
  const path = found.peek();
  const steps = path === undefined || path === "none" ? [] : path.steps;
  const ends = Object.values(pathEnds.peek());
  const papers = steps.length > 0 ? [steps[0].from, ...steps.map(({ to }) => to)] : ends;
  const pair = focus.kind === "link" ? [focus.from, focus.to] : [];
  // A walk or a path is the whole story while it lasts: the card must not drown it.
  const center = focus.kind === "paper" && at === undefined && steps.length === 0 ? focus.paper : undefined;
  const real = (kind: string) => kind === "citation" || kind === "mention";
  return {
    light: lightOf(model, center, main, [...papers, ...pair]),
    standing: focus.kind === "paper" ? focus.paper : undefined,
    loose: steps
      .filter(({ reasons }) => !reasons.some(({ kind }) => real(kind)))
      .map(({ from, to, reasons }) => [from, to, reasons[0].kind] as const),
  };
}

/** Where each paper is drawn, t of the way from its place on the map to that in the lanes. */
function placesAt(stage: Stage, { map, lanes }: CitationModel, frame: Frame, size: Size, t: number): Places {
  const n = map.x.length;
  const places = { x: new Float32Array(n), y: new Float32Array(n) };
  const camera = t < 1 ? stage.view()?.camera : undefined;
  const view = camera && viewOf(squareOf(map.x, map.y), camera, size);
  for (let i = 0; i < n; i++) {
    const [x, y] = [lanes.x[i] * frame.sx + frame.dx, lanes.y[i] * frame.sy + frame.dy];
    if (!view) {
      places.x[i] = x;
      places.y[i] = y;
      continue;
    }
    const [mx, my] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
    places.x[i] = mx + (x - mx) * t;
    places.y[i] = my + (y - my) * t;
  }
  return places;
}
