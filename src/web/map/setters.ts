import { sizesBy } from "../../scene/dots.ts";
import { linkFilter, recolor, rename, repaint, resize, type SceneModel, setLook } from "../../scene/model.ts";
import type { MapView } from "./view.ts";

/**
 * What the page tells the map about its model.
 * @param changed something else is lit or hidden
 * @param request something else is drawn
 */
export function setters(model: SceneModel, changed: () => void, request: () => void) {
  return {
    setTheme(dark) {
      recolor(model, dark);
      request();
    },
    setLook(look) {
      setLook(model, look);
      request();
    },
    setPaint(fill, ring) {
      if (model.fill === fill && model.ring === ring) return;
      repaint(model, fill, ring);
      request();
    },
    setVisible(mask) {
      model.visible = mask;
      changed();
    },
    setEdgeFilter(filter) {
      model.filter = linkFilter(filter);
      changed();
    },
    setSelection(papers, focus) {
      model.selection = papers;
      model.focus = focus ?? null;
      changed();
    },
    setLink(source, target) {
      model.pair = source === null || target == null ? null : [source, target];
      changed();
    },
    setMatches(papers) {
      model.matches = papers ?? [];
      changed();
    },
    setTopics(topics) {
      model.topics = topics ?? [];
      changed();
    },
    setPassing(passing) {
      if (model.passing?.when !== passing?.when) model.changed.state++;
      model.passing = passing;
      request();
    },
    setSizeBy(values) {
      if (values === null && model.sizes === model.map.size) return;
      resize(model, values && sizesBy(values, model.map.size));
      request();
    },
    setNames(names) {
      if (names === undefined && model.names === undefined) return;
      rename(model, names);
      request();
    },
  } satisfies Partial<MapView>;
}
