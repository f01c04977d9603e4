import { cslType } from "../model/entry-types.ts";
import type { Field, FieldValue } from "../model/field.ts";
import { fieldValues } from "../model/field-json.ts";
import type { TopicMap } from "../model/map.ts";
import { type Name, namesOf } from "../model/name.ts";
import type { Paper } from "../model/paper.ts";
import { inChunks } from "./chunks.ts";
import { fieldsByName, tagsFrom, textsOf, writtenValue } from "./fields.ts";
import { marksByPaper } from "./marked.ts";
import { type ListOptions, topicNames, topicNote, united, withTopic } from "./reading-list.ts";

/**
 * Writes papers of a map as CSL-JSON (CSL 1.0.2's csl-data.json), a reading list for Zotero, pandoc and citeproc. What CSL
 * has no word for stands in `custom.topograph`, which our reader reads back and others pass by.
 * @param papers indices; default: all
 */
export function toCslJson(
  map: TopicMap,
  papers: Iterable<number> = map.papers.keys(),
  options: ListOptions = {},
): Iterable<string> {
  return inChunks(pieces(map, papers, options));
}

function* pieces(map: TopicMap, papers: Iterable<number>, { topicsAs }: ListOptions): Iterable<string> {
  const used = new Set<string>();
  const topicName = topicNames(map);
  const variables = variablesOf(map);
  const marks = marksByPaper(map);
  let before = "[\n";
  for (const i of papers) {
    const topic = topicName(i);
    const { keywords, ...paper } = map.papers[i];
    const { tags, note } = marks(i);
    const listed = { ...paper, keywords: withTopic(united(keywords, tags), topic, topicsAs) };
    const notes = [topicNote(topic, topicsAs), note];
    const item = {
      id: uniqueId(paper.id, `p${i + 1}`, used),
      ...variables(i, listed, notes),
      custom: { topograph: own(map, i, listed, topicsAs === "none" ? "" : topic) },
    };
    yield `${before}${JSON.stringify(wellFormed(item))}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** Ids differ, so that a citation means one of them. */
function uniqueId(id: string, fallback: string, used: Set<string>): string {
  let free = id === "" ? fallback : id;
  while (used.has(free)) free = `${free}-${fallback}`;
  used.add(free);
  return free;
}

/** Variables of CSL with the fields and tags that say as much, best first. */
const TEXTS: readonly (readonly [variable: string, ...sources: readonly string[]])[] = [
  ["volume", "volume"],
  ["issue", "issue"],
  ["page", "pages"],
  ["publisher", "publisher"],
  ["publisher-place", "publisher-place", "ris:CY", "bibtex:address", "bibtex:location"],
  ["ISSN", "issn"],
  ["ISBN", "isbn"],
  ["edition", "edition", "ris:ET", "bibtex:edition"],
  ["collection-title", "collection-title", "ris:T3", "bibtex:series"],
  ["collection-number", "collection-number"],
  ["event-title", "event-title", "event", "bibtex:eventtitle"],
  ["event-place", "event-place", "bibtex:venue"],
  ["number", "number"],
  ["genre", "genre"],
  ["medium", "medium"],
  ["archive", "archive"],
  ["archive_location", "archive_location"],
  ["call-number", "call-number", "ris:CN"],
  ["source", "source (2)", "ris:DP"],
  ["number-of-pages", "number-of-pages"],
  ["number-of-volumes", "number-of-volumes"],
  ["original-title", "original-title"],
  ["title-short", "title-short", "shortTitle", "ris:ST", "bibtex:shorttitle"],
  ["container-title-short", "container-title-short", "journalAbbreviation", "ris:J2"],
  ["chapter-number", "chapter-number", "bibtex:chapter"],
  ["section", "section"],
  ["status", "status"],
  ["version", "version"],
  ["annote", "annote"],
];

function variablesOf(map: TopicMap) {
  const { fields = [] } = map;
  const known = fieldsByName(map);
  const find = (sources: readonly string[]) =>
    sources.flatMap(
      (source) => fields.find((field) => field.name === source || comesFrom(field, source)) ?? [],
    )[0];
  const texts = TEXTS.flatMap(([variable, ...sources]) => {
    const field = find(sources);
    return field === undefined ? [] : [[variable, field] as const];
  });
  const note = find(["note", "ris:N1", "bibtex:note"]);
  const issued = find(["issued", "bibtex:date", "ris:DA", "ris:PY", "ris:Y1"]);
  const type = known("type");
  return (i: number, paper: Paper, more: readonly string[]) => {
    const said = texts.map(
      ([variable, field]) => [variable, textsOf(writtenValue(field, i)).join(", ")] as const,
    );
    const notes = [...new Set([...textsOf(note && writtenValue(note, i)), ...more])];
    return {
      type: cslType(textsOf(type(i))[0]) ?? (paper.venue ? "article-journal" : "document"),
      ...text("title", paper.title),
      ...(paper.authors.length > 0 ? { author: namesOf(paper).map(person) } : {}),
      ...dateOf(paper.year, issued && writtenValue(issued, i)),
      ...text("container-title", paper.venue),
      ...Object.fromEntries(said.filter(([, value]) => value !== "")),
      ...text("DOI", paper.doi),
      ...text("URL", paper.url),
      ...numbers(paper.aliases),
      ...text("abstract", paper.abstract),
      ...text("keyword", paper.keywords.join("; ")),
      ...text("language", paper.language),
      ...text("note", notes.filter((one) => one !== "").join("\n")),
    };
  };
}

function comesFrom(field: Field, source: string): boolean {
  const [format, tag] = source.split(":");
  return tag !== undefined && tagsFrom(field, format).includes(tag);
}

function text(name: string, value: string | undefined): object {
  return value ? { [name]: value } : {};
}

/** As exact as the source is. */
function dateOf(year: number | undefined, date: FieldValue | undefined): object {
  if (year === undefined) return {};
  const exact = typeof date === "string" && Number(date.slice(0, 4)) === year;
  const parts = exact && /^\d{4}(?:-\d{2}){1,2}$/.test(date) ? date.split("-").map(Number) : [year];
  return { issued: { "date-parts": [parts] } };
}

function numbers(aliases: readonly string[]): object {
  const of = (prefix: string) => aliases.find((alias) => alias.startsWith(prefix))?.slice(prefix.length);
  return { ...text("PMID", of("pmid:")), ...text("PMCID", of("pmcid:")) };
}

/** A name in the parts of CSL: particles stay with the family name, as "non-dropping". */
function person(name: Name): object {
  if ("literal" in name) return name;
  const { family, given, particle, suffix } = name;
  return {
    ...text("family", family),
    ...text("given", given),
    ...text("non-dropping-particle", particle),
    ...text("suffix", suffix),
  };
}

/** What CSL has no word for, or not the whole of. */
function own(
  map: TopicMap,
  i: number,
  { id, keywords, references, aliases, citations }: Paper,
  topic: string,
): object {
  const fields = map.fields && fieldValues(map.fields, i);
  return {
    id,
    ...text("topic", topic),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(references.length > 0 ? { references } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(citations === undefined ? {} : { citations }),
    ...(fields ? { fields } : {}),
  };
}

/** Half of a pair of surrogates is no letter. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  );
}
