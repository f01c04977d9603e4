import type { TopicMap } from "../../model/map.ts";
import { type Camera, homeCamera, NO_INSETS, panned, zoomAt } from "../../scene/camera.ts";
import { cameraOf } from "../../scene/destination.ts";
import { NO_EMPHASIS } from "../../scene/emphasis.ts";
import { remap, restate, sceneModel, touch } from "../../scene/model.ts";
import { createEvents } from "./events.ts";
import { createFlight } from "./flight.ts";
import { createFrames } from "./frame.ts";
import { topicHandles } from "./handles.ts";
import { watchInput } from "./input.ts";
import { setters } from "./setters.ts";
import type { MakeSurface, Surface, SurfaceHooks } from "./surface.ts";
import type { MapView, ViewOptions } from "./view.ts";

/** How long the camera flies: to a place, a step of the zoom, a step to the side, and clear of a panel. */
const FLIGHT_MS = { far: 700, zoom: 180, pan: 120, clear: 220 } as const;
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
  const handles = topicHandles(container, (topic) => emit("topic", { topic }));
  let isDrawn = false;
  let input: ReturnType<typeof watchInput> | undefined;
  let reducedMotion = options.reducedMotion;
  if (getComputedStyle(container).position === "static") container.style.position = "relative";
  const frames = createFrames({
    model,
    moved: () => input?.forget(),
    rested() {
      emit("camera", drawing.surface.camera);
      if (model.moving) drawing.surface.request();
    },
  });
  if (options.insets) frames.keepClear(options.insets);
  const drawing = surfaceIn(container, make, {
    model,
    before: frames.prepare,
    after() {
      handles.update(model);
      if (!isDrawn) performance.mark("topograph frame");
      isDrawn = true;
    },
    failed() {
      frames.destroy();
      handles.destroy();
    },
  });
  const request = () => drawing.surface.request();
  const changed = () => {
    restate(model);
    request();
  };
  const flight = createFlight(() => drawing.surface);
  const fly = (camera: Camera, ms: number) => void flight.to(camera, reducedMotion ? 0 : ms);
  const light = (paper: number | null) => {
    if (model.hover === paper) return;
    model.hover = paper;
    changed();
  };
  const watched = watchInput(container, {
    model,
    surface: () => drawing.surface,
    light,
    repaint: request,
    interrupt: flight.stop,
    emit,
  });
  input = watched;
  const findHome = () => homeCamera(model.map, drawing.surface.size(), frames.insets);
  /** Where the camera is while it shows the whole map. */
  let home = findHome();
  const goHome = () => {
    home = findHome();
    return home;
  };
  const isHome = ({ x, y, ratio }: Camera) =>
    Math.abs(x - home.x) + Math.abs(y - home.y) + Math.abs(ratio - home.ratio) < 1e-6;
  drawing.surface.setCamera(home);
  request();

  return {
    ...setters(model, changed, request),
    setReducedMotion(reduced) {
      reducedMotion = reduced;
    },
    setMap(next) {
      watched.forget();
      if (!remap(model, next)) drawing.surface.setCamera(goHome());
      request();
    },
    setHover: light,
    scene: () => ({ ...model, labels: frames.plainLabels(), emphasis: NO_EMPHASIS }),
    flyTo(destination) {
      const to =
        "home" in destination
          ? goHome()
          : cameraOf(destination, model, drawing.surface.size(), frames.insets, drawing.surface.camera);
      fly(to, FLIGHT_MS.far);
    },
    zoomBy(factor) {
      const size = drawing.surface.size();
      fly(zoomAt(drawing.surface.camera, size, factor, size.width / 2, size.height / 2), FLIGHT_MS.zoom);
    },
    panBy: (dx, dy) => fly(panned(drawing.surface.camera, drawing.surface.size(), dx, dy), FLIGHT_MS.pan),
    get camera() {
      return drawing.surface.camera;
    },
    set camera(camera) {
      flight.stop();
      drawing.surface.setCamera(camera);
      request();
    },
    setInsets(next, boxes) {
      const stays = isHome(drawing.surface.camera);
      frames.keepClear(next, boxes);
      if (stays) fly(goHome(), FLIGHT_MS.clear);
      request();
    },
    setLasso: watched.setLasso,
    on,
    destroy() {
      flight.stop();
      frames.destroy();
      watched.destroy();
      handles.destroy();
      drawing.destroy();
    },
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
