import { checkTopics } from "../model/decode.ts";
import { decodeAttributes, type Keys } from "../model/decode-attributes.ts";
import type { EdgeKind } from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import type { MapExtra, TopicMap } from "../model/map.ts";
import type { Paper } from "../model/paper.ts";
import { NO_YEAR } from "../model/years.ts";
import { allPoints, type Points } from "./all-points.ts";
import { putTexts, withoutTexts, yearPart } from "./bare.ts";
import { type OpenFolder, openTables } from "./open.ts";
import { paperTexts, TEXT_COLUMNS } from "./papers.ts";
import { textIn } from "./points.ts";
import { readAttributes } from "./read-attributes.ts";
import { readEdges } from "./read-edges.ts";
import { measuresOf, readPoints } from "./read-points.ts";
import { restOf } from "./rest.ts";
import { REST } from "./shapes.ts";
import type { FolderSource } from "./source.ts";
import { topicReader } from "./topics.ts";

/** A map out of a folder. */
export interface ReadMap {
  readonly map: TopicMap;
  /** Kinds of links whose evidence was left out because the texts give it again. */
  readonly withoutEvidence: readonly EdgeKind[];
}

/** What a row group of `texts` has of its papers. */
export interface TextGroup {
  /** Whose they are. */
  readonly paper: Uint32Array;
  /** Without abstracts. */
  readonly papers: readonly Paper[];
  readonly terms: readonly (readonly string[])[];
  readonly concepts: readonly (readonly string[])[];
}

/** A map that is read out of its folder step by step, so that each is shown when it is there. */
export interface MapReader {
  /** The map without texts and links: its papers have their year. */
  readonly bare: TopicMap;
  /** How many row groups `texts` has. */
  readonly groups: number;
  /** Row → paper. */
  readonly paperOf: Uint32Array;
  /** The texts of one row group. @throws TopographError (input) where they are not those of the points */
  texts(group: number): Promise<TextGroup>;
  /** The abstracts of the same papers. */
  abstracts(group: number): Promise<readonly string[]>;
  /** The links of the map, and what came with them that this version does not know. */
  links(): ReturnType<typeof readEdges>;
}

/**
 * Opens a map folder to read it step by step: reads its points.
 * @param given what is drawn of them, where that was read already
 * @throws TopographError (input) where the folder is none, is damaged, or refers to what is not there
 */
export async function mapReader(
  folder: OpenFolder,
  given: Points | Promise<Points> = allPoints(folder),
): Promise<MapReader> {
  const count = folder.head.papers;
  // Asked for at once with the points.
  const texts = folder.need("texts");
  texts.catch(() => undefined);
  const [points, attributes, topics] = await Promise.all([
    readPoints(folder, given),
    readAttributes(folder),
    topicReader(folder).all(),
  ]);
  const { paperOf } = points;
  const keys: Keys = { size: count, get: (key) => inRange(numberOf(key), count) };
  const { known, heads, extra } = decodeAttributes(withUnedited(attributes, points.unedited), keys);
  const { measures, extra: left } = measuresOf(extra, points.measures);
  const topicExtras = new Map(
    topics.flatMap(({ extra: own }, k) => (own.length > 0 ? [[known.topics[k].id, own]] : [])),
  );
  const all: MapExtra = {
    ...left,
    ...(topicExtras.size > 0 ? { topics: topicExtras } : {}),
    ...(points.extras.size > 0 ? { papers: points.extras } : {}),
  };
  const fields = points.fields.finish(heads, count);
  const yearOf = (p: number) => points.years.get(p);
  const bare: TopicMap = {
    ...known,
    topics: known.topics.map((topic, k) => ({
      ...topic,
      terms: topics[k].terms,
      examples: topics[k].examples.flatMap((row) => paperOf[row] ?? []),
    })),
    ...points.columns,
    ...withoutTexts(Int32Array.from({ length: count }, (_, p) => yearOf(p) ?? NO_YEAR)),
    ...(fields.length > 0 ? { fields } : {}),
    edges: [],
    ...(measures ? { measures } : {}),
    ...(Object.keys(all).length > 0 ? { extra: all } : {}),
  };
  checkTopics(bare);
  const { groups, group: columnsOf } = await texts;
  const ends = (group: number) => [groups[group], groups[group + 1]] as const;
  return {
    bare,
    groups: groups.length - 1,
    paperOf,
    async texts(group) {
      const [from, to] = ends(group);
      const columns = await columnsOf(group, TEXT_COLUMNS);
      const papers: Paper[] = [];
      const [terms, concepts]: (readonly string[])[][] = [[], []];
      for (let row = from; row < to; row++) {
        const { terms: ownTerms, concepts: ownConcepts, ...paper } = paperTexts(columns, row - from);
        if (columns[0][row - from] !== row)
          throw fault(
            `texts.parquet: row ${columns[0][row - from]} stands in the place of row ${row}: another program has written it anew`,
          );
        const p = paperOf[row];
        papers.push({ ...paper, abstract: "", ...yearPart(yearOf(p)) });
        terms.push(ownTerms);
        concepts.push(ownConcepts);
      }
      return { paper: paperOf.slice(from, to), papers, terms, concepts };
    },
    abstracts: async (group) => readAbstracts(await folder.table("abstracts"), ...ends(group)),
    links: () => readEdges(folder, paperOf),
  };
}

