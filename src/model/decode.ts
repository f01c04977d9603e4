import { checkSchema, decodeAttributes } from "./decode-attributes.ts";
import { createEdgeReader } from "./decode-edges.ts";
import { withSavedMeasures } from "./decode-measures.ts";
import { decodePaper } from "./decode-paper.ts";
import { TopographError } from "./errors.ts";
import { fieldReader } from "./field-json.ts";
import type { Entries, MapExtra, TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";
import { createSplitter, parsePiece } from "./split.ts";
import { field, isObject, members } from "./take.ts";
import { NO_TOPIC } from "./topic.ts";

/** What a saved map can come as: its text in pieces (bytes or strings), or the object that JSON.parse made of it. */
export type MapSource = AsyncIterable<Uint8Array | string> | Iterable<string> | object;

const ARRAYS: ReadonlySet<string> = new Set(["nodes", "edges"]);

/**
 * Reads what `encodeMap` wrote, and what other tools made of it (other order, other keys, more attributes).
 * Streams: a file may exceed what one string can hold.
 * @throws TopographError (input): not a map, cut off, a newer schema, or an edge or topic that refers to nothing;
 * the message names the record.
 */
export async function decodeMap(source: MapSource): Promise<TopicMap> {
  const builder = createBuilder();
  if (isIterable(source)) {
    const splitter = createSplitter(ARRAYS, (piece) =>
      builder.add(piece.key, parsePiece(piece), piece.index),
    );
    const decoder = new TextDecoder();
    for await (const chunk of source)
      splitter.push(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    splitter.push(decoder.decode());
    splitter.end();
  } else
    for (const [key, value] of members(source, "the map"))
      if (ARRAYS.has(key) && Array.isArray(value))
        for (const [index, item] of value.entries()) builder.add(key, item, index);
      else builder.add(key, value);
  return builder.finish();
}

function isIterable(source: MapSource): source is AsyncIterable<Uint8Array | string> | Iterable<string> {
  return Symbol.asyncIterator in source || Symbol.iterator in source;
}

/** What a node holds beside its paper. */
interface Place {
  readonly topic: number;
  readonly subtopic: number;
  readonly leaf: number;
  readonly runnerUp: number;
  readonly confidence: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly terms: readonly string[];
  readonly concepts: readonly string[];
}

/** Takes pieces in any order; `finish` puts them together. */
function createBuilder() {
  let attributes: unknown;
  const papers: Paper[] = [];
  const places: Place[] = [];
  const keys = new Map<string, number>();
  const extras = new Map<number, Entries>();
  const edges = createEdgeReader();
  const fields = fieldReader();

  const addNode = (value: unknown, index: number) => {
    const outer = field(value, `node ${index + 1}`);
    const key = outer.needText("key");
    if (keys.has(key)) throw new TopographError("input", `node ${index + 1}: the key ${key} is used twice`);
    keys.set(key, papers.length);
    const node = field(outer.take("attributes"), `node ${key}`);
    papers.push(decodePaper(node));
    places.push({
      topic: node.whole("topic") ?? NO_TOPIC,
      subtopic: node.whole("subtopic") ?? NO_TOPIC,
      leaf: node.whole("leaf") ?? NO_TOPIC,
      runnerUp: node.whole("runnerUp") ?? NO_TOPIC,
      confidence: node.number("confidence") ?? 0,
      x: node.needNumber("x"),
      y: node.needNumber("y"),
      size: node.number("size") ?? 1,
      terms: node.strings("terms"),
      concepts: node.strings("concepts"),
    });
    node.take("color"); // the topic's: written anew
    const own = node.take("fields");
    const odd = isObject(own) ? fields.add(papers.length - 1, [...members(own, "fields")]) : [];
    const rest: Entries = [
      ...node.rest(),
      ...(odd.length > 0 ? [["fields", Object.fromEntries(odd)] as const] : []),
      ...(own === undefined || isObject(own) ? [] : [["fields", own] as const]),
    ];
    if (rest.length > 0) extras.set(papers.length - 1, rest);
  };

  return {
    add(key: string, value: unknown, index?: number): void {
      if (key === "attributes") {
        checkSchema(members(value, "the attributes of the map").get("schema"));
        attributes = value;
      } else if (key === "nodes" && index !== undefined) addNode(value, index);
      else if (key === "edges" && index !== undefined) edges.add(value, index);
    },
    finish(): TopicMap {
      if (attributes === undefined)
        throw new TopographError("input", "not a saved map: it has no attributes");
      const { known, heads, extra } = decodeAttributes(attributes, keys);
      const { lists, extras: edgeExtras } = edges.finish(keys);
      const all: MapExtra = {
        ...extra,
        ...(extras.size > 0 ? { papers: extras } : {}),
        ...(edgeExtras.size > 0 ? { edges: edgeExtras } : {}),
      };
      const columns = fields.finish(heads, papers.length);
      const map: TopicMap = {
        ...known,
        papers,
        ...(columns.length > 0 ? { fields: columns } : {}),
        topic: Int32Array.from(places, (place) => place.topic),
        subtopic: Int32Array.from(places, (place) => place.subtopic),
        ...(places.some(({ leaf }) => leaf !== NO_TOPIC)
          ? { leaf: Int32Array.from(places, (place) => place.leaf) }
          : {}),
        runnerUp: Int32Array.from(places, (place) => place.runnerUp),
        confidence: Float32Array.from(places, (place) => place.confidence),
        x: Float32Array.from(places, (place) => place.x),
        y: Float32Array.from(places, (place) => place.y),
        size: Float32Array.from(places, (place) => place.size),
        terms: places.map((place) => place.terms),
        concepts: places.map((place) => place.concepts),
        edges: lists,
        ...(Object.keys(all).length > 0 ? { extra: all } : {}),
      };
      checkTopics(map);
      return withSavedMeasures(map);
    },
  };
}

/** @throws TopographError (input) where a paper is in a topic that the map does not list */
export function checkTopics(map: TopicMap): void {
  const ids = new Set(map.topics.map((topic) => topic.id));
  for (const column of ["topic", "subtopic", "leaf", "runnerUp"] as const)
    for (const [i, id] of (map[column] ?? []).entries())
      if (id !== NO_TOPIC && !ids.has(id))
        throw new TopographError(
          "input",
          `node ${i + 1}: its ${column} is ${id}, a topic that the map does not list`,
        );
}
