import { type Explanation, explainLink, type TextEvidence } from "../explain/why.ts";
import { createMemory } from "../kernel/memo.ts";
import type { Collection, Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Monitor } from "../model/progress.ts";
import { buildMap } from "../pipeline.ts";
import { type ReaderOptions, readPapers } from "../read/read.ts";
import { textEvidence } from "./evidence.ts";

/**
 * One collection and its map, as the page works with them: every stage's last result is remembered, so that a changed
 * parameter redoes what depends on it and nothing else. A plain function, so that it is tested without a worker.
 */
export interface Session {
  /** Reads files; the collection becomes the session's. */
  read(sources: readonly Source[], options?: ReaderOptions, monitor?: Monitor): Promise<Collection>;
  /** Maps the session's collection. @throws TopographError (input) when nothing was read yet. */
  build(parameters?: Partial<Parameters>, monitor?: Monitor, title?: string): Promise<TopicMap>;
  /** Takes over a saved map, so that its links can be explained and its parameters changed. */
  open(map: TopicMap): void;
  /** Why papers i and j are linked. @throws TopographError (input) when there is no map. */
  why(i: number, j: number): Explanation;
}

/** A session without papers. */
export function createSession(): Session {
  const remember = createMemory();
  let collection: Collection | undefined;
  let map: TopicMap | undefined;
  let evidence: TextEvidence | undefined;
  return {
    async read(sources, options = {}, monitor = {}) {
      collection = await readPapers(sources, options, monitor);
      return collection;
    },
    async build(parameters = {}, monitor = {}, title) {
      if (collection === undefined)
        throw new TopographError("input", "there are no papers yet: read a file first");
      const context = { remember, monitor, ...(title === undefined ? {} : { title }) };
      map = await buildMap(collection, parameters, context);
      evidence = undefined;
      return map;
    },
    open(saved) {
      map = saved;
      evidence = undefined;
      const files = saved.inputs.map((input) => ({
        ...input,
        encoding: "utf-8",
        warnings: [],
        warningCount: 0,
      }));
      collection = { papers: saved.papers, files, merged: 0, edits: saved.edits, tour: saved.tour };
    },
    why(i, j) {
      if (map === undefined)
        throw new TopographError("input", "there is no map yet: build or open one first");
      evidence ??= textEvidence(map);
      return explainLink(map, evidence, i, j);
    },
  };
}
