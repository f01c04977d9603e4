import { type Document, runDocument } from "../document.ts";
import { type Explanation, explainLink } from "../explain/why.ts";
import { type Executor, inProcess } from "../kernel/executor.ts";
import { createMemory } from "../kernel/memo.ts";
import type { Collection, Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import type { Edit, TopicMap } from "../model/map.ts";
import { givenPapers } from "../model/paper.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Monitor } from "../model/progress.ts";
import { savedVectors } from "../model/saved-vectors.ts";
import { type Analysis, analyse, GENERATOR, type Run } from "../pipeline.ts";
import { type ReaderOptions, readPapers } from "../read/read.ts";
import { givenWords, uneditedMap } from "../shape/apply.ts";
import { backgroundOf } from "../text/analyse.ts";
import { type Background, NO_BACKGROUND } from "../text/background/background.ts";
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
  /**
   * What `build` would give with these parameters and edits, in the places of the map as it is: no layout is computed.
   * The session's map stays.
   */
  preview(wish: Wish, monitor?: Monitor): Promise<Run>;
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
  /** The map with what it was read off: for a saved map that is made again on first use. */
  run(): Promise<Run>;
}

/** Parameters without the words of the edits; edits where they are not those decided. */
export interface Wish {
  readonly parameters: Partial<Parameters>;
  readonly edits?: readonly Edit[];
  /** Whether all is computed again, also where nothing differs from the saved map. */
  readonly afresh?: boolean;
}

/**
 * A session without papers.
 * @param executor runs what is parallel; absent: this thread, without a pause
 * @param table gives the background that words are weighed against; absent: what the opened map has kept of it
 */
export function createSession(executor: Executor = inProcess(), table?: () => Promise<Background>): Session {
  const remember = createMemory();
  let collection: Collection | undefined;
  let map: TopicMap | undefined;
  let analysis: Analysis | undefined;
  let known: MapEvidence | undefined;
  let edits: readonly Edit[] | undefined;
  let base: TopicMap | undefined;
  let opened: TopicMap | undefined;
  function held(): TopicMap {
    if (map === undefined) throw new TopographError("input", "there is no map yet: build or open one first");
    return map;
  }
  function evidence(): MapEvidence {
    known ??= textEvidence(held(), analysis?.text);
    return known;
  }
  function analysed(of: TopicMap, monitor: Monitor = {}): Promise<Analysis> {
    const vectors = collection?.vectors;
    return analyse({ ...of, ...(vectors ? { vectors } : {}) }, { remember, executor, monitor });
  }
  const background = table ?? (async () => backgroundOf(opened ?? held()) ?? NO_BACKGROUND);
  async function run(): Promise<Run> {
    const current = held();
    const made = analysis ?? (await analysed(current));
    if (map === current) analysis = made;
    return { map: current, ...made };
  }
  function documentOf(wish: Wish): Document {
    if (map?.withheld !== undefined) throw new TopographError("input", WITHHELD);
    if (collection === undefined)
      throw new TopographError("input", "there are no papers yet: read a file first");
    const list = wish.edits ?? edits;
    // With the corrections and the tour of a saved map, which would be lost otherwise.
    const start = wish.afresh ? {} : { ...(base ? { base } : {}), ...(opened ? { opened } : {}) };
    return {
      collection,
      parameters: asGiven(wish.parameters, map),
      ...(list ? { edits: list } : {}),
      ...start,
    };
  }
  function forgetMap(): void {
    analysis = undefined;
    known = undefined;
  }
  return {
    evidence,
    run,
    async read(sources, options = {}, monitor = {}) {
      collection = await readPapers(sources, options, monitor);
      [map, edits, base, opened] = [undefined, undefined, undefined, undefined];
      return collection;
    },
    async build(parameters = {}, monitor = {}, title, afresh = false) {
      const context = { remember, executor, monitor, background, ...(title === undefined ? {} : { title }) };
      const made = await runDocument(documentOf({ parameters, afresh }), context);
      forgetMap();
      [map, analysis] = [made.map, made.analysis];
      return map;
    },
    async preview(wish, monitor = {}) {
      const { x, y, size, title } = held();
      const context = { remember, executor, monitor, background, title, placed: { x, y, size } };
      const made = await runDocument(documentOf(wish), context);
      return {
        map: made.map,
        ...(made.analysis ?? (await analysed(made.map, monitor))),
      };
    },
    decide(decisions) {
      edits = decisions.edits ?? edits;
      base = decisions.base ?? base;
    },
    replace(given) {
      if (given.parameters !== map?.parameters) forgetMap();
      map = given;
    },
    open(saved) {
      forgetMap();
      map = saved;
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
      const vectors = savedVectors(saved);
      const { edits: made, tour } = saved;
      const papers = givenPapers(saved.papers);
      const { fields } = uneditedMap(saved);
      const own = { ...(fields ? { fields } : {}), ...(vectors ? { vectors } : {}) };
      collection = { papers, files, merged: 0, edits: made, tour, ...own };
    },
    why: (i, j) => explainLink(held(), evidence(), i, j),
  };
}

/** Words of titles alone would give another map. */
const WITHHELD =
  "this map was shared without abstracts, so that its words cannot be counted anew: drop the export of its papers on the map first";

/** Whoever hands a map's own words back means them as they were given, without those of the edits. */
function asGiven(parameters: Partial<Parameters>, map: TopicMap | undefined): Partial<Parameters> {
  const { stopWords, synonyms } = parameters;
  const known = map?.parameters;
  const same =
    known && JSON.stringify([stopWords, synonyms]) === JSON.stringify([known.stopWords, known.synonyms]);
  return same ? { ...parameters, ...givenWords(map) } : parameters;
}
