import { type EdgeKind, NO_LABEL } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { ConceptTable, ConceptType, TermMatrix, Tokens } from "../model/text.ts";
import { shortName } from "../model/vectors.ts";
import { type PassagePair, sharedPassages } from "./passages.ts";
import { type CitedWorks, type SharedWork, sharedCiters, sharedWorks } from "./references.ts";
import { sharedColumns, tellingFirst } from "./shared-columns.ts";

/** The texts of a map as the text stage sees them: kept from the session, or made again from the map itself. */
export interface TextEvidence {
  readonly tokens: Tokens;
  readonly matrix: TermMatrix;
  readonly concepts?: ConceptTable;
  /** Needed for shared references and citers only. */
  readonly references?: CitedWorks;
}

/** One term that both papers hold. */
export interface SharedTerm {
  /** What people see. */
  readonly term: string;
  /** Its part of the cosine: the contributions of all shared terms sum to the cosine. */
  readonly contribution: number;
  /** The same as a share of the cosine, 0 to 1. */
  readonly share: number;
}

/** One link between the two papers, as the map holds it. */
export interface LinkFound {
  readonly kind: EdgeKind;
  readonly weight: number;
  /** For directed kinds: the citing paper. */
  readonly from?: number;
  /** Mentions: the name and the sentence it stands in. Semantic links: what the vectors are called. */
  readonly name?: string;
  readonly sentence?: string;
}

/** Why two papers are linked. */
export interface Explanation {
  readonly papers: readonly [number, number];
  /** Cosine similarity of their texts, computed anew, 0 to 1. */
  readonly cosine: number;
  /** False where the map's keyword link says another weight than its texts give now (by more than rounding). */
  readonly agrees: boolean;
  /** Best first; words that are common in all of science last. */
  readonly terms: readonly SharedTerm[];
  readonly concepts: readonly { readonly name: string; readonly type: ConceptType }[];
  /** Works that both cite, the rarest first; empty where the references are not at hand. */
  readonly references: readonly SharedWork[];
  /** Papers of the map that cite both. */
  readonly citers: readonly number[];
  /** In the order of the map's kinds; empty where they are not linked. */
  readonly links: readonly LinkFound[];
  /** Sentences of the one beside sentences of the other, with the shared terms in them; best first, at most three. */
  readonly passages: readonly PassagePair[];
}

/** Weights are stored with six digits of a float32. */
const ROUNDING = 1e-5;

/**
 * The evidence behind the link of papers i and j, computed from the texts, so that it cannot drift from the score.
 * Stems are matched; surface forms are what the result holds.
 * @param i index of a paper
 * @param j index of another paper (or the same: then everything is shared)
 */
export function explainLink(map: TopicMap, text: TextEvidence, i: number, j: number): Explanation {
  const { matrix, concepts } = text;
  const kept = map.withheld && keptEvidence(map, i, j);
  if (kept) return { ...kept, references: sharedWorksOf(text, i, j), citers: citersOf(text, i, j) };
  const shared = sharedColumns(matrix.rows, i, j);
  let cosine = 0;
  for (const { product } of shared) cosine += product;
  const { common } = matrix;
  shared.sort(tellingFirst(common));
  const links = linksBetween(map, i, j);
  const stored = links.find((link) => link.kind === "keyword")?.weight;
  return {
    papers: [i, j],
    cosine,
    agrees: stored === undefined || Math.abs(stored - cosine) <= ROUNDING,
    terms: shared.map(({ column, product }) => ({
      term: matrix.surface[column],
      contribution: product,
      share: cosine > 0 ? product / cosine : 0,
    })),
    concepts: concepts
      ? sharedColumns(concepts.rows, i, j).map(({ column }) => ({
          name: concepts.name[column],
          type: concepts.type[column],
        }))
      : [],
    references: sharedWorksOf(text, i, j),
    citers: citersOf(text, i, j),
    links,
    passages: sharedPassages(
      map.papers,
      text.tokens,
      matrix,
      shared.filter(({ column }) => common[column] === 0),
      i,
      j,
    ),
  };
}

function sharedWorksOf({ references }: TextEvidence, i: number, j: number): SharedWork[] {
  return references ? sharedWorks(references, i, j) : [];
}

function citersOf({ references }: TextEvidence, i: number, j: number): number[] {
  return references ? sharedCiters(references, i, j) : [];
}

/**
 * What a map without abstracts keeps of a keyword link: its weight, and the terms that it is made of most. undefined where
 * there is none.
 */
function keptEvidence(
  map: TopicMap,
  i: number,
  j: number,
): Omit<Explanation, "references" | "citers"> | undefined {
  const list = map.edges.find(({ kind, readout }) => kind === "keyword" && readout !== undefined);
  if (!list?.readout) return undefined;
  const [from, to] = [Math.min(i, j), Math.max(i, j)];
  const e = findEdge(list.source, list.target, from, to);
  if (e < 0) return undefined;
  const { labels, label, share } = list.readout;
  const cosine = list.weight[e];
  const slots = [3 * e, 3 * e + 1, 3 * e + 2].filter((slot) => label[slot] !== NO_LABEL);
  const others = new Set(map.concepts[j]);
  return {
    papers: [i, j],
    cosine,
    agrees: true,
    terms: slots.map((slot) => ({
      term: labels[label[slot]],
      contribution: share[slot] * cosine,
      share: share[slot],
    })),
    concepts: map.concepts[i].flatMap((name) =>
      others.has(name) ? [{ name, type: "method" as const }] : [],
    ),
    links: linksBetween(map, i, j),
    passages: [],
  };
}

/** All links of the map between two papers, in either direction. */
export function linksBetween(map: TopicMap, i: number, j: number): LinkFound[] {
  const found: LinkFound[] = [];
  const { vectors } = map.parameters;
  for (const list of map.edges)
    for (const [from, to] of [
      [i, j],
      [j, i],
    ]) {
      const e = findEdge(list.source, list.target, from, to);
      if (e < 0) continue;
      found.push({
        kind: list.kind,
        weight: list.weight[e],
        ...(list.directed ? { from } : {}),
        ...(list.mentions ? { name: list.mentions[e].name, sentence: list.mentions[e].sentence } : {}),
        ...(list.kind === "semantic" && vectors ? { name: shortName(vectors) } : {}),
      });
      if (i === j) break;
    }
  return found;
}

/** Edges are sorted by source, then target. */
function findEdge(source: Uint32Array, target: Uint32Array, from: number, to: number): number {
  let low = 0;
  let high = source.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (source[middle] < from || (source[middle] === from && target[middle] < to)) low = middle + 1;
    else high = middle;
  }
  return source[low] === from && target[low] === to ? low : -1;
}
