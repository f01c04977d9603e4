import type { Pair } from "../citations/gaps.ts";
import type { Contrast, ContrastQuestion } from "../explain/contrast.ts";
import type { Candidate } from "../explain/screening.ts";
import type { TopicReason } from "../explain/topic.ts";
import type { Explanation } from "../explain/why.ts";
import type { FacetName } from "../folder/index-shapes.ts";
import type { LinkEvidence } from "../folder/link-evidence.ts";
import type { LinkBetween } from "../folder/paper-links.ts";
import type { EdgeList } from "../model/edges.ts";
import type { Field } from "../model/field.ts";
import type { Edit, TopicMap } from "../model/map.ts";
import type { Match } from "../model/match.ts";
import type { Measures } from "../model/measures.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Stage } from "../model/progress.ts";
import type { FileReport } from "../model/report.ts";
import type { Part } from "../shape/edits.ts";
import type { Effect } from "../shape/effect.ts";
import type { Restored } from "../shape/restore.ts";
import type { TimeWindows } from "../time/windows/windows.ts";
import type { FolderPlace } from "./folder-place.ts";
import type { FolderPoints } from "./folder-points.ts";
import type { FoundName } from "./found-name.ts";
import type { DrawingTaken } from "./page-drawing.ts";
import type { FacetValues } from "./page-facets.ts";
import type { FolderBegun, FolderRest, Numbers, PaperLink, PapersRead } from "./page-folder.ts";
import type { Found } from "./page-search.ts";
import type { Bursts } from "./page-time.ts";
import type { Bridges } from "./page-understand.ts";
import type { Mix, Regrouped } from "./regroup.ts";

/** What came of reading and mapping files. */
export interface Built {
  readonly map: TopicMap;
  readonly files: readonly FileReport[];
  readonly merged: number;
  readonly matches: readonly Match[];
}

/** Edits and parameters, without the words of the edits. */
export interface Shaping {
  readonly parameters: Partial<Parameters>;
  readonly edits: readonly Edit[];
  /** Whether all is computed again, also where nothing differs from the saved map. */
  readonly afresh?: boolean;
}

