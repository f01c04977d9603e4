import type { TopicMap } from "../../model/map.ts";
import {
  boundsOf,
  type Camera,
  cameraFor,
  flightAt,
  type Insets,
  NO_INSETS,
  panned,
  type Size,
  viewOf,
  zoomAt,
} from "../../scene/camera.ts";
import { dotScale } from "../../scene/dots.ts";
import { createDesk, layoutLabels } from "../../scene/labels.ts";
import { canvasStage } from "./canvas-stage.ts";
import { topicHandles } from "./handles.ts";
import { startLasso } from "./lasso.ts";
import { linkFilter, recolor, resize, restate, type SceneModel, sceneModel } from "./model.ts";
import { areaPaths, canvasMeasure, paintAreas, paintLabels } from "./painter.ts";
import { linkAt, paperAt, topicAt, watchPointer } from "./pointer.ts";
import { sigmaStage } from "./sigma-stage.ts";
import type { Stage, StageHooks } from "./stage.ts";
import type { Destination, MapEvents, MapView, ViewOptions } from "./view.ts";

const FLIGHT_MS = 700;

/** Puts stage, model, painters and pointer together. See `createMapView`. */
export function createView(container: HTMLElement, map: TopicMap, options: ViewOptions): MapView {
  const model: SceneModel = sceneModel(map, options.dark);
  const desk = createDesk();
  const measure = canvasMeasure();
  const handlers = new Map<string, Set<(event: never) => void>>();
  let paths = areaPaths(model);
  let insets: Insets = NO_INSETS;
  let reducedMotion = options.reducedMotion;
  let flight = 0;
  let rest = 0;
  let losses = 0;
  let endLasso: (() => void) | undefined;
  if (getComputedStyle(container).position === "static") container.style.position = "relative";

  function emit<K extends keyof MapEvents>(type: K, event: MapEvents[K]): void {
    for (const handler of handlers.get(type) ?? []) (handler as (event: MapEvents[K]) => void)(event);
  }

  const hooks: StageHooks = {
    model,
    before(camera, size) {
      const view = viewOf(model.frame, camera, size);
      const moved = view.scale !== model.view.scale || view.dx !== model.view.dx || view.dy !== model.view.dy;
      model.view = view;
      model.dots = dotScale(model.frame, view, model.map.x.length);
      model.moving = moved && model.links.weight.length > 40_000;
      if (moved) whenStill();
    },
    under: (context) => paintAreas(context, model, paths),
    over(context) {
      const near = [
        ...(model.pair ?? []),
        ...(model.center === null ? [] : [model.center, ...model.lit.slice(0, 8)]),
      ];
      model.labels = layoutLabels(
        model.stock,
        {
          view: model.view,
          dots: model.dots,
          sizes: model.sizes,
          insets,
          visible: model.visible,
          first: [...new Set([...near, ...model.matches.slice(0, 12), ...model.selection.slice(0, 12)])],
          only: model.center !== null || model.matches.length > 0,
          measure,
          previous: model.labels,
        },
        desk,
      );
      paintLabels(context, model);
      handles.update(model);
    },
    lost() {
      // Built anew, outside of the event; a context that is lost again and again is given up for the plain canvas.
      losses++;
      setTimeout(() => {
        const { camera } = stage;
        stage.destroy();
        for (const key of Object.keys(model.changed) as (keyof typeof model.changed)[]) model.changed[key]++;
        stage = open();
        stage.setCamera(camera);
        stage.request();
      }, 50);
    },
  };

  function open(): Stage {
    if (losses < 3)
      try {
        return sigmaStage(container, hooks);
      } catch {
        container.replaceChildren();
      }
    return canvasStage(container, hooks);
  }

  /** Tells the page where the camera is, once it rests, and draws all links again. */
  function whenStill(): void {
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      emit("camera", stage.camera);
      if (model.moving) stage.request();
    }, 160);
  }

  function changed(): void {
    restate(model);
    stage.request();
  }

  function homeIn({ width, height }: Size): Camera {
    const box = boundsOf(model.map.x, model.map.y) ?? { left: 0, top: 0, right: 1, bottom: 1 };
    const margin = Math.min(width, height) < 500 ? 34 : 64;
    return cameraFor(
      model.frame,
      box,
      { width, height },
      {
        top: insets.top + margin,
        right: insets.right + margin,
        bottom: insets.bottom + margin,
        left: insets.left + margin,
      },
    );
  }

  const home = () => homeIn(stage.size());

  function cameraOf(destination: Destination): Camera {
    if ("home" in destination) return home();
    const { map, links } = model;
    const size = stage.size();
    if ("paper" in destination) {
      const i = destination.paper;
      const ratio = Math.min(stage.camera.ratio, home().ratio / Math.max(2, Math.sqrt(map.x.length / 60)));
      const box = { left: map.x[i], right: map.x[i], top: map.y[i], bottom: map.y[i] };
      const half = (ratio * model.frame.side) / 2.2;
      return cameraFor(
        model.frame,
        { left: box.left - half, right: box.right + half, top: box.top - half, bottom: box.bottom + half },
        size,
        insets,
      );
    }
    const papers: number[] = [];
    if ("papers" in destination) papers.push(...destination.papers);
    else {
      const column = map.topics[destination.topic]?.parent === undefined ? map.topic : map.subtopic;
      for (let i = 0; i < column.length; i++) if (column[i] === destination.topic) papers.push(i);
    }
    if (papers.length === 1) return cameraOf({ paper: papers[0] });
    const box = boundsOf(map.x, map.y, papers);
    if (box === undefined || links.start.length === 0) return home();
    const margin = Math.min(size.width, size.height) * 0.12;
    return cameraFor(model.frame, box, size, {
      top: insets.top + margin,
      right: insets.right + margin,
      bottom: insets.bottom + margin,
      left: insets.left + margin,
    });
  }

  function fly(to: Camera, ms = FLIGHT_MS): void {
    cancelAnimationFrame(flight);
    if (reducedMotion || ms === 0) {
      stage.setCamera(to);
      stage.request();
      return;
    }
    const from = stage.camera;
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / ms));
      stage.setCamera(t === 1 ? to : flightAt(from, to, t));
      if (t < 1) flight = requestAnimationFrame(step);
    };
    flight = requestAnimationFrame(step);
  }

  function setHover(paper: number | null): void {
    if (model.hover === paper) return;
    model.hover = paper;
    changed();
  }

  const handles = topicHandles(container, (topic) => emit("topic", { topic }));
  // The first frame is drawn while the stage is made: with a view of the whole map, not of a point.
  const start = { width: container.offsetWidth || 1, height: container.offsetHeight || 1 };
  hooks.before(homeIn(start), start);
  let stage = open();
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
      if (endLasso !== undefined || (event.target as HTMLElement).closest?.("button") != null) return;
      cancelAnimationFrame(flight);
      const paper = paperAt(model, x, y, event.pointerType === "touch" ? 14 : 4);
      if (paper !== null) {
        emit("select", { paper, add: event.shiftKey || event.ctrlKey || event.metaKey });
        return;
      }
      const link = linkAt(model, x, y);
      if (link !== undefined) {
        emit("link", { source: model.links.source[link], target: model.links.target[link] });
        return;
      }
      const topic = topicAt(model, x, y);
      if (topic !== undefined) emit("topic", { topic });
      else emit("background", { x, y });
    },
  });
  const stopFlight = () => cancelAnimationFrame(flight);
  container.addEventListener("wheel", stopFlight, { capture: true, passive: true });
  stage.setCamera(home());
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
      const same =
        next.x.length === model.map.x.length &&
        next.x.every((x, i) => x === model.map.x[i] && next.y[i] === model.map.y[i]);
      const { changed: counters, visible, filter } = model;
      Object.assign(model, sceneModel(next, model.theme.dark), { changed: counters, filter });
      if (same) model.visible = visible;
      for (const key of Object.keys(counters) as (keyof typeof counters)[]) counters[key]++;
      paths = areaPaths(model);
      restate(model);
      if (!same) stage.setCamera(home());
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
      resize(model, values);
      stage.request();
    },
    flyTo: (destination) => fly(cameraOf(destination)),
    zoomBy(factor) {
      const size = stage.size();
      fly(zoomAt(stage.camera, size, factor, size.width / 2, size.height / 2), 180);
    },
    panBy: (dx, dy) => fly(panned(stage.camera, stage.size(), dx, dy), 120),
    get camera() {
      return stage.camera;
    },
    set camera(camera) {
      cancelAnimationFrame(flight);
      stage.setCamera(camera);
      stage.request();
    },
    setInsets(next) {
      insets = next;
      stage.request();
    },
    setLasso(on) {
      if (on === (endLasso !== undefined)) return;
      if (on) endLasso = startLasso(container, model, (papers) => emit("lasso", { papers }));
      else {
        endLasso?.();
        endLasso = undefined;
      }
    },
    on(type, handler) {
      const set = handlers.get(type) ?? new Set();
      handlers.set(type, set.add(handler as (event: never) => void));
      return () => set.delete(handler as (event: never) => void);
    },
    destroy() {
      cancelAnimationFrame(flight);
      clearTimeout(rest);
      endLasso?.();
      unwatch();
      container.removeEventListener("wheel", stopFlight, { capture: true });
      handles.destroy();
      stage.destroy();
    },
  };
}
