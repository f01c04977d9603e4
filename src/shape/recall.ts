import type { Earlier } from "../model/earlier.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import type { Paper } from "../model/paper.ts";
import type { Parameters } from "../model/parameters.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { uneditedMap } from "./apply.ts";

/** With more new papers than this share of the known ones, topics are found anew. */
const MOSTLY_NEW = 0.5;

/** What an earlier map (before its edits) says of these papers, found by identity. In numbers as they are saved. */
export function recall(papers: readonly Paper[], base: TopicMap, parameters: Parameters): Earlier {
  const map = uneditedMap(base);
  const index = new Map(map.papers.map(({ identity }, i) => [identity, i]));
  const old = papers.map(({ identity }) => index.get(identity));
  const main = map.topics.filter(({ parent }) => parent === undefined);
  const column = (from: Int32Array) => Int32Array.from(old, (i) => (i === undefined ? NO_TOPIC : from[i]));
  const place = (from: Float32Array) =>
    Float32Array.from(old, (i) => (i === undefined ? 0 : sixDigits(from[i])));
  const known = Uint8Array.from(old, (i) => (i === undefined ? 0 : 1));
  const count = known.reduce((sum, k) => sum + k, 0);
  const { topics, resolution } = base.parameters;
  return {
    known,
    x: place(map.x),
    y: place(map.y),
    topic: column(map.topic),
    subtopic: column(map.subtopic),
    count: main.length,
    parent: Int32Array.from(map.topics.slice(main.length), ({ parent }) => parent ?? NO_TOPIC),
    stability: Float32Array.from(main, ({ stability }) => sixDigits(stability ?? 1)),
    anew:
      topics !== parameters.topics ||
      resolution !== parameters.resolution ||
      main.length === 0 ||
      papers.length - count > MOSTLY_NEW * count,
  };
}
