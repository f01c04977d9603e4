import { forget, type Remember } from "./kernel/memo.ts";
import { type Collection, inputsOf } from "./model/collection.ts";
import type { Edit, TopicMap } from "./model/map.ts";
import { givenPapers } from "./model/paper.ts";
import { completeParameters, type Parameters } from "./model/parameters.ts";
import { carriedVectors } from "./model/saved-vectors.ts";
import { naming } from "./model/vectors.ts";
import { type Analysis, type Context, runPipeline } from "./pipeline.ts";
import { givenWords, replayEdits, uneditedMap } from "./shape/apply.ts";
import { carryOver } from "./shape/carry.ts";
import { compareMaps } from "./shape/compare.ts";
import { hasDecisionEdits } from "./shape/decide.ts";
import { placeEdit } from "./shape/drawing.ts";
import { recall } from "./shape/recall.ts";
import { withAbstracts } from "./shape/restore.ts";
import { speaksOf, type Words, withVocabulary } from "./shape/vocabulary.ts";

/** A collection with all that a user has decided about its map. */
export interface Document {
  readonly collection: Collection;
  /** As given: without the words of the edits. What is absent is the base's, then the default. */
  readonly parameters?: Partial<Parameters>;
  /** Absent: those of the base, else those of a saved map among the sources. */
  readonly edits?: readonly Edit[];
  /** An earlier map to continue: known papers keep their places and topics, topics their names and colours. */
  readonly base?: TopicMap;
  /** A map of these very papers, as it was opened: it stands for what its parameters would give. */
  readonly opened?: TopicMap;
}

/**
 * A document to its map: applyEdits(pipeline(papers, parameters), edits), in the places of the base where there is one.
 * A collection and parameters that are the base's give the base itself. Edits of the vocabulary change links, and the
 * topics of papers whose words now fit another one, in the places of the map without them.
 * @throws TopographError (usage) for parameters out of range; the signal's reason when cancelled
 */
export async function buildDocument(document: Document, context: BuildContext = {}): Promise<TopicMap> {
  return (await runDocument(document, context)).map;
}

/** A document's map; with what it was read off, unless it is an earlier map as it was. */
export interface DocumentRun {
  readonly map: TopicMap;
  readonly analysis?: Analysis;
}

/** `buildDocument`, with what the map was read off. */
export async function runDocument(document: Document, context: BuildContext = {}): Promise<DocumentRun> {
  const { parameters = {}, edits } = document;
  const base = document.base && withAbstracts(document.base, document.collection.papers).map;
  const collection = await withVectors(document, context);
  const wanted = { ...(base ? inherited(base, parameters) : {}), ...parameters };
  const given = completeParameters(naming(wanted, collection.vectors));
  const list = edits ?? base?.edits ?? collection.edits;
  const used = completeParameters({ ...given, ...withVocabulary(given, list) });
  if (base && isUnchanged(base, collection, used))
    return { map: unchanged(base, collection, list, given, context.title) };
  const plain = await plainRun({ ...document, collection, ...(base ? { base } : {}) }, given, used, context);
  const worded = isSame(plain.map.parameters, used)
    ? plain
    : await reworded(plain.map, collection, used, list, context);
  const title = context.title ?? worded.map.title;
  const drawn = edits === undefined && !base && placesEdit(worded.map, collection);
  const { map, idle } = replayEdits({ ...worded.map, title }, drawn ? [...list, drawn] : list, given);
  const changes = plain.map.changes ?? (base && compareMaps(base, map));
  return { ...worded, map: changes ? { ...map, changes: { ...changes, idleEdits: idle } } : map };
}

/** The places that a drawing among the sources gave the papers, as an edit that can be taken back. */
function placesEdit(map: TopicMap, { places }: Collection): Edit | undefined {
  const placed = Array.from(places?.x ?? [], (x, paper) => ({ paper, x, y: places?.y[paper] ?? 0 }));
  return placeEdit(
    map,
    placed.filter(({ x }) => !Number.isNaN(x)),
  );
}

type BuildContext = Omit<Context, "earlier">;

/** The collection with the vectors that it was given, else with what the base knows of its own. */
async function withVectors(
  { collection, base }: Document,
  { remember = forget }: BuildContext,
): Promise<Collection> {
  if (collection.vectors || !base) return collection;
  const vectors = await remember("vectors", [base, collection.papers], () =>
    carriedVectors(base, collection.papers),
  );
  return vectors ? { ...collection, vectors } : collection;
}

