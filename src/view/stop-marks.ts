import { EDGE_KINDS } from "../model/edges.ts";
import { homeCamera, type Insets, type Size, viewOf } from "../scene/camera.ts";
import { cameraOf } from "../scene/destination.ts";
import { labelScene } from "../scene/label-scene.ts";
import { createObstacles, layoutLabels } from "../scene/labels/labels.ts";
import { areaMarks, dotMarks } from "../scene/map-marks.ts";
import type { Mark } from "../scene/mark.ts";
import { marksOf } from "../scene/marks.ts";
import { linkFilter, look, rename, repaint, resize, restate, sceneModel } from "../scene/model.ts";
import type { Scene } from "../scene/scene.ts";
import { withType } from "../scene/type.ts";
import type { Atlas } from "./atlas.ts";
import { type Dots, namesByField, paintsOf, sizesByField } from "./dots.ts";
import { activeFilters, type Filters, kindThresholds, NO_FILTERS, visibleMask } from "./filters.ts";
import { decodeView, type View } from "./hash.ts";
import type { Stop } from "./tour.ts";

/** Links fainter than this are left out: where a topic is lit there are thousands, and paper shows none of them. */
const LEAST_ALPHA = 0.02;

/** What is drawn of a stop in a window of a size, clear of what covers its edges; without links and names, for the smallest. */
export type StopMarks = (stop: Stop, size: Size, insets: Insets, isWhole?: boolean) => Mark[];

/** What stops are drawn with beside their map: starred papers by identity, and where known already what `Scene` calls so. */
export interface StopLook extends Partial<Pick<Scene, "links" | "sizes" | "relief">> {
  readonly dark: boolean;
  readonly stars?: ReadonlySet<string>;
  /** What dots are coloured, ringed and sized by where a stop does not say. */
  readonly dots?: Dots;
}

/** The filters of a view; where it is of a year, no later papers pass, nor earlier ones than its span has. */
function filtersOf({ filters, moment }: View): Filters {
  if (!moment) return filters;
  const { year, span } = moment;
  const first = span ? year - span + 1 : Number.NEGATIVE_INFINITY;
  const [from, to] = filters.years ?? [first, year];
  return { ...filters, years: [Math.max(from, first), Math.min(to, year)] };
}

/** Draws stops as they are presented: the map made ready once, then for each its camera, filters, selection, lit topic and names. */
export function stopMarks(
  atlas: Atlas,
  { dark, stars, links, sizes, relief, dots: usual = {} }: StopLook,
): StopMarks {
  const { map } = atlas;
  const model = sceneModel(map, dark, links);
  if (sizes) resize(model, sizes);
  model.relief = relief;

  let named: string | undefined;
  let sized: string | undefined;
  function resizeTo(name: string | undefined): void {
    if (name === sized) return;
    sized = name;
    resize(model, sizesByField(map, name) ?? sizes ?? null);
  }

  function showStop(stop: Stop, size: Size, insets: Insets): void {
    const view = decodeView(atlas, stop.view);
    const { camera, selection = [], dots } = view ?? {};
    const filters = view ? filtersOf(view) : NO_FILTERS;
    const choices = { selection: new Set(selection), stars: stars ?? new Set<string>() };
    model.visible = activeFilters(filters) > 0 ? visibleMask(atlas, filters, choices) : null;
    model.filter = linkFilter({
      kinds: new Set(EDGE_KINDS.filter((kind) => !filters.hiddenKinds.has(kind))),
      least: kindThresholds(atlas, filters.strongest),
    });
    const shown = { ...usual, ...dots };
    const { fill, ring } = paintsOf(map, shown, dark, filters);
    repaint(model, fill, ring);
    resizeTo(shown.size);
    if (shown.label !== named) rename(model, namesByField(map, shown.label));
    named = shown.label;
    model.selection = selection;
    model.topics = typeof stop.to === "number" ? [stop.to] : [];
    model.labels = [];
    restate(model);
    const home = homeCamera(map, size, insets);
    const to =
      typeof stop.to === "number"
        ? cameraOf({ topic: stop.to }, model, size, insets, home)
        : stop.to === "home"
          ? home
          : (camera ?? home);
    look(model, viewOf(model.frame, to, size));
  }

  return (stop, size, insets, isWhole = true) =>
    withType(size.height, () => {
      showStop(stop, size, insets);
      if (!isWhole) return [...areaMarks(model), ...dotMarks(model)];
      model.labels = layoutLabels(model.candidates, labelScene(model, insets, []), createObstacles());
      const marks = [
        ...marksOf(model, { background: false, legend: false, title: false, smallPrint: false }),
      ];
      return marks.filter((mark) => mark.shape !== "line" || mark.alpha >= LEAST_ALPHA);
    });
}
