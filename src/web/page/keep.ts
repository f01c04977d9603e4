import { batch, effect } from "@preact/signals-core";
import type { TopicMap } from "../../model/map.ts";
import { marksOf, tagList } from "../../model/marks.ts";
import { keepText, keptText } from "./kept.ts";
import { notes, stars, tags } from "./state.ts";

const KEY = "topograph-marks";

/** Stars, notes and tags that a map keeps are shown with those of this browser; a note that is here already stays. */
export function takeMarks(map: TopicMap): void {
  const marks = marksOf(map);
  if (marks.size === 0) return;
  const of = [...marks];
  const own = notes.peek();
  const tagged = tags.peek();
  batch(() => {
    stars.value = new Set([...stars.peek(), ...of.flatMap(([id, { starred }]) => (starred ? [id] : []))]);
    notes.value = new Map([...of.flatMap(([id, { note }]) => (note ? [[id, note] as const] : [])), ...own]);
    tags.value = new Map([
      ...tagged,
      ...of.flatMap(([id, mark]) =>
        mark.tags.length > 0 ? [[id, tagList([...(tagged.get(id) ?? []), ...mark.tags])] as const] : [],
      ),
    ]);
  });
}

/** Stars, notes and tags are kept in this browser, by the identity of the paper, so that they are there in its other maps too. */
export function keepMarks(): void {
  try {
    const kept: unknown = JSON.parse(keptText(KEY) ?? "{}");
    if (typeof kept === "object" && kept !== null) {
      if ("stars" in kept && Array.isArray(kept.stars)) stars.value = new Set(kept.stars.map(String));
      if ("notes" in kept && Array.isArray(kept.notes)) notes.value = new Map(kept.notes);
      if ("tags" in kept && Array.isArray(kept.tags)) tags.value = new Map(kept.tags);
    }
  } catch {
    // Not what this page has written: begun anew.
  }
  effect(() => {
    const marks = {
      stars: [...stars.value],
      notes: [...notes.value].filter(([, note]) => note !== ""),
      tags: [...tags.value].filter(([, own]) => own.length > 0),
    };
    keepText(KEY, JSON.stringify(marks));
  });
}
