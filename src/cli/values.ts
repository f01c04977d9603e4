import { EDGE_KINDS, type EdgeKind } from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import type { FieldChoice } from "../read/columns/store.ts";
import { orNear } from "./suggest.ts";

/** Readers of option values. Each @throws TopographError (usage) that names option, found and expected. */

export function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < low || value > high)
    throw usage(`--${option} is ${quote(text)}; expected a whole number from ${low} to ${high}`);
  return value;
}

export function positiveNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0)
    throw usage(`--${option} is ${quote(text)}; expected a number above 0`);
  return value;
}

/** "keyword,citation"; in the order of EDGE_KINDS, each once. */
export function edgeKinds(text: string): EdgeKind[] {
  const named = text.split(",").map((name) => edgeKind("edges", name.trim()));
  return EDGE_KINDS.filter((kind) => named.includes(kind));
}

/** "keyword=1,citation=0.5". */
export function edgeWeights(text: string): Partial<Record<EdgeKind, number>> {
  const weights: Partial<Record<EdgeKind, number>> = {};
  for (const [name, value] of pairs("weights", text, "keyword=1,citation=0.5")) {
    const weight = Number(value);
    if (value.trim() === "" || !(weight >= 0 && weight <= 100))
      throw usage(`--weights: ${name} is ${quote(value)}; expected a number from 0 to 100`);
    weights[edgeKind("weights", name)] = weight;
  }
  return weights;
}

/** "title=Naslov,abstract=Povzetek". A column name with a comma needs an option of its own. */
export function columnNames(texts: readonly string[], fields: readonly string[]): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const text of texts)
    for (const [field, column] of pairs("columns", text, "title=Naslov,abstract=Povzetek")) {
      if (!fields.includes(field))
        throw usage(`--columns: there is no field ${quote(field)}; expected ${fields.join(", ")}`);
      if (column === "") throw usage(`--columns: no column is named for ${field}; expected ${field}=NAME`);
      columns[field] = column;
    }
  return columns;
}

function pairs(option: string, text: string, example: string): [string, string][] {
  const found: [string, string][] = [];
  for (const part of text.split(",")) {
    const at = part.indexOf("=");
    if (at > 0) found.push([part.slice(0, at).trim(), part.slice(at + 1).trim()]);
    else throw usage(`--${option} is ${quote(text)}; expected a list like ${example}`);
  }
  return found;
}

function edgeKind(option: string, name: string): EdgeKind {
  const kind = EDGE_KINDS.find((known) => known === name);
  if (kind) return kind;
  throw usage(
    `--${option}: there is no kind of edge ${quote(name)}${orNear(name, EDGE_KINDS)} Kinds are ${EDGE_KINDS.join(", ")}`,
  );
}

export function usage(message: string): TopographError {
  return new TopographError("usage", message);
}

export function quote(text: string): string {
  return JSON.stringify(text);
}

/** "all", "none", or the names of fields between commas. @throws TopographError (usage) where it names nothing */
export function fieldChoice(text: string): FieldChoice {
  if (text === "all" || text === "none") return text;
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0)
    throw usage(`--fields is ${quote(text)}; expected all, none or names, such as country,score`);
  return new Set(names);
}
