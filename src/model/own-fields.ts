import type { Field } from "./field.ts";
import { type Cells, labelField, listField, numberField } from "./field-columns.ts";
import type { TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";

/** What every paper may have itself, as fields: how each is read off a map's papers. */
const OWN: ReadonlyMap<string, (map: TopicMap) => Field> = new Map([
  ["year", numbers("year", ({ year }) => year)],
  ["citations", numbers("citations", ({ citations }) => citations)],
  ["localCitations", localCitations],
  ["venue", labels("venue", ({ venue }) => venue)],
  ["language", labels("language", ({ language }) => language)],
  ["authors", lists("authors", ({ papers }) => papers.map(({ authors }) => authors))],
  ["keywords", lists("keywords", ({ papers }) => papers.map(({ keywords }) => keywords ?? []))],
  ["concepts", lists("concepts", ({ concepts }) => concepts)],
]);

/** Whether a name is of what every paper may have itself. */
export function isOwnField(name: string): boolean {
  return OWN.has(name);
}

const kept = new WeakMap<TopicMap, Map<string, Field | undefined>>();

/** The field of a name: what every paper may have itself (year, citations, venue …), else what sources say; made once a map. */
export function fieldNamed(map: TopicMap, name: string): Field | undefined {
  const known = kept.get(map) ?? new Map<string, Field | undefined>();
  kept.set(map, known);
  if (!known.has(name)) {
    const own = OWN.get(name)?.(map);
    known.set(name, own && hasValues(own) ? own : map.fields?.find((field) => field.name === name));
  }
  return known.get(name);
}

/** The names of all fields with a value, those that every paper may have first. O(papers). */
export function fieldNames(map: TopicMap): string[] {
  const own = [...OWN.keys()].filter((name) => fieldNamed(map, name) !== undefined);
  return [...new Set([...own, ...(map.fields ?? []).filter(hasValues).map(({ name }) => name)])];
}

function hasValues(field: Field): boolean {
  if (field.type === "number") return field.values.some((value) => !Number.isNaN(value));
  if (field.type === "boolean") return field.values.some((value) => value >= 0);
  return field.codes.some((code) => code >= 0);
}

/** How many papers of the map cite each (the literature's local citations); no values where none cites another. */
function localCitations({ papers, edges }: TopicMap): Field {
  const cited = edges.find(({ kind }) => kind === "citation")?.target ?? [];
  const counts = new Float64Array(papers.length);
  for (const i of cited) counts[i]++;
  const all = cited.length === 0 ? [] : [...counts.keys()];
  return numberField({ name: "localCitations" }, papers.length, {
    papers: all,
    values: all.map((i) => counts[i]),
  });
}

function cells<T>(papers: readonly Paper[], read: (paper: Paper) => T | undefined): Cells<T> {
  const found = papers.flatMap((paper, i) => {
    const value = read(paper);
    return value === undefined || value === "" ? [] : [[i, value] as const];
  });
  return { papers: found.map(([i]) => i), values: found.map(([, value]) => value) };
}

function numbers(name: string, read: (paper: Paper) => number | undefined) {
  return ({ papers }: TopicMap) => numberField({ name }, papers.length, cells(papers, read));
}

function labels(name: string, read: (paper: Paper) => string | undefined) {
  return ({ papers }: TopicMap) => labelField({ name }, "category", papers.length, cells(papers, read));
}

function lists(name: string, valuesOf: (map: TopicMap) => readonly (readonly string[])[]) {
  return (map: TopicMap): Field => {
    const values = valuesOf(map);
    return listField({ name }, map.papers.length, { papers: [...values.keys()], values });
  };
}
