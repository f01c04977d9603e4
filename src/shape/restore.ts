import type { EdgeList } from "../model/edges.ts";
import { edgeName, type MapExtra, type TopicMap } from "../model/map.ts";
import type { Paper } from "../model/paper.ts";
import { sentences } from "../prose/sentences.ts";
import { isWithheldNote, PLACE } from "./withhold.ts";

/** A map with abstracts that it came without, and of how many papers they were found and are still missing. */
export interface Restored {
  readonly map: TopicMap;
  readonly found: number;
  readonly missing: number;
}

/**
 * Gives a map that was shared without abstracts those of the same papers in a collection, matched by identity, and with
 * them the sentences of its mentions. What captions quoted stays cut. The same map where none is found.
 */
export function withAbstracts(map: TopicMap, collection: readonly Paper[]): Restored {
  if (map.withheld === undefined) return { map, found: 0, missing: 0 };
  const abstracts = new Map(collection.map(({ identity, abstract }) => [identity, abstract]));
  let [found, missing] = [0, 0];
  const papers = map.papers.map((paper) => {
    if (paper.abstract !== "") return paper;
    const abstract = abstracts.get(paper.identity) ?? "";
    // A paper that the collection knows without one had none.
    if (!abstracts.has(paper.identity)) missing++;
    if (abstract === "") return paper;
    found++;
    return { ...paper, abstract };
  });
  if (found === 0) return { map, found, missing };
  const { withheld, extra, ...rest } = map;
  const edges = map.edges.map((list) => withSentences(map, list, papers));
  const kept = withoutPlaces(extra, edges);
  return {
    map: {
      ...rest,
      papers,
      ...(missing > 0 ? {} : { notes: map.notes.filter(({ message }) => !isWithheldNote(message)) }),
      edges,
      ...(Object.keys(kept).length > 0 ? { extra: kept } : {}),
      ...(missing > 0 && withheld ? { withheld } : {}),
    },
    found,
    missing,
  };
}

function withSentences(map: TopicMap, list: EdgeList, papers: readonly Paper[]): EdgeList {
  if (!list.mentions) return list;
  const mentions = list.mentions.map((mention, e) => {
    if (mention.sentence !== "") return mention;
    const name = edgeName(list.kind, list.source[e], list.target[e]);
    const place = map.extra?.edges?.get(name)?.find(([key]) => key === PLACE)?.[1];
    return { ...mention, sentence: sentenceAt(papers[list.source[e]].abstract, place) };
  });
  return { ...list, mentions };
}

/** The sentence at a place that was kept; of a longer one the part, with dots where it goes on. */
function sentenceAt(abstract: string, place: unknown): string {
  if (!Array.isArray(place)) return "";
  const [start, end] = place.map(Number);
  const whole = sentences(abstract).find((one) => start < one.end) ?? { start: 0, end: abstract.length };
  const quoted = abstract.slice(start, end);
  // Sentences of up to 400 letters are quoted whole.
  if (whole.end - whole.start <= 400) return quoted;
  return `${start > whole.start ? "…" : ""}${quoted}${end < whole.end ? "…" : ""}`;
}

/** The map's unknown attributes without the places of sentences that are there again. */
function withoutPlaces(extra: MapExtra | undefined, edges: readonly EdgeList[]): MapExtra {
  if (!extra?.edges) return extra ?? {};
  const back = new Set(
    edges.flatMap((list) =>
      (list.mentions ?? []).flatMap(({ sentence }, e) =>
        sentence === "" ? [] : [edgeName(list.kind, list.source[e], list.target[e])],
      ),
    ),
  );
  const left = [...extra.edges].flatMap(([name, entries]) => {
    const rest = back.has(name) ? entries.filter(([key]) => key !== PLACE) : entries;
    return rest.length > 0 ? [[name, rest] as const] : [];
  });
  const { edges: _, ...others } = extra;
  return left.length > 0 ? { ...others, edges: new Map(left) } : others;
}
