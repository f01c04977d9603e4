import type { EdgeList } from "../model/edges.ts";
import { type Field, fieldValue, isMissing } from "../model/field.ts";
import { labelField, listField } from "../model/field-columns.ts";
import {
  type Entries,
  edgeName,
  type MapExtra,
  type TopicMap,
  type TourStop,
  type Withheld,
} from "../model/map.ts";
import type { Paper } from "../model/paper.ts";
import { withoutQuotes, wordCount } from "./quotes.ts";

/** A value of a field with more words is a text like an abstract, unless it is known to be none. */
const MOST_WORDS = 25;
/** Fields whose values are such texts however short they are. */
const TEXTS = /abstract|summary|highlights|full.?text|annotation|annote/i;
/** The field that says whether a paper is open access, and how. */
export const OPEN_ACCESS = "openAccess";

const NO_TEXTS: ReadonlySet<string> = new Set([
  "affiliations",
  "institutions",
  "countries",
  "funders",
  "publisher",
  "collections",
  "tags",
]);

/**
 * The map without the abstracts of its papers, and without all that quotes them: sentences of mentions, long texts among
 * fields and unknown attributes, and what captions and notes of the tour take from them. Titles, terms with their shares,
 * concepts, citations, topics and places stay. One that is without them already, of as many papers, is returned as it is.
 * @param which "abstracts": those of all papers; "closed": of all whose field `openAccess` does not say that they are open
 */
export function withhold(map: TopicMap, which: Withheld): TopicMap {
  const isGone = which === "abstracts" ? () => true : closedPapers(map);
  const gone = map.papers.map((_, i) => isGone(i));
  const { fields, extra, tour, ...rest } = map;
  const places = placesOfSentences(map, gone);
  const kept = withoutLongTexts({ ...extra, ...(places.size > 0 ? { edges: places } : {}) }, gone);
  return {
    ...rest,
    papers: map.papers.map((paper, i) => (gone[i] ? { ...paper, abstract: "" } : paper)),
    edges: map.edges.map((list) => withoutSentences(list, map.papers, gone)),
    tour: quietTour(tour, map.papers, gone),
    notes: [
      ...map.notes.filter(({ message }) => !isWithheldNote(message)),
      { level: "info", message: NOTES[which] },
    ],
    withheld: map.withheld === "abstracts" ? "abstracts" : which,
    ...(fields ? { fields: fields.map((field) => shortField(field, gone)) } : {}),
    ...(Object.keys(kept).length > 0 ? { extra: kept } : {}),
  };
}

/** Whether a paper is not known to be open access; what is free to read without a licence ("bronze") is not open. */
function closedPapers({ fields = [] }: TopicMap): (i: number) => boolean {
  const field = fields.find(({ name }) => name === OPEN_ACCESS);
  return (i) => {
    const value = field && fieldValue(field, i);
    if (typeof value === "boolean") return !value;
    const said = value === undefined ? "" : String(value);
    return (
      !/\b(?:gold|green|hybrid|diamond|true|yes|open)\b/i.test(said.replace(/\ball open access\b/gi, "")) ||
      /\b(?:closed|false|no|not)\b/i.test(said)
    );
  };
}

/** Whether a mention quotes the abstract of its source, not its title. */
function isQuote(list: EdgeList, e: number, papers: readonly Paper[], gone: readonly boolean[]): boolean {
  const sentence = list.mentions?.[e].sentence ?? "";
  const source = list.source[e];
  return sentence !== "" && gone[source] && !papers[source].title.includes(sentence);
}

function withoutSentences(list: EdgeList, papers: readonly Paper[], gone: readonly boolean[]): EdgeList {
  if (!list.mentions) return list;
  const mentions = list.mentions.map((mention, e) =>
    isQuote(list, e, papers, gone) ? { ...mention, sentence: "" } : mention,
  );
  return { ...list, mentions };
}

