import type { MapChanges } from "./changes.ts";
import type { EdgeKind, EdgeList } from "./edges.ts";
import type { Field } from "./field.ts";
import type { Measures } from "./measures.ts";
import type { Paper } from "./paper.ts";
import type { Parameters } from "./parameters.ts";
import type { Note } from "./report.ts";
import type { Topic } from "./topic.ts";

/** Where the papers came from. `name` is a base name: no path reaches a map. */
export interface MapInput {
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly papers: number;
  /** What its papers have in the field `group`; absent where nobody made groups. */
  readonly groups?: readonly string[];
}

/** A user's correction; see `applyEdits`. Refers to identities, never to keys. */
export interface Edit {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** One stop of a guided tour. */
export interface TourStop {
  readonly [field: string]: unknown;
}

/** What a map keeps of the background it was weighed against, so that its links can be explained without the table. */
export interface KeptBackground {
  /** The letter of each stem that is a term, in the order of the terms. */
  readonly stems: string;
  /** A sum of the stems themselves: whether they are still the same. */
  readonly sum: number;
}

/** The artefact in the middle: everything before makes it, everything after only reads it. Columns are per paper. */
export interface TopicMap {
  readonly title: string;
  /** What stands below the title; absent where nobody wrote any. */
  readonly subtitle?: string;
  readonly generator: string;
  readonly parameters: Parameters;
  readonly inputs: readonly MapInput[];
  readonly papers: readonly Paper[];
  /** What their sources say of them beside what every paper has; absent where nothing. */
  readonly fields?: readonly Field[];
  /** First-level topics first (ids 0 …), then sub-topics, then what these divide into, level by level. */
  readonly topics: readonly Topic[];
  readonly topic: Int32Array;
  readonly subtopic: Int32Array;
  /** Where sub-topics divide: the deepest part that each paper is in, NO_TOPIC where its sub-topic is whole. See `levelsOf`. */
  readonly leaf?: Int32Array;
  readonly confidence: Float32Array;
  readonly runnerUp: Int32Array;
  /** Map units: the mean distance between neighbouring papers is about 1 per √n; see layout/. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius of the paper's dot, in the units of x and y; larger for more central papers. */
  readonly size: Float32Array;
  /** Most representative terms of each paper, surface forms, best first. */
  readonly terms: readonly (readonly string[])[];
  readonly concepts: readonly (readonly string[])[];
  /** One list per kind that has edges, in the order of EDGE_KINDS. */
  readonly edges: readonly EdgeList[];
  readonly edits: readonly Edit[];
  readonly tour: readonly TourStop[];
  readonly notes: readonly Note[];
  /** Works outside the collection that its papers cite most, most cited first; absent where there are no references. */
  readonly missing?: readonly CitedWork[];
  /** The grouping as it was computed; present where `edits` changed the map, so that they can be taken back anywhere. */
  readonly unedited?: Unedited;
  /** Absent where the papers were weighed by their own words alone. */
  readonly background?: KeptBackground;
  /** Measures of the graph of its links; absent where nobody asked. */
  readonly measures?: Measures;
  /** What is other than in the earlier map that this one continues. */
  readonly changes?: MapChanges;
  /** Which abstracts are left out, with all that quoted them; absent where the map has what its sources gave. */
  readonly withheld?: Withheld;
  /** What a saved map held that this version does not know: written again as it was. */
  readonly extra?: MapExtra;
}

/** All abstracts, or those of papers that are not open access. */
export type Withheld = "abstracts" | "closed";

/** A map before its edits: the words it was given, and its grouping. */
export interface Unedited
  extends Pick<TopicMap, "topics" | "topic" | "subtopic" | "leaf" | "runnerUp" | "confidence">,
    Pick<Parameters, "stopWords" | "synonyms"> {
  /** Decisions before those that are edits, as positions in `DECISIONS`, −1 for none; absent where there was no such field. */
  readonly decision?: Int32Array;
  /** Places before those that are edits; absent where no edit moved a paper. */
  readonly places?: Pick<TopicMap, "x" | "y">;
  /** Unknown attributes of the topics, by id. */
  readonly extra?: ReadonlyMap<number, Entries>;
}

/** Attributes by key, in the order of the file. Pairs, because `__proto__` is a key like any other. */
export type Entries = readonly (readonly [string, unknown])[];

/** Unknown attributes of a saved map: of the map, its parameters, topics (by id), papers (by index) and edges (by `edgeName`). */
export interface MapExtra {
  readonly attributes?: Entries;
  readonly parameters?: Entries;
  readonly topics?: ReadonlyMap<number, Entries>;
  readonly papers?: ReadonlyMap<number, Entries>;
  readonly edges?: ReadonlyMap<string, Entries>;
}

/** Names one edge of a map: its kind and the indices of its papers. */
export function edgeName(kind: EdgeKind, source: number, target: number): string {
  return `${kind} ${source} ${target}`;
}

/** A work that papers of the collection cite and that the collection lacks. */
export interface CitedWork {
  /** As the first paper that cites it writes it. */
  readonly reference: string;
  readonly doi?: string;
  /** How many papers of the collection cite it. */
  readonly count: number;
}

/** Schema number of the JSON form. */
export const SCHEMA = 1;
