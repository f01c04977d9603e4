import { computed } from "@preact/signals-core";
import { nothing, type TemplateResult } from "lit-html";
import { marksOf, marksToKeep } from "../../model/marks.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { button } from "../panels/parts.ts";
import { shapeTexts } from "../texts/shape.ts";
import { edit } from "./edit.ts";

/** What the map does not keep yet of the stars, notes and tags in this browser. */
const unkept = perMap((now) =>
  computed(() => {
    const { map } = now.made.value;
    const [stars, notes, tags] = [state.stars.value, state.notes.value, state.tags.value];
    if (stars.size + notes.size + tags.size === 0 && marksOf(map).size === 0) return undefined;
    return marksToKeep(map, ({ identity }) => ({
      starred: stars.has(identity),
      note: notes.get(identity) ?? "",
      tags: tags.get(identity) ?? [],
    }));
  }),
);

/** Puts stars, notes and tags into the map, as an edit; nothing where it has them. */
export function keepInMap(now: MapState): TemplateResult | typeof nothing {
  const marks = unkept(now).value;
  if (!marks) return nothing;
  return button(shapeTexts.keepMarks, () => void edit(marks), {
    kind: "quiet",
    title: shapeTexts.keepMarksHint,
  });
}
