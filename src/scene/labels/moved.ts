import type { View } from "../camera.ts";
import type { Label } from "./types.ts";

/** Views show about the same up to this factor of the zoom, and while the middle of the one is so near to that of the other, in shares of the window. */
const ALIKE = { zoom: 1.25, shift: 0.2 } as const;

/** Whether labels placed for one view do for another, for a moment. */
export function isAlike(from: View, to: View): boolean {
  const k = to.scale / from.scale;
  const right = (from.width / 2 - from.dx) * k + to.dx - to.width / 2;
  const down = (from.height / 2 - from.dy) * k + to.dy - to.height / 2;
  return (
    from.width === to.width &&
    from.height === to.height &&
    Math.max(k, 1 / k) <= ALIKE.zoom &&
    Math.abs(right) <= ALIKE.shift * to.width &&
    Math.abs(down) <= ALIKE.shift * to.height
  );
}

/**
 * Labels of one view in another: each goes along with what it names, a title with its dot, a name with the ground under
 * its middle, its letters as large as before. They may overlap there and leave the window: good for moments.
 */
export function movedLabels(
  labels: readonly Label[],
  from: View,
  to: View,
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
): Label[] {
  const k = to.scale / from.scale;
  const right = (px: number) => (px - from.dx) * k + to.dx;
  const down = (py: number) => (py - from.dy) * k + to.dy;
  return labels.map((label) => {
    const { box, leader, lines, kind, id } = label;
    const isPaper = kind === "paper";
    const px = isPaper ? x[id] * from.scale + from.dx : (box.left + box.right) / 2;
    const py = isPaper ? from.dy - y[id] * from.scale : (box.top + box.bottom) / 2;
    const [dx, dy] = [right(px) - px, down(py) - py];
    return {
      ...label,
      box: { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy },
      lines: lines.map((line) => ({ ...line, x: line.x + dx, y: line.y + dy })),
      ...(leader && { leader: [leader[0] + dx, leader[1] + dy, right(leader[2]), down(leader[3])] as const }),
    };
  });
}
