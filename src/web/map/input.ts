import type { SceneModel } from "../../scene/model.ts";
import { startLasso } from "./lasso.ts";
import { linkAt, paperAt, topicAt, watchPointer } from "./pointer.ts";
import type { Surface } from "./surface.ts";
import type { MapEvents } from "./view.ts";

/** How long the pointer rests on a paper before the map lights it: it must not flicker on the way over others. */
const REST_MS = 120;

interface Ties {
  readonly model: SceneModel;
  surface(): Surface;
  /** Lights a paper with its neighbours; none for null. */
  light(paper: number | null): void;
  /** A button went down: what moves the camera by itself ends. */
  interrupt(): void;
  emit<K extends keyof MapEvents>(type: K, event: MapEvents[K]): void;
}

/** Says what the pointer does on the map: what it is over, rests on and clicks, and loops that it draws. */
export function watchInput(container: HTMLElement, { model, surface, light, interrupt, emit }: Ties) {
  let endLasso: (() => void) | undefined;
  let hovered: number | null = null;
  let timer = 0;
  const point = (paper: number | null, x: number, y: number) => {
    if (paper === hovered) return;
    hovered = paper;
    emit("hover", { paper, x, y });
    clearTimeout(timer);
    timer = window.setTimeout(() => light(paper), REST_MS);
  };
  const unwatch = watchPointer(container, {
    move(x, y) {
      if (surface().moving || endLasso !== undefined) return;
      const paper = paperAt(model, x, y, 4);
      const over = paper !== null || linkAt(model, x, y) !== undefined || topicAt(model, x, y) !== undefined;
      container.style.cursor = over ? "pointer" : "";
      point(paper, x, y);
    },
    leave: () => point(null, 0, 0),
    click(x, y, event) {
      if (endLasso !== undefined) return;
      interrupt();
      const paper = paperAt(model, x, y, event.pointerType === "touch" ? 14 : 4);
      if (paper !== null)
        return emit("select", { paper, add: event.shiftKey || event.ctrlKey || event.metaKey });
      const topic = topicAt(model, x, y);
      if (topic !== undefined) return emit("topic", { topic });
      const { source, target } = model.links;
      const link = linkAt(model, x, y);
      if (link !== undefined) emit("link", { source: source[link], target: target[link] });
      else emit("background", { x, y });
    },
  });
  container.addEventListener("wheel", interrupt, { capture: true, passive: true });
  return {
    /** The map moved under the pointer: nothing is pointed at until the pointer moves. */
    forget(): void {
      if (hovered === null) return;
      clearTimeout(timer);
      hovered = null;
      emit("hover", { paper: null, x: 0, y: 0 });
      light(null);
    },
    setLasso(active: boolean): void {
      if (active === (endLasso !== undefined)) return;
      endLasso?.();
      endLasso = active ? startLasso(container, model, (papers) => emit("lasso", { papers })) : undefined;
    },
    destroy(): void {
      clearTimeout(timer);
      endLasso?.();
      unwatch();
      container.removeEventListener("wheel", interrupt, { capture: true });
    },
  };
}
