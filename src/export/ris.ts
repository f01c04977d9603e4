import { DECISION, isDecision, noteOfDecision, withoutMarks } from "../model/decision.ts";
import { risType } from "../model/entry-types.ts";
import type { Field, FieldValue } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { type Name, namesOf } from "../model/name.ts";
import type { Paper } from "../model/paper.ts";
import { inChunks } from "./chunks.ts";
import { fieldsByName, tagsFrom, textsOf, writtenValue } from "./fields.ts";
import { marksByPaper } from "./marked.ts";
import { oneLine } from "./one-line.ts";
import { type ListOptions, topicNames, topicNote, united, withTopic } from "./reading-list.ts";

/**
 * Writes papers of a map as RIS, a reading list for Zotero, EndNote and Mendeley; what came from RIS goes back into its
 * tags. @param papers indices; default: all
 */
export function toRis(
  map: TopicMap,
  papers: Iterable<number> = map.papers.keys(),
  options: ListOptions = {},
): Iterable<string> {
  return inChunks(records(map, papers, options));
}

/** A tag with what it holds of paper i. */
type Tag = readonly [tag: string, value: (i: number) => FieldValue | undefined];

function* records(map: TopicMap, papers: Iterable<number>, { topicsAs }: ListOptions): Iterable<string> {
  const topicName = topicNames(map);
  const marks = marksByPaper(map);
  const known = fieldsByName(map);
  const [type, pages] = [known("type"), known("pages")];
  const decision = known(DECISION);
  const tags = [...KNOWN.map(([tag, name]): Tag => [tag, known(name)]), ...ownTags(map)];
  const isRis = map.inputs.some(({ format }) => format.includes("ris"));
  for (const i of papers) {
    const said = tags.flatMap(([tag, value]) => textsOf(value(i)).map((text) => [tag, text] as const));
    const own = withDecision(said, decision(i));
    const [first, last] = pagesOf(textsOf(pages(i))[0]);
    const place = { type: risType(textsOf(type(i))[0]), first, last };
    const { keywords, ...paper } = map.papers[i];
    const topic = topicName(i);
    const { tags: marked, note } = marks(i);
    const listed = { ...paper, keywords: withTopic(united(keywords, marked), topic, topicsAs) };
    const noted: typeof own = own.some(([, text]) => text === note) ? own : [...own, ["N1", note]];
    yield record(listed, place, noted, topicNote(topic, topicsAs), isRis);
  }
}

/** Fields that have a tag, wherever they come from. */
const KNOWN = [
  ["VL", "volume"],
  ["IS", "issue"],
  ["PB", "publisher"],
  ["SN", "issn"],
  ["SN", "isbn"],
  ["AD", "affiliations"],
] as const;
const WRITTEN: ReadonlySet<string> = new Set(["type", "pages", ...KNOWN.map(([, name]) => name)]);

/** The tags that fields came from. */
function ownTags({ fields = [] }: TopicMap): Tag[] {
  return fields.flatMap((field) =>
    WRITTEN.has(field.name)
      ? []
      : tagsFrom(field, "ris").map((tag): Tag => [tag, (i) => dated(tag, field, writtenValue(field, i))]),
  );
}

/** What the decision is now, in the place of marks of what it was. */
function withDecision(
  own: readonly (readonly [tag: string, text: string])[],
  decision: FieldValue | undefined,
): readonly (readonly [tag: string, text: string])[] {
  if (!isDecision(decision)) return own;
  const rest = own.map(([tag, text]) => [tag, tag === "N1" ? withoutMarks(text) : text] as const);
  return [...rest, ["N1", noteOfDecision(decision)]];
}

/** Dates in these tags have slashes: "2014/05/12". */
function dated(tag: string, { type }: Field, value: FieldValue | undefined): FieldValue | undefined {
  const isDate = type === "date" && /^(?:DA|PY|Y1|Y2)$/.test(tag) && typeof value === "string";
  return isDate ? value.replaceAll("-", "/") : value;
}

/** @param isRis whether references and citations go back to where they may be from */
function record(
  paper: Paper,
  { type, first, last }: { readonly type: string | undefined; readonly first: string; readonly last: string },
  own: readonly (readonly [tag: string, text: string])[],
  note: string,
  isRis: boolean,
): string {
  const { title, year, venue, doi, url, abstract, keywords, language, id, references, citations } = paper;
  const tags: (readonly [string, string | number | undefined])[] = [
    ["TY", type ?? (venue ? "JOUR" : "GEN")],
    ["ID", id],
    ["TI", title],
    ...namesOf(paper).map((name) => ["AU", author(name)] as const),
    ["PY", own.some(([tag]) => tag === "PY") ? undefined : year],
    ["T2", venue],
    ["SP", first],
    ["EP", last],
    ["DO", doi],
    ["UR", url],
    ["AB", abstract],
    ...keywords.map((keyword) => ["KW", keyword] as const),
    ["LA", language],
    ["TC", isRis ? citations : undefined],
    ...own,
    ...(isRis ? references.map((reference) => ["CR", reference] as const) : []),
    // The note of an earlier reading list says the same.
    ["N1", own.some(([tag, text]) => tag === "N1" && text === note) ? undefined : note],
  ];
  const lines = tags.flatMap(([tag, value]) => {
    const text = oneLine(String(value ?? ""));
    return text === "" ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join("")}ER  - \r\n\r\n`;
}

/** "115-128" in two. */
function pagesOf(pages = ""): readonly [string, string] {
  const ends = /^([^\s-–—]+)\s?[-–—]{1,3}\s?([^\s-–—]+)$/.exec(pages);
  return ends === null ? [pages, ""] : [ends[1], ends[2]];
}

/** "Family, Given, Suffix"; a comma in a group's name is written twice, as EndNote does. */
function author(name: Name): string {
  if ("literal" in name) return name.literal.replace(",", ",,");
  const { family, given = "", particle = "", suffix = "" } = name;
  const last = [particle, family].filter((part) => part !== "").join(" ");
  return [last, given, suffix].filter((part) => part !== "").join(", ");
}
