import { paperColors } from "./color.ts";
import { type EdgeList, NO_LABEL } from "./edges.ts";
import { fieldObject, fieldValues } from "./field-json.ts";
import { type CitedWork, type Entries, edgeName, SCHEMA, type TopicMap, type Unedited } from "./map.ts";
import { MEASURES } from "./measures.ts";
import { encodeNames } from "./name.ts";
import { sixDigits } from "./number.ts";
import { isObject } from "./take.ts";
import { NO_TOPIC, type Topic } from "./topic.ts";

/** Chunks of about this many characters: few enough writes, far below what one string can hold. */
const CHUNK = 1 << 16;

/**
 * Writes a map as JSON in graphology's serialisation (see ARCHITECTURE.md), in chunks: no chunk exceeds some
 * 64 kB plus one paper. One paper and one edge a line; numbers with six digits; absent values left out.
 * The same map gives the same text.
 */
export function* encodeMap(map: TopicMap): Generator<string, void, undefined> {
  let text = `{"attributes":${JSON.stringify(mapAttributes(map))},\n`;
  text += `"options":{"type":"mixed","multi":true,"allowSelfLoops":false},\n"nodes":[`;
  const color = paperColors(map);
  for (let i = 0; i < map.papers.length; i++) {
    text += `${i === 0 ? "\n" : ",\n"}{"key":"p${i + 1}","attributes":${JSON.stringify(nodeAttributes(map, i, color(i)))}}`;
    if (text.length > CHUNK) {
      yield text;
      text = "";
    }
  }
  text += `\n],\n"edges":[`;
  let number = 0;
  for (const list of map.edges)
    for (let e = 0; e < list.source.length; e++) {
      text += `${number === 0 ? "\n" : ",\n"}${edgeText(map, list, e, ++number)}`;
      if (text.length > CHUNK) {
        yield text;
        text = "";
      }
    }
  yield `${text}\n]}\n`;
}

/** What a map says of itself beside its papers and links, as it stands in its file. */
export function mapAttributes(map: TopicMap): object {
  return {
    title: map.title,
    ...(map.subtitle ? { subtitle: map.subtitle } : {}),
    generator: map.generator,
    schema: SCHEMA,
    parameters: join(map.parameters, map.extra?.parameters),
    inputs: map.inputs,
    ...(map.fields && map.fields.length > 0
      ? { fields: map.fields.map((field) => fieldObject(field, map.papers.length)) }
      : {}),
    topics: map.topics.map((topic) => topicObject(topic, map.extra?.topics?.get(topic.id))),
    edits: map.edits,
    tour: map.tour,
    notes: map.notes,
    ...(map.missing ? { missing: map.missing.map(missingObject) } : {}),
    ...(map.measures
      ? { measures: { density: map.measures.density, components: map.measures.components } }
      : {}),
    ...(map.background ? { background: map.background } : {}),
    ...(map.changes ? { changes: map.changes } : {}),
    ...(map.withheld ? { withheld: map.withheld } : {}),
    ...(map.unedited ? { unedited: uneditedObject(map.unedited) } : {}),
    ...known(map.extra?.attributes),
  };
}

/** In one order of fields, wherever the work comes from. */
function missingObject({ reference, count, doi }: CitedWork): object {
  return { reference, count, ...(doi === undefined ? {} : { doi }) };
}

/** Columns, not nodes: other tools shall see the map as it is, not as it was. */
function uneditedObject(unedited: Unedited): object {
  const {
    stopWords,
    synonyms,
    topics,
    topic,
    subtopic,
    leaf,
    runnerUp,
    confidence,
    extra,
    decision,
    places,
  } = unedited;
  return {
    stopWords,
    synonyms,
    topics: topics.map((one) => topicObject(one, extra?.get(one.id))),
    topic: [...topic],
    subtopic: [...subtopic],
    ...(leaf ? { leaf: [...leaf] } : {}),
    runnerUp: [...runnerUp],
    // As of a node: a paper without a topic has none.
    confidence: [...confidence].map((c, i) => (topic[i] === NO_TOPIC ? 0 : sixDigits(c))),
    ...(decision ? { decision: [...decision] } : {}),
    ...(places ? { x: Array.from(places.x, sixDigits), y: Array.from(places.y, sixDigits) } : {}),
  };
}

function topicObject(topic: Topic, extra: Entries | undefined): object {
  const { id, parent, group, area, name, mixed, size, color, x, y, stability, terms, examples } = topic;
  return {
    id,
    ...value("parent", parent),
    ...value("group", group),
    ...text("area", area),
    name,
    ...(mixed ? { mixed } : {}),
    size,
    color,
    terms: terms.map(({ term, score, inside, outside }) => ({
      term,
      score: sixDigits(score),
      inside: sixDigits(inside),
      outside: sixDigits(outside),
    })),
    x: sixDigits(x),
    y: sixDigits(y),
    ...(stability === undefined ? {} : { stability: sixDigits(stability) }),
    examples: examples.map((i) => `p${i + 1}`),
    ...known(extra),
  };
}

