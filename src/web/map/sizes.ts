import { computed } from "@preact/signals-core";
import { NO_YEAR } from "../../model/years.ts";
import { type Atlas, citedInside, degree } from "../../view/atlas.ts";
import { measurePapers, measuresOf } from "../ask/measures.ts";
import { fieldPart } from "../fields/later.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";

/** The field that dots are sized by: other choices about dots size none anew. */
const fieldOf = perMap((now) => computed(() => now.dots.value.size));

/** What the dots are sized by now, a field or what every map has; null for the map's own sizes. */
export function dotSizes(now: MapState): Float32Array | null {
  const field = fieldOf(now).value;
  const sizes = field === undefined ? undefined : fieldPart.value?.sizes(now.atlas.value.map, field);
  return sizes ?? sizesBy(now.atlas.value, state.sizeBy.value);
}

function sizesBy(atlas: Atlas, by: state.SizeBy): Float32Array | null {
  if (by === "score") return null;
  if (by !== "degree" && by !== "citations" && by !== "year") {
    const measures = measuresOf(atlas.map);
    if (!measures) void measurePapers(atlas.map);
    return measures ? Float32Array.from(measures.columns[by]) : null;
  }
  if (by === "year") {
    const from = atlas.years()?.from ?? 0;
    return Float32Array.from(atlas.yearColumn(), (year) => (year === NO_YEAR ? 0 : year - from + 1));
  }
  return Float32Array.from(atlas.map.papers, (paper, i) =>
    by === "degree" ? degree(atlas, i) : (paper.citations ?? citedInside(atlas, i)),
  );
}
