import { effect } from "@preact/signals-core";
import { notes, stars } from "./state.ts";

const KEY = "topograph-marks";

/** Stars and notes are kept in this browser, by the identity of the paper, so that they are there in its other maps too. */
export function keepMarks(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof kept === "object" && kept !== null) {
      if ("stars" in kept && Array.isArray(kept.stars)) stars.value = new Set(kept.stars.map(String));
      if ("notes" in kept && Array.isArray(kept.notes)) notes.value = new Map(kept.notes);
    }
  } catch {
    // Nothing kept, or nothing may be kept: they hold until the page is closed.
  }
  effect(() => {
    const marks = { stars: [...stars.value], notes: [...notes.value].filter(([, note]) => note !== "") };
    try {
      localStorage.setItem(KEY, JSON.stringify(marks));
    } catch {
      // As above.
    }
  });
}
