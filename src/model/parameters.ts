import { DEFAULT_WEIGHTS, EDGE_KINDS, type EdgeKind } from "./edges.ts";
import { TopographError } from "./errors.ts";
import { MERGES, type Merging } from "./match.ts";
import type { VectorsName } from "./vectors.ts";

/** What makes a map what it is, beside its papers. Contents, never file names; saved with the map. */
export interface Parameters extends Merging {
  readonly seed: number;
  /** k of the kNN of keyword and concept edges, 1 to 100. */
  readonly neighbours: number;
  /** Number of topics; absent: chosen from the size of the collection. */
  readonly topics?: number;
  /** Louvain resolution; absent: found for the number of topics. */
  readonly resolution?: number;
  /** Terms in fewer papers than this are not used. */
  readonly minDocumentFrequency: number;
  /** How often a title counts. */
  readonly titleWeight: number;
  /** What each kind counts in topics and layout, ≥ 0, relative to keyword edges of the same total strength. */
  readonly weights: Readonly<Record<EdgeKind, number>>;
  /** Added to the stop words of the language. */
  readonly stopWords: readonly string[];
  /** Each line's first phrase stands for the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** ISO 639-1 code of all texts; absent: noticed per paper. */
  readonly language?: string;
  /** The vectors behind semantic edges; absent where there are none. */
  readonly vectors?: VectorsName;
  /** Version of the background that words are weighed against (`text/background`); absent: by the collection alone. */
  readonly background?: string;
}

export const DEFAULT_PARAMETERS: Parameters = {
  seed: 1,
  neighbours: 15,
  minDocumentFrequency: 2,
  titleWeight: 2,
  weights: DEFAULT_WEIGHTS,
  stopWords: [],
  synonyms: [],
};

const RANGES = {
  seed: [0, 0xffffffff, true],
  neighbours: [1, 100, true],
  topics: [1, 1000, true],
  resolution: [0.001, 1000, false],
  minDocumentFrequency: [1, 1_000_000, true],
  titleWeight: [1, 10, true],
} as const;

/**
 * Fills in defaults and checks ranges.
 * @throws TopographError (usage) that names the parameter, what was found and what is expected.
 */
export function completeParameters(given: Partial<Parameters>): Parameters {
  const all = {
    ...DEFAULT_PARAMETERS,
    ...given,
    weights: { ...DEFAULT_PARAMETERS.weights, ...given.weights },
  };
  for (const [name, [low, high, whole]] of Object.entries(RANGES)) {
    const value = all[name as keyof typeof RANGES];
    if (value === undefined) continue;
    if (!(value >= low && value <= high) || (whole && !Number.isInteger(value)))
      throw new TopographError(
        "usage",
        `${name} is ${value}; expected ${whole ? "a whole number" : "a number"} from ${low} to ${high}`,
      );
  }
  if (all.topics !== undefined && all.resolution !== undefined)
    throw new TopographError("usage", "topics and resolution are both given; give one of them");
  if (all.merge !== undefined && !MERGES.includes(all.merge))
    throw new TopographError("usage", `merge is ${all.merge}; expected ${MERGES.join(" or ")}`);
  for (const kind of EDGE_KINDS)
    if (!(all.weights[kind] >= 0 && all.weights[kind] <= 100))
      throw new TopographError(
        "usage",
        `weights.${kind} is ${all.weights[kind]}; expected a number from 0 to 100`,
      );
  const { merge, keepApart = [], background, ...others } = all;
  return {
    ...others,
    ...(background ? { background } : {}),
    ...(merge === undefined || merge === "works" ? {} : { merge }),
    ...(keepApart.length > 0 ? { keepApart } : {}),
  };
}
