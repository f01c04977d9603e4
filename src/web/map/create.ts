import type { TopicMap } from "../../model/map.ts";
import { type Box, type Camera, type Insets, NO_INSETS, panned, viewOf, zoomAt } from "../../scene/camera.ts";
import { dotScale } from "../../scene/dots.ts";
import { createDesk, layoutLabels } from "../../scene/labels/labels.ts";
import { canvasStage } from "./canvas-stage.ts";
import { cameraOf, homeCamera } from "./destination.ts";
import { createEvents } from "./events.ts";
import { createFlight } from "./flight.ts";
import { topicHandles } from "./handles.ts";
import { labelScene } from "./label-scene.ts";
import { startLasso } from "./lasso.ts";
import { linkFilter, recolor, remap, resize, restate, type SceneModel, sceneModel, touch } from "./model.ts";
import { sceneNow } from "./now.ts";
import { areaPaths, paintAreas, paintLabels } from "./painter.ts";
import { linkAt, paperAt, topicAt, watchPointer } from "./pointer.ts";
import { sigmaStage } from "./sigma-stage.ts";
import type { Stage, StageHooks } from "./stage.ts";
import type { MapView, ViewOptions } from "./view.ts";

const FLIGHT_MS = 700;
const REST_MS = 160;
/** Above this many links fewer are drawn while the camera moves. */
const MANY_LINKS = 8000;