/** The map before edits of the vocabulary, or with those that base or opened map have already; without corrections. */
async function plainRun(
  { collection, base, opened }: Document,
  given: Parameters,
  used: Parameters,
  { title, remember = forget, ...context }: BuildContext,
): Promise<DocumentRun> {
  if (opened && givenPapers(opened.papers) === collection.papers) {
    if (isSame(opened.parameters, used) || isSame(opened.parameters, given))
      return { map: uneditedMap(opened) };
  }
  // A base that has the words is gone on from as it is.
  const parameters = base && isSame(wordsOf(base.parameters), wordsOf(used)) ? used : given;
  const dependencies = [collection.papers, base, title, JSON.stringify(parameters), context.placed];
  return remember("map", dependencies, async () => {
    const earlier = base && recall(collection.papers, base, parameters);
    const named = title ?? base?.title;
    const { map, ...analysis } = await runPipeline(collection, parameters, {
      ...context,
      remember,
      ...(named === undefined ? {} : { title: named }),
      ...(earlier ? { earlier } : {}),
    });
    const tour = base && base.tour.length > 0 ? base.tour : collection.tour;
    return { map: { ...(base ? carryOver(map, base) : map), tour }, analysis };
  });
}

/** The map with other words: papers in their places, topics with their names where these do not speak of the edits. */
async function reworded(
  plain: TopicMap,
  collection: Collection,
  used: Parameters,
  edits: readonly Edit[],
  { remember = forget, ...context }: BuildContext,
): Promise<DocumentRun> {
  // Beside what is remembered of the map without the edits, which each edit starts from.
  const apart: Remember = (name, dependencies, compute) =>
    remember(`${name} in other words`, dependencies, compute);
  const earlier = await apart("earlier", [plain, JSON.stringify(used)], () => ({
    ...recall(collection.papers, plain, used),
    words: wordsOf(plain.parameters),
  }));
  const { map, ...analysis } = await runPipeline(collection, used, {
    ...context,
    remember: apart,
    title: plain.title,
    earlier,
  });
  return { map: { ...carryOver(map, plain, (name) => speaksOf(name, edits)), tour: plain.tour }, analysis };
}

/** The parameters of the base; of the number of topics and the resolution, whichever is given replaces both. */
function inherited(base: TopicMap, given: Partial<Parameters>): Partial<Parameters> {
  const { topics, resolution, ...rest } = base.parameters;
  const own = { ...rest, ...givenWords(base) };
  if (given.topics !== undefined || given.resolution !== undefined) return own;
  return {
    ...own,
    ...(topics === undefined ? {} : { topics }),
    ...(resolution === undefined ? {} : { resolution }),
  };
}

function isUnchanged(base: TopicMap, { papers }: Collection, parameters: Parameters): boolean {
  const known = givenPapers(base.papers);
  return (
    papers.length === base.papers.length &&
    isSame(parameters, base.parameters) &&
    papers.every((paper, i) => papers === known || sortedText(paper) === sortedText(known[i]))
  );
}

function isSame(a: object, b: object): boolean {
  return sortedText(a) === sortedText(b);
}

function wordsOf({ stopWords, synonyms }: Words): Words {
  return { stopWords, synonyms };
}

/** The same whatever the order of the fields. */
function sortedText(value: object): string {
  return JSON.stringify(Object.entries(value).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

/** The base with these edits, under the names that its files have now, and with what they say beside the papers. */
function unchanged(
  base: TopicMap,
  { files, fields }: Collection,
  edits: readonly Edit[],
  given: Parameters,
  title: string | undefined,
): TopicMap {
  const same = JSON.stringify(edits) === JSON.stringify(base.edits);
  // Decisions change what the files say: they are made again on it.
  const isKept = same && !hasDecisionEdits(edits);
  const { fields: _, ...plain } = isKept ? base : uneditedMap(base);
  const titled = title === undefined ? {} : { title };
  const renewed = { ...plain, ...titled, inputs: inputsOf(files), ...(fields ? { fields } : {}) };
  return isKept ? renewed : replayEdits(renewed, edits, given).map;
}
