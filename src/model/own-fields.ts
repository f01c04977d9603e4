import { oncePer } from "../kernel/once.ts";
import type { Field, FieldType } from "./field.ts";
import { type Cells, labelField, listField, numberField } from "./field-columns.ts";
import type { TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";
import { NO_YEAR, yearColumn } from "./years.ts";

/** A field that is read off a map's papers. */
interface Own {
  /** Whether a paper has a value: told without making the field. */
  has(map: TopicMap): boolean;
  make(map: TopicMap): Field;
}

/** Years as a field; made once for a column, however many maps have it. */
const yearField = oncePer((years: Int32Array): Field => {
  const values = new Float64Array(years.length);
  for (let i = 0; i < values.length; i++) values[i] = years[i] === NO_YEAR ? Number.NaN : years[i];
  return { name: "year", type: "number", values };
});

/** What every paper may have itself, as fields. */
const OWN: ReadonlyMap<string, Own> = new Map([
  [
    "year",
    {
      has: ({ papers }) => yearColumn(papers).some((year) => year !== NO_YEAR),
      make: ({ papers }) => yearField(yearColumn(papers)),
    },
  ],
  ["citations", numbers("citations", ({ citations }) => citations)],
  ["localCitations", { has: ({ edges }) => cited(edges).length > 0, make: localCitations }],
  ["venue", labels("venue", ({ venue }) => venue)],
  ["language", labels("language", ({ language }) => language)],
  ["authors", lists("authors", ({ papers }, i) => papers[i].authors)],
  ["keywords", lists("keywords", ({ papers }, i) => papers[i].keywords ?? [])],
  ["concepts", lists("concepts", ({ concepts }, i) => concepts[i])],
]);

const withoutTexts = new WeakSet<readonly Paper[]>();

/** Notes that nothing but years is to be read off these papers, because the texts of all are not there. */
export function leaveTexts(papers: readonly Paper[]): void {
  withoutTexts.add(papers);
}

/** Whether papers of a map have a value of what every paper may have. */
function isTold(name: string, map: TopicMap): boolean {
  return (name === "year" || !withoutTexts.has(map.papers)) && OWN.get(name)?.has(map) === true;
}

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
    const own = isTold(name, map) ? OWN.get(name) : undefined;
    known.set(name, own ? own.make(map) : map.fields?.find((field) => field.name === name));
  }
  return known.get(name);
}

/** The type of a field; undefined where there is none. That of years is told without making it: a million take 8 MB. */
export function fieldType(map: TopicMap, name: string): FieldType | undefined {
  return name === "year" && isTold(name, map) ? "number" : fieldNamed(map, name)?.type;
}

/** The names of all fields with a value, those that every paper may have first; found once a map. O(papers). */
export const fieldNames: (map: TopicMap) => readonly string[] = oncePer(foundNames);

function foundNames(map: TopicMap): string[] {
  const given = (map.fields ?? []).filter(hasValues).map(({ name }) => name);
  const own = [...OWN.keys()].filter(
    (name) => isTold(name, map) || map.fields?.some((field) => field.name === name),
  );
  return [...new Set([...own, ...given])];
}

function hasValues(field: Field): boolean {
  if (field.type === "number") return field.values.some((value) => !Number.isNaN(value));
  if (field.type === "boolean") return field.values.some((value) => value >= 0);
  return field.codes.some((code) => code >= 0);
}

/** How many papers of the map cite each (the literature's local citations); no values where none cites another. */
function localCitations({ papers, edges }: TopicMap): Field {
  const values = new Float64Array(papers.length);
  for (const i of cited(edges)) values[i]++;
  return { name: "localCitations", type: "number", values };
}

function cited(edges: TopicMap["edges"]): ArrayLike<number> & Iterable<number> {
  return edges.find(({ kind }) => kind === "citation")?.target ?? [];
}

function isValue<T>(value: T | undefined): value is T {
  return value !== undefined && value !== "";
}

function cells<T>(papers: readonly Paper[], read: (paper: Paper) => T | undefined): Cells<T> {
  const found: { papers: number[]; values: T[] } = { papers: [], values: [] };
  for (const [i, paper] of papers.entries()) {
    const value = read(paper);
    if (!isValue(value)) continue;
    found.papers.push(i);
    found.values.push(value);
  }
  return found;
}

function numbers(name: string, read: (paper: Paper) => number | undefined): Own {
  return {
    has: ({ papers }) => papers.some((paper) => isValue(read(paper))),
    make: ({ papers }) => numberField({ name }, papers.length, cells(papers, read)),
  };
}

function labels(name: string, read: (paper: Paper) => string | undefined): Own {
  return {
    has: ({ papers }) => papers.some((paper) => isValue(read(paper))),
    make: ({ papers }) => labelField({ name }, "category", papers.length, cells(papers, read)),
  };
}

function lists(name: string, valuesOf: (map: TopicMap, i: number) => readonly string[]): Own {
  return {
    has: (map) => map.papers.some((_, i) => valuesOf(map, i).length > 0),
    make: (map) => {
      const papers = [...map.papers.keys()];
      return listField({ name }, papers.length, { papers, values: papers.map((i) => valuesOf(map, i)) });
    },
  };
}
