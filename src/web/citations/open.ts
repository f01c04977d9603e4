import { effect } from "@preact/signals-core";
import type { Size } from "../../scene/camera.ts";
import { themeOf, topicColors } from "../../scene/theme.ts";
import { fitCanvas } from "../map/fit-canvas.ts";
import { watchPointer } from "../map/pointer.ts";
import { announce, closeCard, openLink, openPaper } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { frameOf, HOME, type Look, lookAt, WIDE, zoomed } from "./frame.ts";
import { watchGestures } from "./gestures.ts";
import { paintAxes, paintLanes } from "./ground.ts";
import { arcAt, paperAt } from "./hit.ts";
import { paintNames } from "./labels.ts";
import { lightOf } from "./light.ts";
import type { CitationModel } from "./model.ts";
import { type Picture, paintCitations } from "./paint.ts";
import { placesAt } from "./places.ts";
import { aspect, beside, found, model as modelNow, step } from "./store.ts";

const MOVE_MS = 900;
const FLIGHT_MS = 500;

/** Puts the citation view over the map; returns a function that moves back to the map and takes it away. */
export function openCitations(host: HTMLElement, mapElement: HTMLElement): () => void {
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
  /** Kept from frame to frame: what is lit changes seldom, and finding it takes a walk through the graph. */
  let lit: ReturnType<typeof litNow> | undefined;
  const size = (): Size => ({ width: host.clientWidth || 1, height: host.clientHeight || 1 });
  host.style.bottom = `${covered(host)}px`;
  beside.value = size().width >= WIDE;
  aspect.value = Math.max(0.5, Math.min(3.2, size().width / Math.max(1, size().height - 90)));

  function draw(): void {
    frame = 0;
    const model = modelNow.peek();
    const map = state.current.peek();
    if (!model || !map || !context) return;
    const window = size();
    const theme = themeOf(state.dark.peek());
    const now = frameOf(model, window, look);
    lit ??= litNow(map, model);
    const { light, standing, loose } = lit;
    picture = {
      model,
      frame: now,
      places: placesAt(model, now, window, eased(arrived)),
      light,
      theme,
      colors: topicColors(model.map, theme),
      mask: map.mask.peek(),
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
    const now = state.current.peek();
    if (now) now.hover.value = paper;
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
  state.over.value = {
    flyTo(to) {
      const model = modelNow.peek();
      if (model) flyTo("papers" in to ? lookAt(model, size(), to.papers) : HOME);
    },
    zoomBy: (factor) => setLook(zoomed(look, factor, size().width / 2, size().height / 2)),
    panBy: (dx, dy) => setLook({ ...look, x: look.x - dx, y: look.y - dy }),
  };
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
  const model = modelNow.peek();
  if (model) announce(texts.views.live(model.counts.papers, model.graph.from.length));
  move(1, request);

  return () => {
    endGestures();
    endPointer();
    endDrawing();
    endFitting();
    resized.disconnect();
    state.over.value = undefined;
    look = HOME;
    move(0, () => {
      cancelAnimationFrame(frame);
      host.hidden = true;
      canvas.remove();
    });
  };
}

/** How much of the lower stage the sheet covers on small screens, in pixels; a strip of the view always stays. */
function covered(host: HTMLElement): number {
  const stage = host.parentElement?.getBoundingClientRect();
  const sheet = document.getElementById("panel")?.getBoundingClientRect();
  if (!stage || !sheet || sheet.left >= stage.right || sheet.top >= stage.bottom) return 0;
  return Math.max(0, Math.min(stage.bottom - sheet.top, stage.height - 200));
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

/** What is lit now: the paper on the card, the main path while it is walked, the path that was found. */
function litNow(now: MapState, model: CitationModel) {
  const focus = now.focus.peek();
  const at = step(now).peek();
  const main = at === undefined ? [] : model.main.papers;
  const path = found.peek();
  const steps = path === undefined || path === "none" ? [] : path.steps;
  const ends = Object.values(now.pathEnds.peek());
  const papers = steps.length > 0 ? [steps[0].from, ...steps.map(({ to }) => to)] : ends;
  const pair = focus.kind === "link" ? [focus.from, focus.to] : [];
  // A walk or a path is the whole story while it lasts: the card must not drown it.
  const center = focus.kind === "paper" && at === undefined && steps.length === 0 ? focus.paper : undefined;
  const real = (kind: string) => kind === "citation" || kind === "mention";
  return {
    light: lightOf(model, center, main, [...papers, ...pair]),
    standing: at === undefined ? (focus.kind === "paper" ? focus.paper : undefined) : main[at],
    loose: steps
      .filter(({ reasons }) => !reasons.some(({ kind }) => real(kind)))
      .map(({ from, to, reasons }) => [from, to, reasons[0].kind] as const),
  };
}
