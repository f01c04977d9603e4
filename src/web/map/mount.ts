import { effect, type Signal, signal, untracked } from "@preact/signals-core";
import { EDGE_KINDS } from "../../model/edges.ts";
import type { TopicMap } from "../../model/map.ts";
import type { Box, Camera, Insets } from "../../scene/camera.ts";
import { openLink, openPaper, openTopic, select, setFlight, toggleSelected } from "../page/actions.ts";
import { degree } from "../page/atlas.ts";
import { kindThresholds } from "../page/filters.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { createView } from "./create.ts";
import { sigmaSurface } from "./sigma-surface.ts";
import type { MakeSurface } from "./surface.ts";
import type { MapView } from "./view.ts";

/** What can be moved by keys and buttons. */
export type Mover = Pick<MapView, "zoomBy" | "panBy">;

/** Ties the map view to the state, both ways. */
export interface Stage {
  view(): MapView | undefined;
  /** What keys and buttons move: the map, or the view that lies over it. */
  mover(): Mover | undefined;
  /** Puts another view in the place of the map for keys and buttons; undefined gives them back to the map. */
  override(mover: Mover | undefined): void;
  onCamera(handler: (camera: Camera) => void): void;
}

let current: () => MapView | undefined = () => undefined;

/** The map view of the page, once there is one. */
export function currentView(): MapView | undefined {
  return current();
}

/** What lies over the edges of the map: the tools over the left and lower ones, on small screens over the lower one. */
export function restInsets(container = document.getElementById("map")): Insets {
  if ((container?.clientWidth ?? 0) > 600) return { top: 12, right: 12, bottom: 60, left: 64 };
  // Over a raised sheet there are no tools.
  const bottom = state.sheet.peek() === "peek" ? 64 : Math.max(0, innerHeight * 0.58 - 122) + 8;
  return { top: 54, right: 4, bottom: Math.min(bottom, (container?.clientHeight ?? 600) - 140), left: 4 };
}

/** What lies on the map away from its edges, in pixels of the container: the switch between its views. */
function coveredBoxes(container: HTMLElement): Box[] {
  const box = document.querySelector("#views > *")?.getBoundingClientRect();
  if (!box || box.width === 0) return [];
  const { left, top } = container.getBoundingClientRect();
  return [
    {
      left: box.left - left - 6,
      top: box.top - top - 6,
      right: box.right - left + 6,
      bottom: box.bottom - top + 6,
    },
  ];
}

/** Draws the current map in a container for as long as the page lives. */
export function mountStage(container: HTMLElement): Stage {
  const view = signal<MapView | undefined>(undefined);
  let over: Mover | undefined;
  let told: (camera: Camera) => void = () => {};
  current = () => view.peek();
  // What was drawn before its font was there is drawn again.
  document.fonts.addEventListener("loadingdone", () => view.peek()?.setTheme(state.dark.peek()));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  still.addEventListener("change", () => view.peek()?.setReducedMotion(still.matches));
  const open = (map: TopicMap, make: MakeSurface) => {
    const options = {
      dark: state.dark.peek(),
      reducedMotion: still.matches,
      insets: restInsets(container),
    };
    const made = createView(container, map, options, make);
    listen(made, (camera) => told(camera));
    view.value = made;
  };
  let isOpening = false;
  effect(() => {
    const atlas = state.atlas.value;
    if (!atlas || isOpening) return;
    untracked(() => {
      if (view.value) return view.value.setMap(atlas.map);
      try {
        open(atlas.map, sigmaSurface);
      } catch {
        // No WebGL 2: the plain canvas comes.
        isOpening = true;
        void import("./canvas-surface.ts")
          .then(({ canvasSurface }) => open(state.atlas.peek()?.map ?? atlas.map, canvasSurface))
          .catch((error) => {
            console.warn(texts.failed.scene, error);
            container.textContent = texts.failed.scene;
            container.classList.add("broken");
          })
          .finally(() => {
            isOpening = false;
          });
      }
    });
  });
  follow(view, container);
  return {
    view: () => view.peek(),
    mover: () => over ?? view.peek(),
    override(mover) {
      over = mover;
    },
    onCamera(handler) {
      told = handler;
    },
  };
}

