import { type EdgeKind, type EdgeList, kindFactors, NO_LABEL } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { linksOf } from "../scene/links.ts";
import { linkCount } from "../scene/look.ts";

/** One edge, as formats write it; the same object is handed out again and again. */
export interface EdgeRow {
  /** 1 … over all kinds, as in the map's JSON. */
  number: number;
  kind: EdgeKind;
  directed: boolean;
  source: number;
  target: number;
  /** What the link counts in topics and layout, above 0: keyword links with their similarity, see `countedFactors`. */
  weight: number;
  /** As the map has it: how alike the two are by this kind alone. Above 0. */
  similarity: number;
  /** Whether the page draws it while the whole map is seen: the strongest, about four a paper. */
  readonly shown: boolean;
  /** The shared terms with their share of the weight: "residual (40 %), block (12 %)"; "" where there are none. */
  evidence: string;
  /** Mentions only. */
  name: string;
  sentence: string;
}

/**
 * All edges of a map, kind by kind, without an object for each.
 * @param escaping what a format does to the text of evidence; done once a term, not once an edge
 */
export function* edgeRows(
  map: TopicMap,
  escaping: (text: string) => string = (text) => text,
): Generator<Readonly<EdgeRow>, void, undefined> {
  let number = 0;
  let drawn: Uint8Array | undefined;
  const row: EdgeRow = {
    number,
    kind: "keyword",
    directed: false,
    source: 0,
    target: 0,
    weight: 0,
    similarity: 0,
    // Which are is found for formats that ask: it takes longer than all else here.
    get shown() {
      drawn ??= shownLinks(map);
      return drawn[this.number - 1] === 1;
    },
    evidence: "",
    name: "",
    sentence: "",
  };
  const factors = countedFactors(map);
  for (const [k, list] of map.edges.entries()) {
    row.kind = list.kind;
    row.directed = list.directed;
    const evidence = evidenceTexts(list, escaping);
    for (let e = 0; e < list.source.length; e++) {
      row.number = ++number;
      row.source = list.source[e];
      row.target = list.target[e];
      row.similarity = sixDigits(list.weight[e]);
      row.weight = factors[k] > 0 ? sixDigits(row.similarity * factors[k]) || LEAST : LEAST;
      row.evidence = evidence(e);
      row.name = list.mentions?.[e].name ?? "";
      row.sentence = list.mentions?.[e].sentence ?? "";
      yield row;
    }
  }
}

/** Shares as they are written, made once. */
const PERCENT = Array.from({ length: 101 }, (_, percent) => ` (${percent} %)`);

/** The evidence of each edge of a list as text. */
function evidenceTexts({ readout }: EdgeList, escaping: (text: string) => string): (e: number) => string {
  if (!readout) return () => "";
  const { labels, label, share } = readout;
  const escaped: string[] = new Array(labels.length);
  return (e) => {
    let text = "";
    for (let slot = 3 * e; slot < 3 * e + 3; slot++) {
      const at = label[slot];
      if (at === NO_LABEL) continue;
      escaped[at] ??= escaping(labels[at]);
      const percent = Math.round(100 * sixDigits(share[slot]));
      text += `${text === "" ? "" : ", "}${escaped[at]}${PERCENT[percent] ?? ` (${percent} %)`}`;
    }
    return text;
  };
}

/** Of links of kinds that count nothing: Gephi drops links of weight 0, and this moves nothing there. */
const LEAST = 1e-6;

/**
 * What similarities of each list are multiplied by to count as they do in the map. Without keyword links the first kind
 * that counts keeps its numbers, and where none counts, all do. By the numbers as they are written, so that a saved map
 * is written the same.
 */
function countedFactors({ edges, parameters }: TopicMap): number[] {
  const factors = kindFactors(edges, parameters.weights, sixDigits);
  const has = edges.some(({ kind, source }) => kind === "keyword" && source.length > 0);
  const base = has ? 1 : factors.find((factor) => factor > 0);
  return base === undefined || factors.every((factor) => factor === 0)
    ? factors.map(() => 1)
    : factors.map((factor) => factor / base);
}

/** 1 for each link, in the order of the lists, that the page draws while the whole map is seen. */
function shownLinks({ edges, papers }: TopicMap): Uint8Array {
  const written = edges.map((list) => ({ ...list, weight: list.weight.map((w) => sixDigits(w)) }));
  const { edge } = linksOf(written, papers.length);
  const shown = new Uint8Array(edge.length);
  for (const number of edge.subarray(0, linkCount(edge.length, papers.length, 1, false))) shown[number] = 1;
  return shown;
}
