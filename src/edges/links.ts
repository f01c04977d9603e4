import type { Executor } from "../kernel/executor.ts";
import { latentRows } from "../kernel/lsa.ts";
import { EDGE_KINDS, type EdgeKind, type EdgeList } from "../model/edges.ts";
import type { Paper } from "../model/paper.ts";
import type { ConceptTable, Mentions, TermMatrix } from "../model/text.ts";
import type { Vectors } from "../model/vectors.ts";
import { affinityEdges } from "./affinity.ts";
import { citationEdges, citerRows, referenceRows } from "./citation.ts";
import { cosineKnn } from "./knn/knn.ts";
import { mentionEdges } from "./mention.ts";
import { termReadout } from "./readout.ts";
import { type References, resolveReferences } from "./references.ts";
import { semanticEdges } from "./semantic.ts";

/** What the text stage hands over. */
export interface LinkInput {
  readonly matrix: TermMatrix;
  /** May be made when they are asked for. */
  readonly concepts: ConceptTable;
  readonly mentions: Mentions;
}

/** Who is told how far links are. */
export interface LinkListener {
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Concepts and mentions are there: nothing more is read off the texts. */
  readonly onTextsRead?: () => void;
}

/** So large a share of what is drawn as a keyword link must be of other words than those that are common in all of science ("best", "results", "improve"). */
const LEAST_SUBJECT = 0.1;

/** What ties the papers together. */
export interface PaperLinks {
  /** What is shown and written. */
  readonly edges: readonly EdgeList[];
  /** What counts in topics and layout: the same with affinity in the place of keyword edges. */
  readonly counted: readonly EdgeList[];
  readonly references: References;
}

/**
 * The edges of every kind, in the order of EDGE_KINDS; kinds without edges are empty lists.
 * @param k neighbours per paper, 1 to 100, in each of the undirected kinds
 */
export async function findLinks(
  { papers, vectors }: { readonly papers: readonly Paper[]; readonly vectors?: Vectors },
  text: LinkInput,
  k: number,
  executor: Executor,
  { onProgress, onTextsRead }: LinkListener = {},
): Promise<PaperLinks> {
  const { matrix } = text;
  const searched = cosineKnn(matrix.rows, "keyword", k, executor, (done) => onProgress?.(done * 0.7));
  searched.catch(() => undefined); // An error is heard where it is awaited.
  // While other threads search, this one does what needs no neighbours.
  const latent = latentRows(matrix.rows);
  const references = resolveReferences(papers);
  const { concepts } = text;
  const mentions = mentionEdges(text.mentions);
  onTextsRead?.();
  const keyword = await searched;
  // Other threads go on with these one after the other, while this one reads off what it has.
  const searches = Promise.all([
    affinityEdges(keyword, matrix.rows, latent, k, executor),
    cosineKnn(concepts.rows, "concept", k, executor),
    cosineKnn(referenceRows(references), "coupling", k, executor),
    cosineKnn(citerRows(references), "cocitation", k, executor),
    semanticEdges(vectors, k, executor),
  ]);
  searches.catch(() => undefined);
  const keywordRead = termReadout(keyword, matrix.rows, matrix.surface, matrix.common, LEAST_SUBJECT);
  onProgress?.(0.8);
  const [affinity, concept, coupling, cocitation, semantic] = await searches;
  onProgress?.(0.9);
  const byKind: Readonly<Record<EdgeKind, EdgeList>> = {
    keyword: keywordRead,
    concept: termReadout(concept, concepts.rows, concepts.name),
    citation: citationEdges(references),
    coupling,
    cocitation,
    mention: mentions,
    semantic,
  };
  onProgress?.(1);
  const inOrder = (lists: typeof byKind) => EDGE_KINDS.map((kind) => lists[kind]);
  return { edges: inOrder(byKind), counted: inOrder({ ...byKind, keyword: affinity }), references };
}