/** Tells the state what happens on the map. */
function listen(made: MapView, told: (camera: Camera) => void): void {
  made.on("hover", ({ paper }) => {
    state.hover.value = paper ?? undefined;
  });
  made.on("select", ({ paper, add }) => (add ? toggleSelected(paper) : openPaper(paper, { remember: true })));
  made.on("link", ({ source, target }) => openLink(source, target));
  made.on("topic", ({ topic }) => openTopic(topic));
  made.on("background", () => {
    if (state.focus.peek().kind !== "none") state.focus.value = { kind: "none" };
  });
  made.on("lasso", ({ papers }) => {
    state.lassoing.value = false;
    select(papers);
  });
  made.on("camera", told);
  setFlight({
    toPapers: (papers) => {
      if (papers.length === 1) made.flyTo({ paper: papers[0] });
      else if (papers.length > 1) made.flyTo({ papers });
    },
    home: () => made.flyTo({ home: true }),
  });
}

/** Shows on the map what the state says. */
function follow(view: Signal<MapView | undefined>, container: HTMLElement): void {
  const tie = (apply: (made: MapView) => void) =>
    effect(() => {
      // Read first: the effects must run again for another map.
      if (state.atlas.value && view.value) apply(view.value);
    });
  const keepClear = () => {
    if (!document.querySelector("#app[data-presenting]"))
      view.peek()?.setInsets(restInsets(container), coveredBoxes(container));
  };
  tie(() => {
    void state.sheet.value;
    // The switch of views is drawn with the map.
    requestAnimationFrame(keepClear);
  });
  addEventListener("resize", keepClear);
  tie((made) => made.setTheme(state.dark.value));
  tie((made) => made.setVisible(state.filterCount.value > 0 ? state.mask.value : null));
  followKinds(tie);
  tie((made) => {
    const focus = state.focus.value;
    const focused = focus.kind === "paper" ? focus.paper : undefined;
    const papers = [...state.selection.value];
    if (focused === undefined) made.setSelection(papers);
    else made.setSelection(papers.includes(focused) ? papers : [...papers, focused], focused);
  });
  tie((made) => {
    const focus = state.focus.value;
    const pointed = state.pointed.value;
    const open = focus.kind === "paper" ? focus.paper : undefined;
    // A row of an open card shows the link to it; one of the list, the paper with its neighbours.
    made.setHover(open === undefined ? (pointed ?? null) : null);
    if (focus.kind === "link") made.setLink(focus.from, focus.to);
    else if (open !== undefined && pointed !== undefined && pointed !== open) made.setLink(open, pointed);
    else made.setLink(null);
  });
  // A row that goes away under the pointer says nothing.
  addEventListener("pointermove", ({ target }) => {
    if (state.pointed.peek() !== undefined && target instanceof Element && !target.closest(".row"))
      state.pointed.value = undefined;
  });
  tie((made) => {
    const focus = state.focus.value;
    if (focus.kind !== "none") state.pointed.value = undefined;
    made.setTopics(
      focus.kind === "topic" ? [focus.topic] : focus.kind === "bridge" ? [focus.a, focus.b] : null,
    );
  });
  tie((made) => made.setMatches(state.query.value.trim() === "" ? null : (state.matches.value ?? null)));
  tie((made) => made.setLasso(state.lassoing.value));
  tie((made) => made.setSizeBy(sizes()));
}

/** Which links are drawn; most filters narrow papers only. */
function followKinds(tie: (apply: (made: MapView) => void) => void): void {
  let known: readonly unknown[] = [];
  tie((made) => {
    const { hiddenKinds, strongest } = state.filters.value;
    const atlas = state.atlas.value;
    const now = [made, atlas, hiddenKinds, strongest];
    if (!atlas || now.every((value, k) => value === known[k])) return;
    known = now;
    const kinds = new Set(EDGE_KINDS.filter((kind) => !hiddenKinds.has(kind)));
    made.setEdgeFilter({ kinds, least: kindThresholds(atlas, strongest) });
  });
}

function sizes(): Float32Array | null {
  const atlas = state.atlas.value;
  const by = state.sizeBy.value;
  if (!atlas || by === "score") return null;
  const { papers } = atlas.map;
  const from = atlas.years()?.from ?? 0;
  return Float32Array.from(papers, (paper, i) => {
    if (by === "degree") return degree(atlas, i);
    if (by === "citations") return paper.citations ?? citedInside(i);
    return paper.year === undefined ? 0 : paper.year - from + 1;
  });
}

/** How often the papers of the map cite paper i, where the source does not say how often it is cited. */
function citedInside(i: number): number {
  const links = state.atlas.value?.links();
  if (!links) return 0;
  let cited = 0;
  const citation = EDGE_KINDS.indexOf("citation");
  for (let s = links.start[i]; s < links.start[i + 1]; s++)
    if (links.kind[s] === citation && links.outgoing[s] === 0) cited++;
  return cited;
}
