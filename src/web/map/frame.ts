import {
  type Box,
  type Camera,
  type Insets,
  NO_INSETS,
  type Size,
  type View,
  viewOf,
} from "../../scene/camera.ts";
import { labelScene } from "../../scene/label-scene.ts";
import { createObstacles, layoutLabels } from "../../scene/labels/labels.ts";
import { isAlike, movedLabels } from "../../scene/labels/moved.ts";
import type { Label } from "../../scene/labels/types.ts";
import { look, type SceneModel } from "../../scene/model.ts";
import { createPace } from "./pace.ts";

interface FrameTies {
  readonly model: SceneModel;
  /** The camera moved since the frame before. */
  moved(): void;
  /** The camera has come to rest. */
  rested(): void;
  /** Boxes that labels keep clear of, besides those of `keepClear`. */
  boxes(): readonly Box[];
}

/** Prepares the model for each frame: the view of the camera, how many links it takes, and the labels. */
export function createFrames({ model, moved, rested, boxes }: FrameTies) {
  const obstacles = createObstacles();
  const pace = createPace();
  let insets: Insets = NO_INSETS;
  let page: readonly Box[] = [];
  const covered = () => [...page, ...boxes()];
  let timer = 0;
  /** The labels of the last frame in which the pointer lit nothing. */
  let calm: readonly Label[] | undefined;
  /** The labels placed last, of which candidates and in which view: another map has others. */
  let placed:
    | {
        readonly labels: readonly Label[];
        readonly of: object;
        readonly view: View;
        readonly visible: Uint8Array | null;
        readonly isCalm: boolean;
      }
    | undefined;

  /** Placing takes most of a frame: while the camera moves, labels go along with what they name for a while. */
  function labelsIn(view: View): readonly Label[] {
    if (model.passing && isSame(view)) return placed?.labels ?? [];
    if (model.moving && placed?.of === model.candidates && isAlike(placed.view, view))
      return movedLabels(placed.labels, placed.view, view, model.map);
    // Names stay where they are while the pointer goes over the map.
    const kept = model.hover === null || model.focus !== null ? undefined : calm;
    const labels = layoutLabels(model.candidates, labelScene(model, insets, covered(), kept), obstacles);
    placed = { labels, of: model.candidates, view, visible: model.visible, isCalm: !model.emphasis.dims };
    return labels;
  }

  /** While the years go by names stay where they were placed for all papers: they only grow and fade. */
  const isSame = (view: View) =>
    !model.emphasis.dims &&
    placed?.of === model.candidates &&
    placed.visible === model.visible &&
    placed.isCalm &&
    placed.view.scale === view.scale &&
    placed.view.dx === view.dx &&
    placed.view.dy === view.dy;

  return {
    get insets() {
      return insets;
    },
    /** What of the page lies on the map, in pixels. */
    get page() {
      return page;
    },
    keepClear(next: Insets, covered: readonly Box[] = []): void {
      insets = next;
      page = covered;
      calm = undefined;
      placed = undefined;
    },
    prepare(camera: Camera, size: Size): void {
      const view = viewOf(model.frame, camera, size);
      const { scale, dx, dy, width } = model.view;
      const hasMoved = view.scale !== scale || view.dx !== dx || view.dy !== dy;
      model.moving = hasMoved && width > 1;
      model.slow = model.moving && pace.moves(performance.now());
      if (hasMoved) {
        clearTimeout(timer);
        timer = window.setTimeout(() => {
          pace.rests();
          rested();
        }, pace.restAfter);
        if (width > 1) moved();
        calm = undefined;
      }
      look(model, view);
      model.labels = labelsIn(view);
      if (model.hover === null) calm = model.labels;
    },
    /** The labels of the map at rest: without what hover, selection and search name. */
    plainLabels(): readonly Label[] {
      const { emphasis, selection, view, dots, sizes, visible } = model;
      if (!emphasis.dims && selection.length === 0) return model.labels;
      const { measure } = labelScene(model, insets, covered());
      const scene = { view, dots, sizes, insets, visible, first: [], measure };
      return layoutLabels(model.candidates, scene, createObstacles());
    },
    destroy: () => clearTimeout(timer),
  };
}
