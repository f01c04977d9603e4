import { effect } from "@preact/signals-core";
import { keepText, keptText } from "./kept.ts";
import { notes, stars } from "./state.ts";

const KEY = "topograph-marks";

/** Stars and notes are kept in this browser, by the identity of the paper, so that they are there in its other maps too. */
export function keepMarks(): void {
  try {
    const kept: unknown = JSON.parse(keptText(KEY) ?? "{}");
    if (typeof kept === "object" && kept !== null) {
      if ("stars" in kept && Array.isArray(kept.stars)) stars.value = new Set(kept.stars.map(String));
      if ("notes" in kept && Array.isArray(kept.notes)) notes.value = new Map(kept.notes);
    }
  } catch {
    // Not what this page has written: begun anew.
  }
  effect(() => {
    const marks = { stars: [...stars.value], notes: [...notes.value].filter(([, note]) => note !== "") };
    keepText(KEY, JSON.stringify(marks));
  });
}
