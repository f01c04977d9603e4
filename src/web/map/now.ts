import type { Insets } from "../../scene/camera.ts";
import { createDesk, layoutLabels } from "../../scene/labels/labels.ts";
import { tableMeasure } from "../../scene/metrics.ts";
import { type Scene, sceneFrom } from "../../scene/scene.ts";
import { linkBudget } from "./links-layer.ts";
import type { SceneModel } from "./model.ts";

/** The scene on the screen, at rest: what hover, selection and search emphasise is left out. */
export function sceneNow(model: SceneModel, insets: Insets): Scene {
  const { view, dots, sizes, visible } = model;
  const isPlain = model.center === null && model.matches.length === 0 && model.selection.length === 0;
  const labels = isPlain
    ? model.labels
    : layoutLabels(
        model.stock,
        { view, dots, sizes, insets, visible, first: [], measure: tableMeasure },
        createDesk(),
      );
  return sceneFrom({ ...model, labels, linkCount: linkBudget(model) });
}
