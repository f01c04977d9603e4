import { batch } from "@preact/signals-core";
import type { TopicMap } from "../../model/map.ts";
import type { Parameters } from "../../model/parameters.ts";
import { tell } from "../page/actions.ts";
import { createAtlas } from "../page/atlas.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { dropWorker, workerFor } from "./work.ts";

/** Puts the same papers in other topics on the page; the worker that made them keeps its map. */
export function replaceMap(map: TopicMap): void {
  workerFor(map);
  batch(() => {
    // Topics have other numbers now.
    if (state.filters.peek().topics.size > 0)
      state.filters.value = { ...state.filters.peek(), topics: new Set() };
    const { kind } = state.focus.peek();
    if (kind === "topic" || kind === "bridge") state.focus.value = { kind: "none" };
    state.trail.value = state.trail.peek().filter((one) => one.kind !== "topic" && one.kind !== "bridge");
    state.atlas.value = createAtlas(map);
  });
}

/** Maps the page's papers anew with other parameters; what is open stays open. */
export async function rebuildMap(parameters: Partial<Parameters>, title: string): Promise<void> {
  const worker = workerFor();
  if (!worker) return;
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
    worker.end();
    dropWorker();
    state.phase.value = { kind: "map" };
    tell(texts.working.cancelled);
  };
  state.phase.value = { kind: "working", name: title, done: 0, cancel };
  try {
    const map = await worker.ask("rebuild", { parameters, title }, (stage, done) => {
      state.phase.value = { kind: "working", name: title, stage, done, cancel };
    });
    if (cancelled) return;
    replaceMap(map);
    state.phase.value = { kind: "map" };
  } catch (error) {
    if (cancelled) return;
    state.phase.value = { kind: "map" };
    tell(error instanceof Error ? error.message : String(error));
  }
}