/**
 * Reads a whole map out of its folder: the map that was written, to the last bit of its JSON form but for evidence that
 * its texts give again.
 * @throws TopographError (input) where the folder is none, is damaged, or refers to what is not there
 */
export async function readFolder(source: FolderSource): Promise<ReadMap> {
  const folder = await openTables(source);
  const reader = await mapReader(folder);
  const { bare } = reader;
  const lists = { papers: [...bare.papers], terms: [...bare.terms], concepts: [...bare.concepts] };
  for (let group = 0; group < reader.groups; group++) {
    const [own, abstracts] = [await reader.texts(group), await reader.abstracts(group)];
    const papers = own.papers.map((paper, k) => ({ ...paper, abstract: abstracts[k] }));
    putTexts(lists, own.paper, { ...own, papers });
  }
  return {
    map: withLinks({ ...bare, ...lists }, await reader.links()),
    withoutEvidence: folder.head.evidence,
  };
}

/** The map with its links. */
export function withLinks(
  map: TopicMap,
  { lists, extras }: Awaited<ReturnType<MapReader["links"]>>,
): TopicMap {
  return { ...map, edges: lists, ...(extras.size > 0 ? { extra: { ...map.extra, edges: extras } } : {}) };
}

async function readAbstracts(
  table: Awaited<ReturnType<OpenFolder["table"]>>,
  from: number,
  to: number,
): Promise<string[]> {
  if (!table) return new Array<string>(to - from).fill("");
  const [abstracts, rest] = [await table.rowsOf("abstract", from, to), await table.rowsOf(REST, from, to)];
  return Array.from(
    { length: to - from },
    (_, i) => textIn(restOf(rest[i]).values.get("abstract")) ?? textIn(abstracts[i]) ?? "",
  );
}

/** The number, where there is a paper of it. */
function inRange(number: number, count: number): number | undefined {
  return number >= 0 && number < count ? number : undefined;
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}

/** "p12" → 11; −1 for what is no key. */
function numberOf(key: string): number {
  return /^p[1-9]\d{0,9}$/.test(key) ? Number(key.slice(1)) - 1 : -1;
}

/** The attributes as in the JSON form, with the grouping before the edits, whose numbers a paper are columns in a folder. */
function withUnedited(
  attributes: ReadonlyMap<string, unknown>,
  columns: readonly (readonly [string, readonly number[]])[],
): ReadonlyMap<string, unknown> {
  const unedited = attributes.get("unedited");
  if (typeof unedited !== "object" || unedited === null) return attributes;
  return new Map([...attributes, ["unedited", { ...unedited, ...Object.fromEntries(columns) }]]);
}
