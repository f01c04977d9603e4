import { computed, effect, signal } from "@preact/signals-core";
import { EDGE_KINDS } from "../../model/edges.ts";
import { kindThresholds } from "../../view/filters.ts";
import { fieldPart, loadFields } from "../fields/later.ts";
import {
  closeCard,
  openBridge,
  openLink,
  openPaper,
  openTopic,
  select,
  toggleSelected,
} from "../page/actions.ts";
import { goToArea } from "../page/areas.ts";
import { lacksAbstract, titlesInParts } from "../page/coming.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { coveredBoxes, restInsets } from "./insets.ts";
import { followSight } from "./sight.ts";
import { dotSizes } from "./sizes.ts";
import type { MakeSurface } from "./surface.ts";
import { createTooltip } from "./tooltip.ts";
import type { MapEvents, MapView } from "./view.ts";

/** The code that draws is loaded when there is something to draw, or soon will be. */
const load = () => import("./draw.ts");

/**
 * Draws the map on the page in a container for as long as the page lives, and ties it to the state, both ways. Settles
 * when the first map is drawn, or cannot be.
 */
export async function mountMap(container: HTMLElement): Promise<void> {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  effect(() => {
    if (state.phase.value.kind !== "start") void load().catch(() => {});
  });
  await new Promise<void>((done) => {
    effect(() => {
      if (state.atlas.value) done();
    });
  });
  try {
    const { createView, sigmaSurface } = await load();
    const open = (make: MakeSurface) => {
      const map = state.atlas.peek()?.map;
      if (!map) return undefined;
      const options = {
        dark: state.dark.peek(),
        reducedMotion: still.matches,
        insets: restInsets(container),
      };
      return { map, made: createView(container, map, options, make) };
    };
    let opened: ReturnType<typeof open>;
    try {
      opened = open(sigmaSurface);
    } catch {
      // No WebGL 2: the plain canvas comes.
      opened = open((await import("./canvas-surface.ts")).canvasSurface);
    }
    if (!opened) return;
    const { made } = opened;
    let drawn = opened.map;
    state.mapView.value = made;
    listen(made, container);
    tie(made);
    followPage(made, container);
    followSight(made);
    still.addEventListener("change", () => made.setReducedMotion(still.matches));
    effect(() => {
      const map = state.atlas.value?.map;
      if (!map || map === drawn) return;
      drawn = map;
      made.setMap(map);
    });
  } catch (error) {
    console.warn(texts.failed.scene, error);
    container.textContent = texts.failed.scene;
    container.classList.add("broken");
  }
}

/** Keeps the map clear of what lies over it, and draws again what was drawn before its font was there. */
function followPage(made: MapView, container: HTMLElement): void {
  const keepClear = () => {
    if (!document.querySelector("#app[data-presenting]"))
      made.setInsets(restInsets(container), coveredBoxes(container));
  };
  effect(() => {
    void [state.sheet.value, state.atlas.value, state.current.value?.dots.value, fieldPart.value];
    // The switch of views is drawn with the map.
    requestAnimationFrame(keepClear);
  });
  addEventListener("resize", keepClear);
  document.fonts.addEventListener("loadingdone", () => made.setTheme(state.dark.peek()));
}

