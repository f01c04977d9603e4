import { EDGE_KINDS, type EdgeKind } from "./edges.ts";
import { TopographError } from "./errors.ts";
import type { Entries } from "./map.ts";
import { completeParameters, DEFAULT_PARAMETERS, type Parameters } from "./parameters.ts";
import { asNumber, type Field, field } from "./take.ts";
import type { VectorsName } from "./vectors.ts";

/**
 * Parameters as a saved map holds them; absent ones are the defaults, unknown ones are handed back as they are.
 * @throws TopographError (input) for one out of its range
 */
export function decodeParameters(value: unknown): { known: Parameters; rest: Entries } {
  const from = field(value ?? {}, "parameters");
  const given: Record<string, unknown> = {};
  for (const name of ["seed", "neighbours", "topics", "resolution", "minDocumentFrequency", "titleWeight"]) {
    const found = from.number(name);
    if (found !== undefined) given[name] = found;
  }
  const language = from.text("language");
  if (language) given.language = language;
  const background = from.text("background");
  if (background) given.background = background;
  const merge = from.text("merge");
  if (merge) given.merge = merge;
  const keepApart = from.strings("keepApart");
  if (keepApart.length > 0) given.keepApart = keepApart;
  const weights: Partial<Record<EdgeKind, number>> = {};
  const saved = field(from.take("weights") ?? {}, "parameters: weights");
  for (const kind of EDGE_KINDS)
    weights[kind] = asNumber(saved.take(kind)) ?? DEFAULT_PARAMETERS.weights[kind];
  given.weights = weights;
  Object.assign(given, decodeWords(from));
  const vectors = from.take("vectors");
  if (vectors !== undefined) given.vectors = decodeVectors(vectors);
  try {
    return { known: completeParameters(given as Partial<Parameters>), rest: from.rest() };
  } catch (error) {
    if (error instanceof TopographError) throw new TopographError("input", `parameters: ${error.message}`);
    throw error;
  }
}

function decodeVectors(value: unknown): VectorsName {
  const from = field(value, "parameters: vectors");
  return {
    name: from.needText("name"),
    dimensions: from.needNumber("dimensions"),
    sha256: from.needText("sha256"),
  };
}

/** Stop words and synonyms. */
export function decodeWords(from: Field): Pick<Parameters, "stopWords" | "synonyms"> {
  return {
    stopWords: from.strings("stopWords"),
    synonyms: from
      .list("synonyms")
      .filter((line) => Array.isArray(line))
      .map((line: unknown[]) => line.filter((phrase) => typeof phrase === "string")),
  };
}