/** Everything the page may ask of its worker: name → argument and answer. */
export interface Calls {
  build: {
    readonly ask: {
      readonly files: readonly File[];
      readonly title?: string;
      readonly parameters?: Partial<Parameters>;
      /** An earlier map to continue. */
      readonly base?: TopicMap;
    };
    readonly answer: Built;
  };
  /**
   * Gives a map that was shared without abstracts those of the same papers in files; it becomes the session's. null where
   * the files have none of them: they are other papers.
   */
  restore: {
    readonly ask: { readonly files: readonly File[]; readonly map: TopicMap };
    readonly answer: Restored | null;
  };
  /** What a graph that another program drew changes of the map; null where it is none, or one of other papers. */
  drawing: { readonly ask: { readonly file: File }; readonly answer: DrawingTaken | null };
  /** Reads a saved map; it becomes the session's. */
  decode: { readonly ask: { readonly file: Blob; readonly name: string }; readonly answer: TopicMap };
  /** Opens a map folder: its head and first tile are read. */
  folder: { readonly ask: { readonly place: FolderPlace }; readonly answer: FolderBegun };
  /** The points of all its papers, or of those of a folder that is not opened. */
  folderPoints: { readonly ask: { readonly place?: FolderPlace }; readonly answer: FolderPoints };
  /** What the numbers of papers are, or that they are to come, where another worker reads the points. */
  folderNumbers: { readonly ask: { readonly numbers?: Numbers }; readonly answer: true };
  /** One of its fields; null for one of so many values that nobody could choose one. */
  folderField: { readonly ask: { readonly name: string }; readonly answer: Field | null };
  /** Begins to read all of it. */
  folderRest: { readonly ask: object; readonly answer: FolderRest };
  /** A piece of its texts; all pieces are asked for, then its links, then the abstracts of each. */
  folderTexts: { readonly ask: { readonly group: number }; readonly answer: PapersRead };
  folderLinks: { readonly ask: object; readonly answer: Pick<TopicMap, "edges" | "extra"> };
  folderAbstracts: { readonly ask: { readonly group: number }; readonly answer: readonly string[] };
  /** Some papers before their turn, with abstracts, or only what lists show of them. */
  folderPapers: {
    readonly ask: { readonly papers: readonly number[]; readonly isBrief?: boolean };
    readonly answer: PapersRead;
  };
  /** Texts of papers of the first tile by their rows, while the other points are still to come. */
  folderFirst: {
    readonly ask: { readonly rows: readonly number[]; readonly isBrief?: boolean };
    readonly answer: PapersRead;
  };
  /** The links of one paper, the strongest first. */
  folderLinksOf: { readonly ask: { readonly paper: number }; readonly answer: readonly PaperLink[] };
  /** The links between some papers. */
  folderLinksAmong: {
    readonly ask: { readonly papers: readonly number[] };
    readonly answer: readonly LinkBetween[];
  };
  /** The evidence of the links between two papers, where the folder has it. */
  folderEvidence: {
    readonly ask: { readonly papers: readonly [number, number] };
    readonly answer: readonly LinkEvidence[];
  };
  /** The papers with these identities, those that there are. */
  folderFind: {
    readonly ask: { readonly identities: readonly string[] };
    readonly answer: readonly number[];
  };
  /** Concepts, venues or authors that have a text in them, the commonest for "", with their papers. */
  folderFacet: {
    readonly ask: { readonly name: FacetName; readonly text: string; readonly most: number };
    readonly answer: FacetValues;
  };
  /** What of them the search finds beside papers. */
  folderNames: { readonly ask: { readonly query: string }; readonly answer: readonly FoundName[] };
  /** The papers that have one of them. */
  folderFacetValue: {
    readonly ask: { readonly name: FacetName; readonly value: string };
    readonly answer: Uint32Array;
  };
  /** All of the folder was asked for: its map becomes the session's. */
  folderEnd: { readonly ask: object; readonly answer: true };
  /** Takes over a map the page already has. */
  adopt: { readonly ask: { readonly map: TopicMap }; readonly answer: true };
  why: { readonly ask: { readonly i: number; readonly j: number }; readonly answer: Explanation };
  search: { readonly ask: { readonly query: string }; readonly answer: Found };
  /** Papers alike in text that no citation links, best first. */
  similar: {
    readonly ask: { readonly paper: number; readonly count: number };
    readonly answer: readonly { readonly paper: number; readonly similarity: number }[];
  };
  /** Unseen papers by their nearness to the included ones. @see rankUnseen */
  unseen: {
    readonly ask: { readonly most: number; readonly decisions: readonly number[] };
    readonly answer: readonly (Omit<Candidate, "terms"> & { readonly terms: readonly string[] })[];
  };
  /** Why a paper is in its topic; null where it is in none. */
  topicReason: { readonly ask: { readonly paper: number }; readonly answer: TopicReason | null };
  /** What ties two topics together: at most `most` papers and links. */
  bridges: {
    readonly ask: { readonly a: number; readonly b: number; readonly most: number };
    readonly answer: Bridges;
  };
  /** How two sets of papers differ. */
  contrast: { readonly ask: ContrastQuestion; readonly answer: Contrast };
  /** Citations between papers whose texts are alike by at most `most`, least alike first. */
  dissimilar: { readonly ask: { readonly most: number }; readonly answer: readonly Pair[] };
  /** The map's papers in the topics that `rebuild` would give; the answers to other questions follow it. */
  regroup: { readonly ask: Mix; readonly answer: Regrouped };
  /** The two parts that a topic falls into most clearly; undefined where it has none. */
  halves: { readonly ask: { readonly topic: number }; readonly answer: readonly Part[] | undefined };
  /** What bursts, emerges and fades in the map's years. */
  bursts: { readonly ask: object; readonly answer: Bursts };
  /** Windows of the map's years, each clustered anew, and what became of their topics. */
  windows: { readonly ask: object; readonly answer: TimeWindows };
  /** The measures of the graph of the map's links. */
  measures: { readonly ask: object; readonly answer: Measures };
  /** Makes what the first search and the first evidence would have to wait for. */
  prepare: { readonly ask: { readonly evidence: boolean }; readonly answer: true };
  /** Back to the topics of the map. */
  regroupBack: { readonly ask: Record<string, never>; readonly answer: true };
  /** The links with the terms that their ends share, where the map came without. */
  readouts: { readonly ask: object; readonly answer: readonly EdgeList[] };
  /** The edits have changed the map on the page by hand; the session's map follows. */
  correct: { readonly ask: { readonly edits: readonly Edit[] }; readonly answer: true };
  /** The collection mapped again with other edits or parameters (without the words of the edits). */
  shape: {
    readonly ask: Shaping;
    readonly answer: TopicMap;
  };
  /** What other words or parameters would do: computed but for the places, so that applying them is quick. */
  preview: { readonly ask: Shaping; readonly answer: Effect };
  /** The session's collection mapped again with other parameters; only what they touch is computed. */
  rebuild: {
    readonly ask: { readonly parameters: Partial<Parameters>; readonly title: string };
    readonly answer: TopicMap;
  };
}

export type CallName = keyof Calls;

/** Page to worker. */
export type Request = {
  [K in CallName]: { readonly id: number; readonly call: K; readonly ask: Calls[K]["ask"] };
}[CallName];

/** Worker to page: a result, an error in words, or how far it is. */
export type Reply =
  | { readonly id: number; readonly kind: "answer"; readonly value: Calls[CallName]["answer"] }
  | {
      readonly id: number;
      readonly kind: "error";
      readonly message: string;
      readonly files?: readonly FileReport[];
    }
  | { readonly id: number; readonly kind: "progress"; readonly stage: Stage; readonly done: number }
  /** A lock that it holds as long as it lives, by its name. */
  | { readonly kind: "alive"; readonly lock: string };
