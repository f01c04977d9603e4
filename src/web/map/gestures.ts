import { select, type ZoomTransform, zoom, zoomIdentity } from "d3";

/** The pointer's hold on a drawing that is `k` times larger than at home and shifted by x, y pixels. */
export interface Gestures {
  readonly transform: ZoomTransform;
  /** Whether it is dragged or pinched right now. */
  readonly isHeld: boolean;
  /** Puts the drawing somewhere else, on the way for so many milliseconds. */
  set(k: number, x: number, y: number, ms?: number): void;
  /** Zooms by a factor about a point. */
  scaleBy(factor: number, point: readonly [number, number]): void;
  destroy(): void;
}

/** Twice as near in three notches of a wheel, each a quarter. */
const NOTCH = 0.0027;

/** Lets wheel, drag, pinch and double click move a drawing, between two scales (d3-zoom), and where `hold` lets it be. */
export function watchGestures(
  canvas: HTMLCanvasElement,
  [least, most]: readonly [number, number],
  moved: (transform: ZoomTransform) => void,
  hold: (transform: ZoomTransform) => ZoomTransform = (transform) => transform,
): Gestures {
  let transform = zoomIdentity;
  let isHeld = false;
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([least, most])
    .constrain(hold)
    .duration(200)
    .wheelDelta(({ deltaY, deltaMode }: WheelEvent) => -deltaY * NOTCH * (deltaMode === 1 ? 25 : 1))
    .clickDistance(6)
    .on("start", ({ sourceEvent }) => {
      isHeld = sourceEvent !== null && sourceEvent?.type !== "wheel";
    })
    .on("end", () => {
      isHeld = false;
    })
    .on("zoom", (event: { readonly transform: ZoomTransform }) => {
      transform = event.transform;
      moved(transform);
    });
  const selection = select(canvas).call(behaviour);
  canvas.style.touchAction = "none";
  return {
    get transform() {
      return transform;
    },
    get isHeld() {
      return isHeld;
    },
    set(k, x, y, ms = 0) {
      const to = zoomIdentity.translate(x, y).scale(k);
      if (ms > 0) selection.transition().duration(ms).call(behaviour.transform, to);
      else selection.call(behaviour.transform, to);
    },
    scaleBy: (factor, point) => selection.call(behaviour.scaleBy, factor, [...point] as [number, number]),
    destroy: () => selection.on(".zoom", null),
  };
}
