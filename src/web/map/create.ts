import type { TopicMap } from "../../model/map.ts";
import { heldCamera, homeCamera, type Insets, NO_INSETS } from "../../scene/camera.ts";
import { NO_EMPHASIS } from "../../scene/emphasis.ts";
import { isLost } from "../../scene/lost.ts";
import { restate, type SceneModel, sceneModel, touch } from "../../scene/model.ts";
import { createEvents } from "./events.ts";
import { createFrames } from "./frame.ts";
import { nameHandles } from "./handles.ts";
import { watchInput } from "./input.ts";
import { createMoves } from "./moves.ts";
import { createOverview } from "./overview.ts";
import { setters } from "./setters.ts";
import type { MakeSurface, Surface, SurfaceHooks } from "./surface.ts";
import type { MapView, ViewOptions } from "./view.ts";

/** A WebGL context that is lost this often is given up for the plain canvas. */
const LOSSES = 3;

/**
 * The map in a container that has a size, on a surface of the kind given.
 * @throws where the surface cannot be made
 */
export function createView(
  container: HTMLElement,
  map: TopicMap,
  options: ViewOptions,
  make: MakeSurface,
): MapView {
  const model = sceneModel(map, options.dark);
  const { emit, on } = createEvents();
  const handles = nameHandles(container, ({ kind, id }) =>
    kind === "area" ? emit("area", { area: id }) : emit("topic", { topic: id }),
  );
  let isDrawn = false;
  let input: ReturnType<typeof watchInput> | undefined;
  const overview = createOverview(container, model, (x, y) => {
    const { frame } = model;
    view.camera = {
      ...view.camera,
      x: (x - frame.x) / frame.side,
      y: (y - frame.y) / frame.side,
    };
  });
  const seek = seeker(
    model,
    () => frames.insets,
    (lost) => emit("lost", { isLost: lost }),
  );
  let reducedMotion = options.reducedMotion;
  if (getComputedStyle(container).position === "static") container.style.position = "relative";
  const frames = createFrames({
    model,
    moved: () => input?.forget(),
    rested() {
      emit("camera", drawing.surface.camera);
      seek(true);
      if (model.moving) drawing.surface.request();
    },
    boxes: overview.boxes,
  });
  if (options.insets) frames.keepClear(options.insets);
  const drawing = surfaceIn(container, make, {
    model,
    before: frames.prepare,
    hold: (camera, size) => heldCamera(camera, model.frame, model.box, size),
    after() {
      handles.update(model);
      overview.update();
      seek(false);
      if (!isDrawn) performance.mark("topograph frame");
      isDrawn = true;
      emit("drawn", {});
    },
    failed() {
      frames.destroy();
      handles.destroy();
      overview.destroy();
    },
  });
  const request = () => drawing.surface.request();
  const changed = () => {
    restate(model);
    request();
  };
  const moves = createMoves({
    model,
    surface: () => drawing.surface,
    frames,
    isStill: () => reducedMotion,
  });
  const light = (paper: number | null) => {
    // While the years go by the pointer lights nothing: papers light up by themselves.
    if (model.hover === paper || (paper !== null && model.passing)) return;
    model.hover = paper;
    changed();
  };
  const watched = watchInput(container, {
    model,
    surface: () => drawing.surface,
    light,
    repaint: request,
    interrupt: moves.stop,
    emit,
  });
  input = watched;
  drawing.surface.setCamera(moves.home());
  request();

  const view: MapView = {
    ...setters(model, changed, request),
    ...moves.own,
    setReducedMotion(reduced) {
      reducedMotion = reduced;
    },
    setMap(next) {
      if (!watched.exchange(next)) drawing.surface.setCamera(moves.home());
      request();
    },
    setHover: light,
    scene: () => ({ ...model, labels: frames.plainLabels(), emphasis: NO_EMPHASIS }),
    get camera() {
      return drawing.surface.camera;
    },
    set camera(camera) {
      moves.stop();
      drawing.surface.setCamera(camera);
      request();
    },
    setLasso: watched.setLasso,
    on,
    destroy() {
      moves.stop();
      frames.destroy();
      watched.destroy();
      handles.destroy();
      overview.destroy();
      drawing.destroy();
    },
  };
  return view;
}

/** Tells when no paper is in view any more, or one is again: once the camera rests, and after another filter. */
function seeker(model: SceneModel, insets: () => Insets, tell: (isLost: boolean) => void) {
  let wasLost = false;
  let filtered: SceneModel["visible"] = null;
  return (hasRested: boolean) => {
    if (!hasRested && filtered === model.visible) return;
    filtered = model.visible;
    const now = isLost(model, insets());
    if (now !== wasLost) tell(now);
    wasLost = now;
  };
}

/**
 * The element that a surface draws in, each in its own: sigma empties its container when it ends, and the topic buttons
 * must stay. A surface that lost its context is built anew, outside of the event.
 */
function surfaceIn(
  container: HTMLElement,
  make: MakeSurface,
  hooks: Omit<SurfaceHooks, "lost"> & { failed(): void },
) {
  const { model } = hooks;
  let element = document.createElement("div");
  let losses = 0;
  function open(kind: MakeSurface): Surface {
    element.remove();
    element = document.createElement("div");
    element.style.cssText = "position:absolute;inset:0;overflow:hidden";
    container.prepend(element);
    try {
      return kind(element, { ...hooks, lost });
    } catch (error) {
      element.remove();
      hooks.failed();
      throw error;
    }
  }
  function lost(): void {
    losses++;
    setTimeout(async () => {
      const kind = losses < LOSSES ? make : (await import("./canvas-surface.ts")).canvasSurface;
      const { camera } = drawing.surface;
      drawing.surface.destroy();
      touch(model);
      drawing.surface = open(kind);
      drawing.surface.setCamera(camera);
      drawing.surface.request();
    }, 50);
  }
  // The first frame is drawn while the surface is made: with a view of the whole map, not of a point.
  const size = { width: container.offsetWidth || 1, height: container.offsetHeight || 1 };
  hooks.before(homeCamera(model.map, size, NO_INSETS), size);
  const drawing = {
    surface: open(make),
    destroy() {
      drawing.surface.destroy();
      element.remove();
    },
  };
  return drawing;
}
