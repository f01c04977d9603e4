import { decisionCodes } from "../model/decision.ts";
import type { Edit, TopicMap, Unedited } from "../model/map.ts";
import { givenPapers } from "../model/paper.ts";
import { correct } from "./correct.ts";
import { hasDecisionEdits, withDecisionCodes } from "./decide.ts";
import { asKnownEdit, isVocabularyEdit } from "./edits.ts";
import { type Words, withVocabulary } from "./vocabulary.ts";

/** A map with its corrections, and which of them found nothing to change. */
export interface Replay {
  readonly map: TopicMap;
  /** Indices into the edits: their topics or papers are not in this map, or it is so already. They stay in the list. */
  readonly idle: readonly number[];
}

/**
 * The map with exactly these edits, whatever edits it bore before: corrections are applied in order to the grouping that
 * was computed. Vocabulary edits are in the parameters a map is computed with (`withVocabulary`); here they are only
 * listed. No edits give the map as it was computed, byte for byte. O(papers) per edit.
 */
export function applyEdits(map: TopicMap, edits: readonly Edit[]): TopicMap {
  return replayEdits(map, edits).map;
}

/**
 * `applyEdits`, with a word on what found nothing to do.
 * @param given the words the map was computed with but for those of the edits; absent: those it knows of itself
 */
export function replayEdits(map: TopicMap, edits: readonly Edit[], given: Words = givenWords(map)): Replay {
  const computed = uneditedMap(map);
  if (edits.length === 0) return { map: computed, idle: [] };
  const index = new Map(computed.papers.map((paper, i) => [paper.identity, i]));
  const find = (identity: string) => index.get(identity);
  const idle: number[] = [];
  let corrected = computed;
  for (const [k, edit] of edits.entries()) {
    const known = asKnownEdit(edit);
    if (known && isVocabularyEdit(known)) continue;
    const next = known && correct(corrected, known, find);
    if (next) corrected = next;
    else idle.push(k);
  }
  return { map: { ...corrected, edits, unedited: snapshot(computed, given, edits) }, idle };
}

/** The map as it was computed, without its edits. */
export function uneditedMap(map: TopicMap): TopicMap {
  const { unedited, ...rest } = map;
  if (!unedited) return map.edits.length === 0 ? map : { ...rest, edits: [] };
  const { topics, topic, subtopic, leaf, runnerUp, confidence, extra, decision, places } = unedited;
  const screened = hasDecisionEdits(map.edits) ? withDecisionCodes(rest, decision) : rest;
  const { extra: others, leaf: _edited, ...plain } = screened;
  const { topics: _renumbered, ...left } = others ?? {};
  const whole = { ...left, ...(extra ? { topics: extra } : {}) };
  return {
    ...plain,
    ...places,
    papers: givenPapers(plain.papers),
    edits: [],
    topics,
    topic,
    subtopic,
    ...(leaf ? { leaf } : {}),
    runnerUp,
    confidence,
    ...(Object.keys(whole).length > 0 ? { extra: whole } : {}),
  };
}

/** What a map was computed with beside its vocabulary edits. */
export function givenWords(map: TopicMap): Words {
  const { stopWords, synonyms } = map.unedited ?? map.parameters;
  return { stopWords, synonyms };
}

/** The words that a map must be computed with for these edits to hold. */
export function wordsFor(map: TopicMap, edits: readonly Edit[]): Words {
  return withVocabulary(givenWords(map), edits);
}

function snapshot(map: TopicMap, { stopWords, synonyms }: Words, edits: readonly Edit[]): Unedited {
  const decision = hasDecisionEdits(edits) ? decisionCodes(map) : undefined;
  const { topics, topic, subtopic, leaf, runnerUp, confidence, extra, x, y } = map;
  return {
    stopWords,
    synonyms,
    topics,
    topic,
    subtopic,
    ...(leaf ? { leaf } : {}),
    runnerUp,
    confidence,
    ...(decision ? { decision } : {}),
    ...(edits.some(({ type }) => type === "place") ? { places: { x, y } } : {}),
    ...(extra?.topics ? { extra: extra.topics } : {}),
  };
}
