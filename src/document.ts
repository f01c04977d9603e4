import { type Collection, inputsOf } from "./model/collection.ts";
import type { Earlier } from "./model/earlier.ts";
import type { Edit, TopicMap } from "./model/map.ts";
import { completeParameters, type Parameters } from "./model/parameters.ts";
import { buildMap, type Context } from "./pipeline.ts";
import { givenWords, replayEdits, uneditedMap } from "./shape/apply.ts";
import { carryOver } from "./shape/carry.ts";
import { compareMaps } from "./shape/compare.ts";
import { recall } from "./shape/recall.ts";
import { withVocabulary } from "./shape/vocabulary.ts";

/** A collection with all that a user has decided about its map. */
export interface Document {
  readonly collection: Collection;
  /** As given: without the words of the edits. What is absent is the base's, then the default. */
  readonly parameters?: Partial<Parameters>;
  /** Absent: those of the base, else those of a saved map among the sources. */
  readonly edits?: readonly Edit[];
  /** An earlier map to continue: known papers keep their places and topics, topics their names and colours. */
  readonly base?: TopicMap;
}

/**
 * A document to its map: applyEdits(pipeline(papers, parameters), edits), in the places of the base where there is one.
 * A collection and parameters that are the base's give the base itself.
 * @throws TopographError (usage) for parameters out of range; the signal's reason when cancelled
 */
export async function buildDocument(
  { collection, parameters = {}, edits, base }: Document,
  context: Omit<Context, "earlier"> = {},
): Promise<TopicMap> {
  const given = completeParameters({ ...(base ? inherited(base, parameters) : {}), ...parameters });
  const list = edits ?? base?.edits ?? collection.edits;
  const used = completeParameters({ ...given, ...withVocabulary(given, list) });
  if (base && isUnchanged(base, collection, used))
    return unchanged(base, collection, list, given, context.title);
  const earlier = base && (await recalled(base, collection, used, context));
  const title = context.title ?? base?.title;
  const built = await buildMap(collection, used, {
    ...context,
    ...(title === undefined ? {} : { title }),
    ...(earlier ? { earlier } : {}),
  });
  const named = base ? carryOver(built, base) : built;
  const tour = base && base.tour.length > 0 ? base.tour : collection.tour;
  const { map, idle } = replayEdits({ ...named, tour }, list, given);
  return base ? { ...map, changes: compareMaps(base, map, idle) } : map;
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

/** Remembered, so that the stages that depend on it are not run again for the same papers. */
async function recalled(
  base: TopicMap,
  { papers }: Collection,
  parameters: Parameters,
  { remember }: Context,
): Promise<Earlier> {
  const compute = () => recall(papers, base, parameters);
  return remember
    ? remember("earlier", [base, papers, parameters.topics, parameters.resolution], compute)
    : compute();
}

function isUnchanged(base: TopicMap, { papers }: Collection, parameters: Parameters): boolean {
  return (
    papers.length === base.papers.length &&
    sortedText(parameters) === sortedText(base.parameters) &&
    papers.every((paper, i) => papers === base.papers || sortedText(paper) === sortedText(base.papers[i]))
  );
}

/** The same whatever the order of the fields. */
function sortedText(value: object): string {
  return JSON.stringify(Object.entries(value).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

/** The base with these edits, and under the names that its files have now. */
function unchanged(
  base: TopicMap,
  { files }: Collection,
  edits: readonly Edit[],
  given: Parameters,
  title: string | undefined,
): TopicMap {
  const same = JSON.stringify(edits) === JSON.stringify(base.edits);
  const map = same ? base : replayEdits(uneditedMap(base), edits, given).map;
  const inputs = inputsOf(files);
  return { ...map, ...(title === undefined ? {} : { title }), inputs };
}
