import { clamp } from "../../kernel/numeric.ts";
import { type Box, cameraFor, type Insets, type View, viewOf } from "../../scene/camera.ts";
import { NO_EMPHASIS } from "../../scene/emphasis.ts";
import { areaMarks } from "../../scene/map-marks.ts";
import type { SceneModel } from "../../scene/model.ts";
import { fitCanvas } from "./fit-canvas.ts";
import { paintMarks } from "./painter.ts";

/** Width of the overview in pixels, and in windows narrower than `below`; its height follows the map's. */
const WIDTH = { wide: 148, narrow: 88, below: 500 } as const;
const HEIGHT = { least: 48, most: 130 } as const;
/** Pixels between it and the corner of the window, and around the map in it. */
const MARGIN = 14;
const PAD: Insets = { top: 5, right: 5, bottom: 5, left: 5 };
/** It appears where the map is this much larger than the window. */
const LARGER = 1.2;
/** The frame is at least so many pixels wide and high, or nobody sees it. */
const LEAST_FRAME = 6;

/**
 * The whole map in small, in the corner, while only a part of it is in the window: a frame shows which. A click or drag
 * moves there; with the keyboard arrows do, so that it is nothing to screen readers.
 * @param goTo puts the middle of the window at a place of the map
 */
export function createOverview(
  container: HTMLElement,
  model: SceneModel,
  goTo: (x: number, y: number) => void,
) {
  const element = document.createElement("div");
  element.className = "overview";
  element.ariaHidden = "true";
  element.hidden = true;
  const canvas = document.createElement("canvas");
  const frame = document.createElement("div");
  element.append(canvas, frame);
  container.after(element);
  const context = canvas.getContext("2d");
  let painted: readonly unknown[] = [];
  let small: View = { width: 1, height: 1, scale: 1, dx: 0, dy: 0 };
  let shown: Box = { left: 0, top: 0, right: 0, bottom: 0 };

  function paint(): void {
    const { map, box, colors, shown: topics, relief, view } = model;
    const width = view.width < WIDTH.below ? WIDTH.narrow : WIDTH.wide;
    const now = [map, colors, topics, relief, width];
    if (now.every((part, k) => part === painted[k])) return;
    painted = now;
    const ratio = (box.bottom - box.top) / Math.max(box.right - box.left, 1e-9);
    const size = { width, height: Math.round(clamp(width * ratio, HEIGHT.least, HEIGHT.most)) };
    small = viewOf(model.frame, cameraFor(model.frame, box, size, PAD), size);
    element.style.width = `${size.width}px`;
    element.style.height = `${size.height}px`;
    if (!context) return;
    fitCanvas(context, size);
    for (const mark of areaMarks({ ...model, view: small, emphasis: NO_EMPHASIS }))
      paintMarks(context, [mark.shape === "area" && !relief ? { ...mark, fill: 0.5, line: 0 } : mark]);
  }

  let grab: readonly [number, number] | undefined;
  const go = ({ clientX, clientY }: PointerEvent) => {
    if (!grab) return;
    const { left, top } = canvas.getBoundingClientRect();
    const [px, py] = [clientX - left - grab[0], clientY - top - grab[1]];
    goTo((px - small.dx) / small.scale, (small.dy - py) / small.scale);
  };
  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    const { left, top } = canvas.getBoundingClientRect();
    const [px, py] = [event.clientX - left, event.clientY - top];
    const isInside = px > shown.left && px < shown.right && py > shown.top && py < shown.bottom;
    // What is taken hold of stays under the pointer.
    grab = isInside ? [px - (shown.left + shown.right) / 2, py - (shown.top + shown.bottom) / 2] : [0, 0];
    go(event);
  });
  element.addEventListener("pointermove", go);
  element.addEventListener("lostpointercapture", () => {
    grab = undefined;
  });

  return {
    /** What it covers of the container, in pixels. */
    boxes(): readonly Box[] {
      if (element.hidden) return [];
      const right = model.view.width - MARGIN;
      return [{ left: right - small.width - 6, top: MARGIN, right, bottom: MARGIN + small.height + 6 }];
    },
    /** Shows where the window is. */
    update(): void {
      const { box, view } = model;
      const isPart =
        (box.right - box.left) * view.scale > view.width * LARGER ||
        (box.bottom - box.top) * view.scale > view.height * LARGER;
      if (element.hidden === isPart) element.hidden = !isPart;
      if (!isPart) return;
      paint();
      const k = small.scale / view.scale;
      const [left, top] = [small.dx - view.dx * k, small.dy - view.dy * k];
      shown = { left, top, right: left + view.width * k, bottom: top + view.height * k };
      const [width, height] = [Math.max(LEAST_FRAME, view.width * k), Math.max(LEAST_FRAME, view.height * k)];
      frame.style.transform = `translate(${left}px, ${top}px)`;
      frame.style.width = `${width}px`;
      frame.style.height = `${height}px`;
    },
    destroy: () => element.remove(),
  };
}
