import { buildDocument } from "../document.ts";
import { type Explanation, explainLink } from "../explain/why.ts";
import { createMemory, type Remember } from "../kernel/memo.ts";
import type { Collection, Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import type { Edit, TopicMap } from "../model/map.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Monitor } from "../model/progress.ts";
import { GENERATOR } from "../pipeline.ts";
import { type ReaderOptions, readPapers } from "../read/read.ts";
import { givenWords } from "../shape/apply.ts";
import type { TextAnalysis } from "../text/analyse.ts";
import { type MapEvidence, textEvidence } from "./evidence.ts";

/**
 * One collection and its map, as the page works with them: every stage's last result is remembered, so that a changed
 * parameter redoes what depends on it and nothing else. A plain function, so that it is tested without a worker.
 */
export interface Session {
  /** Reads files; the collection becomes the session's. */
  read(sources: readonly Source[], options?: ReaderOptions, monitor?: Monitor): Promise<Collection>;
  /**
   * Maps the session's collection.
   * @param afresh whether a saved map is computed again also where nothing differs from it
   * @throws TopographError (input) when nothing was read yet.
   */
  build(
    parameters?: Partial<Parameters>,
    monitor?: Monitor,
    title?: string,
    afresh?: boolean,
  ): Promise<TopicMap>;
  /** What the user decided: corrections, and an earlier map to continue. It holds for later builds; absent fields stay. */
  decide(decisions: { readonly edits?: readonly Edit[]; readonly base?: TopicMap }): void;
  /** The same papers in a map that was changed by hand, or changed back. */
  replace(map: TopicMap): void;
  /** Takes over a saved map, so that its links can be explained and its parameters changed. */
  open(map: TopicMap): void;
  /** Why papers i and j are linked. @throws TopographError (input) when there is no map. */
  why(i: number, j: number): Explanation;
  /** What evidence is computed from; made on first use. @throws TopographError (input) when there is no map. */
  evidence(): MapEvidence;
}

/** A session without papers. */
export function createSession(): Session {
  const memory = createMemory();
  let text: TextAnalysis | undefined;
  // The text stage's result is kept for evidence, which would otherwise analyse all texts again.
  const remember: Remember = async (name, dependencies, compute) => {
    const value = await memory(name, dependencies, compute);
    if (name === "text") text = value as unknown as TextAnalysis;
    return value;
  };
  let collection: Collection | undefined;
  let map: TopicMap | undefined;
  let known: MapEvidence | undefined;
  function held(): TopicMap {
    if (map === undefined) throw new TopographError("input", "there is no map yet: build or open one first");
    return map;
  }
  function evidence(): MapEvidence {
    const current = held();
    known ??= textEvidence(current, current.papers === collection?.papers ? text : undefined);
    return known;
  }
  let edits: readonly Edit[] | undefined;
  let base: TopicMap | undefined;
  let opened: TopicMap | undefined;
  return {
    evidence,
    async read(sources, options = {}, monitor = {}) {
      collection = await readPapers(sources, options, monitor);
      map = undefined;
      edits = undefined;
      base = undefined;
      opened = undefined;
      return collection;
    },
    async build(parameters = {}, monitor = {}, title, afresh = false) {
      if (collection === undefined)
        throw new TopographError("input", "there are no papers yet: read a file first");
      const context = { remember, monitor, ...(title === undefined ? {} : { title }) };
      // With the corrections and the tour of a saved map, which would be lost otherwise.
      const start = afresh ? {} : { ...(base ? { base } : {}), ...(opened ? { opened } : {}) };
      const decided = { ...(edits ? { edits } : {}), ...start };
      // Where no text is analysed, that of the map before does not go with this one.
      text = undefined;
      map = await buildDocument({ collection, parameters: asGiven(parameters, map), ...decided }, context);
      known = undefined;
      return map;
    },
    decide(decisions) {
      edits = decisions.edits ?? edits;
      base = decisions.base ?? base;
    },
    replace(given) {
      if (given.parameters !== map?.parameters) {
        known = undefined;
        text = undefined;
      }
      map = given;
    },
    open(saved) {
      map = saved;
      known = undefined;
      text = undefined;
      edits = saved.edits;
      opened = saved;
      // A map that grew from another has places that its papers alone would not give again; so has one that another
      // version made, where its words were changed.
      const foreign = saved.generator !== GENERATOR && saved.unedited !== undefined;
      base = saved.changes || foreign ? saved : undefined;
      const files = saved.inputs.map((input) => ({
        ...input,
        encoding: "utf-8",
        warnings: [],
        warningCount: 0,
      }));
      collection = { papers: saved.papers, files, merged: 0, edits: saved.edits, tour: saved.tour };
    },
    why: (i, j) => explainLink(held(), evidence(), i, j),
  };
}

/** Whoever hands a map's own words back means them as they were given, without those of the edits. */
function asGiven(parameters: Partial<Parameters>, map: TopicMap | undefined): Partial<Parameters> {
  const { stopWords, synonyms } = parameters;
  const known = map?.parameters;
  const same =
    known && JSON.stringify([stopWords, synonyms]) === JSON.stringify([known.stopWords, known.synonyms]);
  return same ? { ...parameters, ...givenWords(map) } : parameters;
}
