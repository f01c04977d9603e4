import type { Box, Insets } from "./camera.ts";
import type { Label, LabelScene } from "./labels/types.ts";
import { tableMeasure } from "./metrics.ts";
import type { SceneModel } from "./model.ts";
import { typeScale } from "./type.ts";

/** Most neighbours, search results and selected papers that are named. */
const NEAR = 8;
const OTHERS = 12;
/** Up to this many selected papers are named even where their titles hide large dots. */
const FEW = 4;

/**
 * What the label engine has to know of a moment: first named is what the user points at.
 * @param kept labels that stay where they are
 */
export function labelScene(
  model: SceneModel,
  insets: Insets,
  covered: readonly Box[],
  kept?: readonly Label[],
): LabelScene {
  const { view, dots, sizes, visible, center, pair, selection } = model;
  const pointed = [...(pair ?? []), ...(center === null ? [] : [center])];
  const chosen = new Set([...pointed, ...selection.slice(0, OTHERS)]);
  // Before an audience: the papers that are spoken of, and no others.
  const others = typeScale() > 1 ? 0 : OTHERS;
  const near = model.near.slice(0, center === null ? others : NEAR);
  return {
    view,
    dots,
    sizes,
    insets,
    covered,
    visible,
    first: [...new Set([...chosen, ...near, ...model.matches.slice(0, OTHERS)])],
    insist: selection.length <= FEW ? chosen.size : pointed.length,
    only: model.emphasis.dims,
    measure: tableMeasure,
    previous: model.labels,
    ...(kept && { kept }),
  };
}
