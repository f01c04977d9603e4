import { batch } from "@preact/signals-core";
import { afterPause } from "../page/after-pause.ts";
import { facetsInParts } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";

/** Milliseconds after which names are asked for: the titles of what was found are read first, and nobody types on. */
const NAMES_LATER = 300;

/**
 * Adds authors, venues and concepts to what a search found, after a pause, where the texts of a map stay in its folder:
 * papers do not wait for them.
 */
export const addNamesLater = afterPause(
  NAMES_LATER,
  (now: MapState, query: string) => void addNames(now, query),
);

async function addNames(now: MapState, query: string): Promise<void> {
  const names = await facetsInParts(now)
    ?.named(query)
    .catch((error: unknown) => console.warn("folderNames", error));
  const found = now.found.peek();
  if (!names || !found || names.length === 0 || now.query.peek() !== query) return;
  const active = now.active.peek();
  batch(() => {
    now.found.value = { ...found, names: [...found.names, ...names] };
    // What is gone to in the list stays so.
    if (active !== undefined && active >= found.names.length) now.active.value = active + names.length;
  });
}