/** Where in the abstracts the sentences stand that are left out, so that they are found again: attributes of their links. */
function placesOfSentences(
  { edges, papers, extra }: TopicMap,
  gone: readonly boolean[],
): ReadonlyMap<string, Entries> {
  const places = new Map(extra?.edges);
  for (const list of edges)
    for (const [e, { sentence }] of (list.mentions ?? []).entries()) {
      if (!isQuote(list, e, papers, gone)) continue;
      const quoted = sentence.replace(/^…|…$/g, "");
      const start = papers[list.source[e]].abstract.indexOf(quoted);
      const name = edgeName(list.kind, list.source[e], list.target[e]);
      if (start >= 0)
        places.set(name, [...(places.get(name) ?? []), [PLACE, [start, start + quoted.length]]]);
    }
  return places;
}

/** The attribute that says where a sentence stands: its first and last letter in the abstract. */
export const PLACE = "sentenceAt";

function isLong(text: string): boolean {
  return text.length > MOST_WORDS && wordCount(text) > MOST_WORDS;
}

/** A field without long texts of these papers. */
function shortField(field: Field, gone: readonly boolean[]): Field {
  if (field.type !== "category" && field.type !== "text" && field.type !== "list") return field;
  const isText = (text: string) => TEXTS.test(field.name) || isLong(text);
  if (NO_TEXTS.has(field.name) || !field.labels.some(isText)) return field;
  const papers: number[] = [];
  const values: (string | readonly string[])[] = [];
  for (const i of gone.keys()) {
    if (isMissing(field, i)) continue;
    const value = fieldValue(field, i) as string | readonly string[];
    const short = (text: string) => !gone[i] || !isText(text);
    const left = typeof value === "string" ? (short(value) ? value : "") : value.filter(short);
    if (left.length === 0) continue;
    papers.push(i);
    values.push(left);
  }
  const head = { name: field.name, ...(field.from ? { from: field.from } : {}) };
  return field.type === "list"
    ? listField(head, gone.length, { papers, values: values.map((value) => [value].flat()) })
    : labelField(head, field.type, gone.length, { papers, values: values.map(String) });
}

/** Attributes that this version does not know may be texts. */
function withoutLongTexts(extra: MapExtra, gone: readonly boolean[]): MapExtra {
  const { papers, ...rest } = extra;
  if (!papers) return extra;
  const short = (entries: Entries) =>
    entries.filter(([key, value]) => !TEXTS.test(key) && !isLong(JSON.stringify(value ?? null)));
  return {
    ...rest,
    papers: new Map([...papers].map(([i, entries]) => [i, gone[i] ? short(entries) : entries])),
  };
}

/** Stops without what they take from the abstracts; titles may stand in them. */
function quietTour(
  tour: readonly TourStop[],
  papers: readonly Paper[],
  gone: readonly boolean[],
): TourStop[] {
  const texts = tour.flatMap((stop, k) =>
    Object.entries(stop).flatMap(([key, value]) => (typeof value === "string" ? [{ k, key, value }] : [])),
  );
  const titles = new Set(papers.map(({ title }) => title.trim()));
  const abstracts = papers.flatMap(({ abstract }, i) => (gone[i] && abstract !== "" ? [abstract] : []));
  const quiet = withoutQuotes(
    texts.map(({ value }) => value),
    abstracts,
    titles,
  );
  return tour.map((stop, k) => {
    const own = texts.flatMap((text, t) => (text.k === k ? [[text.key, quiet[t]] as const] : []));
    return { ...stop, ...Object.fromEntries(own) };
  });
}

/** What report, methods and other programs are told of a map without abstracts. */
const NOTES: Readonly<Record<Withheld, string>> = {
  abstracts: "shared without abstracts: links, terms and topics were found with them",
  closed:
    "shared without the abstracts of papers that are not open access: links, terms and topics were found with them",
};

/** Whether a note says that abstracts were left out. */
export function isWithheldNote(message: string): boolean {
  return Object.values(NOTES).includes(message);
}