function nodeAttributes(map: TopicMap, i: number, color: string): object {
  const paper = map.papers[i];
  return {
    label: paper.title,
    ...text("title", paper.givenTitle),
    id: paper.id,
    identity: paper.identity,
    ...text("abstract", paper.abstract),
    ...list("authors", paper.authors),
    ...(paper.names ? { names: encodeNames(paper.names) } : {}),
    ...value("year", paper.year),
    ...text("venue", paper.venue),
    ...text("doi", paper.doi),
    ...text("url", paper.url),
    ...list("keywords", paper.keywords),
    ...list("references", paper.references),
    ...list("aliases", paper.aliases),
    ...value("citations", paper.citations),
    ...text("language", paper.language),
    ...topicId("topic", map.topic[i]),
    ...topicId("subtopic", map.subtopic[i]),
    ...(map.leaf ? topicId("leaf", map.leaf[i]) : {}),
    ...topicId("runnerUp", map.runnerUp[i]),
    ...(map.topic[i] === NO_TOPIC ? {} : { confidence: sixDigits(map.confidence[i]) }),
    x: sixDigits(map.x[i]),
    y: sixDigits(map.y[i]),
    size: sixDigits(map.size[i]),
    color,
    ...list("terms", map.terms[i]),
    ...list("concepts", map.concepts[i]),
    ...measured(map, i),
    ...withFields(fieldsOf(map, i), known(map.extra?.papers?.get(i))),
  };
}

/** By hand rather than by `JSON.stringify`: edges are many, and most of their text is fixed. */
function edgeText(map: TopicMap, list: EdgeList, e: number, number: number): string {
  const source = list.source[e];
  const target = list.target[e];
  let attributes = `"kind":"${list.kind}","weight":${sixDigits(list.weight[e])}`;
  attributes += evidenceText(list, e);
  const mention = list.mentions?.[e];
  if (mention)
    attributes += `,"name":${JSON.stringify(mention.name)},"sentence":${JSON.stringify(mention.sentence)}`;
  const extra = map.extra?.edges?.get(edgeName(list.kind, source, target));
  if (extra)
    for (const [key, value] of extra) attributes += `,${JSON.stringify(key)}:${JSON.stringify(value)}`;
  const ends = `"source":"p${source + 1}","target":"p${target + 1}"`;
  return `{"key":"e${number}",${ends}${list.directed ? "" : ',"undirected":true'},"attributes":{${attributes}}}`;
}

/** The labels of readouts as JSON: each stands on many edges. */
const quotedLabels = new WeakMap<readonly string[], string[]>();

function evidenceText({ readout }: EdgeList, e: number): string {
  if (!readout) return "";
  const { labels, label, share } = readout;
  let quoted = quotedLabels.get(labels);
  if (quoted === undefined) {
    quoted = [];
    quotedLabels.set(labels, quoted);
  }
  let text = "";
  for (let slot = 3 * e; slot < 3 * e + 3; slot++) {
    const at = label[slot];
    if (at === NO_LABEL) continue;
    quoted[at] ??= JSON.stringify(labels[at]);
    text += `${text === "" ? "" : ","}{"term":${quoted[at]},"share":${sixDigits(share[slot])}}`;
  }
  return text === "" ? "" : `,"evidence":[${text}]`;
}

/** `Object.fromEntries` defines, so that a key `__proto__` is a key like any other. */
function known(entries: Entries | undefined): object {
  return entries ? Object.fromEntries(entries) : {};
}

function join(own: object, entries: Entries | undefined): object {
  return { ...own, ...known(entries) };
}

function text(key: string, value: string | undefined): object {
  return value ? { [key]: value } : {};
}

function value(key: string, value: number | undefined): object {
  return value !== undefined && Number.isFinite(value) ? { [key]: value } : {};
}

function list(key: string, value: readonly string[] | undefined): object {
  return value && value.length > 0 ? { [key]: value } : {};
}

function fieldsOf({ fields }: TopicMap, i: number): { readonly fields?: object } {
  const own = fields && fieldValues(fields, i);
  return own ? { fields: own } : {};
}

/** Unknown attributes last; of fields those that are of no known type behind the others. */
function withFields(own: { readonly fields?: object }, extra: { readonly fields?: unknown }): object {
  const isBoth = own.fields && isObject(extra.fields);
  return { ...own, ...extra, ...(isBoth ? { fields: { ...own.fields, ...extra.fields } } : {}) };
}

function measured({ measures }: TopicMap, i: number): object {
  return measures ? Object.fromEntries(MEASURES.map((name) => [name, measures.columns[name][i]])) : {};
}

function topicId(key: string, id: number): object {
  return id === NO_TOPIC ? {} : { [key]: id };
}
