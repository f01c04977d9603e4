import type { Insets } from "../../scene/camera.ts";
import type { LabelScene } from "../../scene/labels.ts";
import { tableMeasure } from "../../scene/metrics.ts";
import { isDimmed, type SceneModel } from "./model.ts";

/** Most neighbours, search results and selected papers that are named. */
const NEAR = 8;
const OTHERS = 12;

/** What the label engine has to know of a moment: first named is what the user points at. */
export function labelScene(model: SceneModel, insets: Insets): LabelScene {
  const { view, dots, sizes, visible, shown, center, pair } = model;
  const near = center === null ? [] : [center, ...model.lit.slice(0, NEAR)];
  const others = [...model.matches.slice(0, OTHERS), ...model.selection.slice(0, OTHERS)];
  return {
    view,
    dots,
    sizes,
    insets,
    visible,
    shown,
    first: [...new Set([...(pair ?? []), ...near, ...others])],
    insist: (pair === null ? 0 : 2) + (center === null ? 0 : 1),
    only: isDimmed(model),
    measure: tableMeasure,
    previous: model.labels,
  };
}
