import type { TopicMap } from "../../model/map.ts";
import { type Band, bandAt, countLinks } from "../../scene/bands.ts";
import { exchange } from "../../scene/exchange.ts";
import type { SceneModel } from "../../scene/model.ts";
import { startLasso } from "./lasso.ts";
import { linkAt, nameAt, paperAt, watchPointer } from "./pointer.ts";
import type { Surface } from "./surface.ts";
import type { MapEvents } from "./view.ts";

/** How long the pointer rests on a paper before the map lights it: it must not flicker on the way over others. */
const REST_MS = 120;
/** How near to a band of links the pointer has to be, in pixels. */
const BAND_REACH = 2;

interface Ties {
  readonly model: SceneModel;
  surface(): Surface;
  /** Lights a paper with its neighbours; none for null. */
  light(paper: number | null): void;
  /** Draws another band as pointed at. */
  repaint(): void;
  /** A button went down: what moves the camera by itself ends. */
  interrupt(): void;
  emit<K extends keyof MapEvents>(type: K, event: MapEvents[K]): void;
}

/** Says what the pointer does on the map: what it is over, rests on and clicks, and loops that it draws. */
export function watchInput(
  container: HTMLElement,
  { model, surface, light, repaint, interrupt, emit }: Ties,
) {
  let endLasso: (() => void) | undefined;
  let hovered: number | null | undefined = null;
  /** Where the pointer is on the map. */
  let last: { readonly x: number; readonly y: number } | undefined;
  let timer = 0;
  const point = (paper: number | null, x: number, y: number) => {
    if (paper === hovered) return;
    hovered = paper;
    emit("hover", { paper, x, y });
    clearTimeout(timer);
    timer = window.setTimeout(() => light(paper), REST_MS);
  };
  const pointBand = (band: Band | undefined, x: number, y: number) => {
    if (band === model.pointedBand) return;
    model.pointedBand = band;
    const { map, links, filter, visible } = model;
    const said = band && { topics: band.topics, links: countLinks(map, links, band, filter, visible) };
    emit("overBand", { band: said ?? null, x, y });
    repaint();
  };
  const move = (x: number, y: number) => {
    last = { x, y };
    if (surface().moving || endLasso !== undefined) return;
    const paper = paperAt(model, x, y, 4);
    const isOver = paper !== null || nameAt(model, x, y) !== undefined || linkAt(model, x, y) !== undefined;
    // A band is pointed at where nothing smaller is.
    const band = isOver ? undefined : bandAt(model, x, y, BAND_REACH);
    container.style.cursor = isOver || band !== undefined ? "pointer" : "";
    point(paper, x, y);
    pointBand(band, x, y);
  };
  const unwatch = watchPointer(container, {
    move,
    leave() {
      last = undefined;
      point(null, 0, 0);
      pointBand(undefined, 0, 0);
    },
    click(x, y, event) {
      if (endLasso !== undefined) return;
      interrupt();
      const paper = paperAt(model, x, y, event.pointerType === "touch" ? 14 : 4);
      if (paper !== null)
        return emit("select", { paper, add: event.shiftKey || event.ctrlKey || event.metaKey });
      const name = nameAt(model, x, y);
      if (name?.kind === "area") return emit("area", { area: name.id });
      if (name) return emit("topic", { topic: name.id });
      const { source, target } = model.links;
      const link = linkAt(model, x, y);
      if (link !== undefined) return emit("link", { source: source[link], target: target[link] });
      const band = bandAt(model, x, y, BAND_REACH);
      if (band !== undefined) emit("band", { topics: band.topics });
      else emit("background", { x, y });
    },
  });
  container.addEventListener("wheel", interrupt, { capture: true, passive: true });
  const forget = () => {
    pointBand(undefined, 0, 0);
    if (hovered == null) return;
    clearTimeout(timer);
    hovered = null;
    emit("hover", { paper: null, x: 0, y: 0 });
    light(null);
  };
  return {
    /** The map moved under the pointer: nothing is pointed at until the pointer moves. */
    forget,
    /** Puts another map under the pointer. @returns whether the camera still sees the same: then the pointer is over what it is over now */
    exchange(next: TopicMap): boolean {
      const stays = exchange(model, next);
      if (!stays || !last) forget();
      else {
        hovered = undefined;
        move(last.x, last.y);
      }
      return stays;
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
