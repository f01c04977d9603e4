import type { Insets } from "./camera.ts";
import type { SceneModel } from "./model.ts";
import { visitBox } from "./paper-grid.ts";

/** Whether the part of the window that no panel covers shows none of the papers that pass the filters, where some do. */
export function isLost({ map, view, visible, candidates }: SceneModel, insets: Insets): boolean {
  const box = {
    left: (insets.left - view.dx) / view.scale,
    right: (view.width - insets.right - view.dx) / view.scale,
    top: (view.dy - view.height + insets.bottom) / view.scale,
    bottom: (view.dy - insets.top) / view.scale,
  };
  let isSeen = false;
  visitBox(candidates.grid, box, (i) => {
    isSeen =
      (visible === null || visible[i] !== 0) &&
      map.x[i] >= box.left &&
      map.x[i] <= box.right &&
      map.y[i] >= box.top &&
      map.y[i] <= box.bottom;
    return isSeen;
  });
  return !isSeen && (visible === null ? map.x.length > 0 : visible.includes(1));
}