/** Puts stage, model, painters and pointer together. See `createMapView`. */
export function createView(container: HTMLElement, map: TopicMap, options: ViewOptions): MapView {
  const model: SceneModel = sceneModel(map, options.dark);
  const desk = createDesk();
  const { emit, on } = createEvents();
  const handles = topicHandles(container, (topic) => emit("topic", { topic }));
  let paths = areaPaths(model);
  let insets: Insets = options.insets ?? NO_INSETS;
  let covered: readonly Box[] = [];
  let reducedMotion = options.reducedMotion;
  let rest = 0;
  let losses = 0;
  let drawn = false;
  let ground = document.createElement("div");
  let endLasso: (() => void) | undefined;
  if (getComputedStyle(container).position === "static") container.style.position = "relative";

  const hooks: StageHooks = {
    model,
    before(camera, size) {
      const view = viewOf(model.frame, camera, size);
      const { scale, dx, dy } = model.view;
      const moved = view.scale !== scale || view.dx !== dx || view.dy !== dy;
      model.view = view;
      model.dots = dotScale(model.frame, view, model.map.x.length);
      model.moving = moved && model.links.weight.length > MANY_LINKS;
      if (moved) whenStill();
    },
    under: (context) => paintAreas(context, model, paths),
    over(context) {
      model.labels = layoutLabels(model.stock, labelScene(model, insets, covered), desk);
      paintLabels(context, model);
      handles.update(model);
      if (!drawn) performance.mark("topograph frame");
      drawn = true;
    },
    lost() {
      // Built anew, outside of the event; a context that is lost again and again is given up for the plain canvas.
      losses++;
      setTimeout(() => {
        const { camera } = stage;
        stage.destroy();
        touch(model);
        stage = open();
        stage.setCamera(camera);
        stage.request();
      }, 50);
    },
  };

  /** Each stage gets an element of its own: sigma empties its container when it ends, and the topic buttons must stay. */
  function open(): Stage {
    ground.remove();
    ground = document.createElement("div");
    ground.style.cssText = "position:absolute;inset:0;overflow:hidden";
    container.prepend(ground);
    if (losses < 3)
      try {
        return sigmaStage(ground, hooks);
      } catch {
        // No WebGL 2: what sigma left behind goes.
        ground.replaceChildren();
      }
    return canvasStage(ground, hooks);
  }

  /** Tells the page where the camera is, once it rests, and draws all links again. */
  function whenStill(): void {
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      emit("camera", stage.camera);
      if (model.moving) stage.request();
    }, REST_MS);
  }

  function changed(): void {
    restate(model);
    stage.request();
  }

  function setHover(paper: number | null): void {
    if (model.hover === paper) return;
    model.hover = paper;
    changed();
  }

  // The first frame is drawn while the stage is made: with a view of the whole map, not of a point.
  const start = { width: container.offsetWidth || 1, height: container.offsetHeight || 1 };
  hooks.before(homeCamera(model, start, insets), start);
  let stage = open();
  const flight = createFlight(() => stage);
  /** Where the camera is while it shows the whole map. */
  let home: Camera | undefined;
  const findHome = () => {
    home = homeCamera(model, stage.size(), insets);
    return home;
  };
  const goHome = () => stage.setCamera(findHome());
  const isHome = ({ x, y, ratio }: Camera) =>
    home !== undefined && Math.abs(x - home.x) + Math.abs(y - home.y) + Math.abs(ratio - home.ratio) < 1e-6;
  let hovered: number | null = null;
  const point = (paper: number | null, x: number, y: number) => {
    if (paper === hovered) return;
    hovered = paper;
    setHover(paper);
    emit("hover", { paper, x, y });
  };
  const unwatch = watchPointer(container, {
    move(x, y) {
      if (stage.moving || endLasso !== undefined) return;
      const paper = paperAt(model, x, y, 4);
      const over = paper !== null || linkAt(model, x, y) !== undefined || topicAt(model, x, y) !== undefined;
      container.style.cursor = over ? "pointer" : "";
      point(paper, x, y);
    },
    leave: () => point(null, 0, 0),
    click(x, y, event) {
      if (endLasso !== undefined) return;
      flight.stop();
      const paper = paperAt(model, x, y, event.pointerType === "touch" ? 14 : 4);
      if (paper !== null)
        return emit("select", { paper, add: event.shiftKey || event.ctrlKey || event.metaKey });
      const link = linkAt(model, x, y);
      if (link !== undefined)
        return emit("link", { source: model.links.source[link], target: model.links.target[link] });
      const topic = topicAt(model, x, y);
      if (topic !== undefined) emit("topic", { topic });
      else emit("background", { x, y });
    },
  });
  container.addEventListener("wheel", flight.stop, { capture: true, passive: true });
  goHome();
  stage.request();

  return {
    setTheme(dark) {
      recolor(model, dark);
      stage.request();
    },
    setReducedMotion(reduced) {
      reducedMotion = reduced;
    },
    setMap(next) {
      const same = remap(model, next);
      paths = areaPaths(model);
      hovered = null;
      if (!same) goHome();
      stage.request();
    },
    setVisible(mask) {
      model.visible = mask;
      changed();
    },
    setEdgeFilter(filter) {
      model.filter = linkFilter(filter);
      changed();
    },
    setSelection(papers, focus) {
      model.selection = papers;
      model.focus = focus ?? null;
      changed();
    },
    setHover,
    setLink(source, target) {
      model.pair = source === null || target == null ? null : [source, target];
      changed();
    },
    setMatches(papers) {
      model.matches = papers ?? [];
      changed();
    },
    setSizeBy(values) {
      if (values === null && model.sizes === model.map.size) return;
      resize(model, values);
      stage.request();
    },
    scene: () => sceneNow(model, insets),
    setTopics(topics) {
      model.topics = topics ?? [];
      changed();
    },
    flyTo(destination) {
      if ("home" in destination) findHome();
      flight.to(
        cameraOf(destination, model, stage.size(), insets, stage.camera),
        reducedMotion ? 0 : FLIGHT_MS,
      );
    },
    zoomBy(factor) {
      const size = stage.size();
      flight.to(zoomAt(stage.camera, size, factor, size.width / 2, size.height / 2), reducedMotion ? 0 : 180);
    },
    panBy: (dx, dy) => flight.to(panned(stage.camera, stage.size(), dx, dy), reducedMotion ? 0 : 120),
    get camera() {
      return stage.camera;
    },
    set camera(camera) {
      flight.stop();
      stage.setCamera(camera);
      stage.request();
    },
    setInsets(next, boxes = []) {
      insets = next;
      covered = boxes;
      if (isHome(stage.camera)) flight.to(findHome(), reducedMotion ? 0 : 220);
      stage.request();
    },
    setLasso(active) {
      if (active === (endLasso !== undefined)) return;
      endLasso?.();
      endLasso = active ? startLasso(container, model, (papers) => emit("lasso", { papers })) : undefined;
    },
    on,
    destroy() {
      flight.stop();
      clearTimeout(rest);
      endLasso?.();
      unwatch();
      container.removeEventListener("wheel", flight.stop, { capture: true });
      handles.destroy();
      stage.destroy();
      ground.remove();
    },
  };
}