/** Tells the state what happens on the map. */
function listen(made: MapView, container: HTMLElement): void {
  const tooltip = createTooltip(container);
  const pointer = signal<MapEvents["hover"] | undefined>(undefined);
  made.on("hover", (at) => {
    const now = state.current.peek();
    if (now) now.hover.value = at.paper ?? undefined;
    pointer.value = at;
  });
  effect(() => {
    const { paper = null, x = 0, y = 0 } = pointer.value ?? {};
    // What is to come of a paper is asked for, and shown when it is there.
    if (paper !== null) lacksAbstract(paper);
    const about = paper === null ? undefined : state.atlas.peek()?.map.papers[paper];
    if (about) tooltip.show(about, x, y);
    else tooltip.hide();
  });
  made.on("select", ({ paper, add }) => (add ? toggleSelected(paper) : openPaper(paper, { remember: true })));
  made.on("overBand", ({ band, x, y }) => {
    const topics = state.atlas.peek()?.map.topics;
    if (!band || !topics) return tooltip.hide();
    const [a, b] = band.topics.map((topic) => topics[topic].name || texts.unnamedTopic);
    tooltip.say([texts.bridges.between(band.links, a, b)], x, y);
  });
  made.on("band", ({ topics: [a, b] }) => openBridge(a, b));
  made.on("link", ({ source, target }) => openLink(source, target));
  made.on("topic", ({ topic }) => openTopic(topic));
  made.on("area", ({ area }) => goToArea(area));
  made.on("background", closeCard);
  made.on("lasso", ({ papers }) => {
    state.lassoing.value = false;
    select(papers);
  });
  made.on("lost", ({ isLost }) => {
    state.lost.value = isLost;
  });
  made.on("camera", (camera) => {
    state.camera.value = camera;
  });
  // A row that goes away under the pointer says nothing.
  addEventListener("pointermove", ({ target }) => {
    const now = state.current.peek();
    if (
      now?.pointed.peek() !== undefined &&
      target instanceof Element &&
      !target.closest(".row, .row-of-table")
    )
      now.pointed.value = undefined;
  });
}

/** Shows what the state says. */
function tie(made: MapView): void {
  const follow = (apply: (now: MapState) => void) =>
    effect(() => {
      if (state.current.value) apply(state.current.value);
    });
  effect(() => made.setTheme(state.dark.value));
  effect(() => made.setLook(state.look.value));
  effect(() => made.setLasso(state.lassoing.value));
  follow((now) => made.setVisible(now.filterCount.value > 0 ? now.mask.value : null));
  let linksOf: readonly unknown[] = [];
  follow((now) => {
    const { hiddenKinds, strongest } = now.filters.value;
    const atlas = now.atlas.value;
    // Most filters narrow papers only.
    const same = [atlas, hiddenKinds, strongest].every((value, k) => value === linksOf[k]);
    if (same) return;
    linksOf = [atlas, hiddenKinds, strongest];
    const kinds = new Set(EDGE_KINDS.filter((kind) => !hiddenKinds.has(kind)));
    made.setEdgeFilter({ kinds, least: kindThresholds(atlas, strongest) });
  });
  follow(({ atlas, focus, selection }) => {
    void atlas.value;
    const open = focus.value.kind === "paper" ? focus.value.paper : undefined;
    const papers = [...selection.value];
    if (open === undefined) made.setSelection(papers);
    else made.setSelection(papers.includes(open) ? papers : [...papers, open], open);
  });
  follow((now) => {
    void now.atlas.value;
    const focus = now.focus.value;
    const pointed = now.pointed.value;
    const open = focus.kind === "paper" ? focus.paper : undefined;
    // A row of an open card shows the link to it; one of the list, the paper with its neighbours.
    made.setHover(open === undefined ? (pointed ?? null) : null);
    if (focus.kind === "link") made.setLink(focus.from, focus.to);
    else if (open !== undefined && pointed !== undefined && pointed !== open) made.setLink(open, pointed);
    else made.setLink(null);
  });
  follow((now) => {
    void now.atlas.value;
    const focus = now.focus.value;
    if (focus.kind !== "none") now.pointed.value = undefined;
    made.setTopics(
      focus.kind === "topic" ? [focus.topic] : focus.kind === "bridge" ? [focus.a, focus.b] : null,
    );
  });
  follow((now) => {
    void now.atlas.value;
    made.setMatches(now.query.value.trim() === "" ? null : (now.matches.value ?? null));
  });
  follow((now) => made.setSizeBy(dotSizes(now)));
  const label = perMap((now) => computed(() => now.dots.value.label));
  follow((now) => {
    const byField = fieldPart.value?.names(now.atlas.value.map, label(now).value);
    made.setNames(byField ?? titlesInParts(now));
  });
  follow((now) => {
    const paints = fieldPart.value?.paints(now);
    made.setPaint(paints?.fill, paints?.ring);
    // Their code is loaded when a field is first shown or filtered by.
    if (Object.keys(now.dots.value).length + now.filters.value.fields.size > 0) loadFields();
  });
}
