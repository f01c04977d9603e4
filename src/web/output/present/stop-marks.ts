import { EDGE_KINDS } from "../../../model/edges.ts";
import { homeCamera, type Insets, type Size, viewOf } from "../../../scene/camera.ts";
import { createObstacles, layoutLabels } from "../../../scene/labels/labels.ts";
import { areaMarks, dotMarks } from "../../../scene/map-marks.ts";
import type { Mark } from "../../../scene/mark.ts";
import { marksOf } from "../../../scene/marks.ts";
import { withType } from "../../../scene/type.ts";
import { cameraOf } from "../../map/destination.ts";
import { labelScene } from "../../map/label-scene.ts";
import { linkFilter, look, resize, restate, sceneModel } from "../../map/model.ts";
import { papersOfTopic } from "../../page/actions.ts";
import { activeFilters, kindThresholds, NO_FILTERS, visibleMask } from "../../page/filters.ts";
import { decodeView } from "../../page/hash.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import type { Stop } from "../tour.ts";

/** Links fainter than this are left out: where a topic is lit there are thousands, and paper shows none of them. */
const LEAST_ALPHA = 0.02;

/** What is drawn of a stop in a window of a size, clear of what covers its edges; without links and names, for the smallest. */
export type StopMarks = (stop: Stop, size: Size, insets: Insets, isWhole?: boolean) => Mark[];

/** Draws stops as they are presented: the map made ready once, then for each its camera, filters, selection, lit topic and names. */
export function stopMarks(now: MapState, dark: boolean): StopMarks {
  const atlas = now.atlas.peek();
  const { map } = atlas;
  const seen = state.mapView.peek()?.scene();
  const model = sceneModel(map, dark, seen?.map === map ? seen.links : undefined);
  if (seen?.map === map && seen.sizes !== map.size) resize(model, seen.sizes);
  if (seen?.map === map) model.relief = seen.relief;

  function showStop(stop: Stop, size: Size, insets: Insets): void {
    const { camera, filters, selection } = decodeView(atlas, stop.view) ?? {
      camera: undefined,
      filters: NO_FILTERS,
      selection: [],
    };
    const choices = { selection: new Set(selection), stars: state.stars.peek() };
    model.visible = activeFilters(filters) > 0 ? visibleMask(atlas, filters, choices) : null;
    model.filter = linkFilter({
      kinds: new Set(EDGE_KINDS.filter((kind) => !filters.hiddenKinds.has(kind))),
      least: kindThresholds(atlas, filters.strongest),
    });
    model.selection = selection;
    model.topics = typeof stop.to === "number" ? [stop.to] : [];
    model.labels = [];
    restate(model);
    const home = homeCamera(map, size, insets);
    const to =
      typeof stop.to === "number"
        ? cameraOf({ papers: papersOfTopic(stop.to) }, model, size, insets, home)
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
