import { type Field, fieldValue } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { MEASURES } from "../model/measures.ts";
import { sixDigits } from "../model/number.ts";
import type { Paper } from "../model/paper.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { type Overflow, overflow } from "./rest.ts";
import {
  ABSTRACT_ROWS,
  ABSTRACTS,
  type ColumnShape,
  fieldColumnNames,
  pointColumns,
  TEXT_ROWS,
  TEXTS,
  UNEDITED,
  uneditedColumn,
} from "./shapes.ts";
import type { Tiling } from "./tiles.ts";
import { numberLists, type RowGroup, textLists, type Values } from "./values.ts";

/** A table to write: its columns, and its rows in groups. */
export interface TableRows {
  readonly shapes: readonly ColumnShape[];
  groups(): Iterable<RowGroup>;
}

/** The points of a map, a row group a tile. */
export function pointRows(map: TopicMap, { tiles, paper }: Tiling): TableRows {
  const { fields = [], unedited, measures, leaf } = map;
  const names = fieldColumnNames(fields);
  const before = UNEDITED.filter((name) => unedited?.[name] !== undefined);
  const shapes = pointColumns(fields, names, {
    leaf: leaf !== undefined,
    measures: measures !== undefined,
    unedited: before,
  });
  function* groups(): Generator<RowGroup> {
    for (const { first, count } of tiles) {
      const papers = paper.subarray(first, first + count);
      const rest = overflow(count);
      const floats = (column: Float32Array) => Float32Array.from(papers, (p) => sixDigits(column[p]));
      const ids = (column: ArrayLike<number>, none = NO_TOPIC) =>
        each(papers, (p) => orNull(column[p], none));
      const certain = (topic: Int32Array, confidence: Float32Array) =>
        each(papers, (p) => (topic[p] === NO_TOPIC ? null : Math.fround(sixDigits(confidence[p]))));
      const columns = new Map<string, Values>([
        ["x", floats(map.x)],
        ["y", floats(map.y)],
        ["size", floats(map.size)],
        ["topic", ids(map.topic)],
        ["subtopic", ids(map.subtopic)],
        ...(leaf ? [["leaf", ids(leaf)] as const] : []),
        ["runnerUp", ids(map.runnerUp)],
        ["confidence", certain(map.topic, map.confidence)],
        ["year", each(papers, (p, row) => rest.whole(row, "year", map.papers[p].year))],
        ["number", Int32Array.from(papers, (p) => p + 1)],
        ["row", rowNumbers(first, count)],
      ]);
      for (const [k, field] of fields.entries())
        columns.set(names[k], fieldColumn(field, names[k], papers, rest));
      for (const name of measures ? MEASURES : [])
        columns.set(
          name,
          Float64Array.from(papers, (p) => measures?.columns[name][p] ?? 0),
        );
      if (unedited)
        for (const name of before) {
          const column = name === "confidence" ? undefined : unedited[name];
          columns.set(
            uneditedColumn(name),
            column ? ids(column) : certain(unedited.topic, unedited.confidence),
          );
        }
      for (const [row, p] of papers.entries()) rest.extra(row, map.extra?.papers?.get(p));
      columns.set("rest", rest.column());
      yield inOrder(shapes, columns);
    }
  }
  return { shapes, groups };
}

function fieldColumn(field: Field, name: string, papers: Uint32Array, rest: Overflow): Values {
  if (field.type === "list")
    return textLists(papers.length, (row) => {
      const value = fieldValue(field, papers[row]);
      return typeof value === "object" ? rest.texts(row, name, value) : null;
    });
  return each(papers, (p, row) => {
    const value = fieldValue(field, p);
    return typeof value === "string" ? rest.text(row, name, value) : (value ?? null);
  });
}

/**
 * Titles, authors and all else that is text, but abstracts.
 * @param paper row → paper
 * @param edgeGroups of a row, for the column of that name
 */
export function textRows(
  { papers: all, terms, concepts }: TopicMap,
  paper: Uint32Array,
  edgeGroups: (row: number) => number[] | null,
): TableRows {
  const shapes = TEXTS;
  function* groups(): Generator<RowGroup> {
    for (const [first, papers] of blocks(paper, TEXT_ROWS)) {
      const rest = overflow(papers.length);
      const own = Array.from(papers, (p) => writtenOf(all[p]));
      const text = (name: string, of: (paper: Written) => string | undefined) =>
        [name, own.map((paper, row) => rest.text(row, name, of(paper)))] as const;
      const lists = (name: string, of: (row: number) => readonly string[] | undefined) =>
        [name, textLists(papers.length, (row) => rest.texts(row, name, of(row) ?? []))] as const;
      const columns = new Map<string, Values>([
        text("title", ({ title }) => title),
        lists("authors", (row) => own[row].authors),
        text("venue", ({ venue }) => venue || undefined),
        text("doi", ({ doi }) => doi || undefined),
        text("url", ({ url }) => url || undefined),
        text("id", ({ id }) => id),
        lists("keywords", (row) => own[row].keywords),
        lists("terms", (row) => terms[papers[row]]),
        lists("concepts", (row) => concepts[papers[row]]),
        text("language", ({ language }) => language || undefined),
        ["citations", own.map(({ citations }, row) => rest.whole(row, "citations", citations))],
        lists("references", (row) => own[row].references),
        lists("aliases", (row) => own[row].aliases),
        lists("names", (row) => own[row].names),
        ["edgeGroups", numberLists(Int32Array, papers.length, (row) => edgeGroups(first + row))],
        text("identity", ({ identity }) => identity),
        ["row", rowNumbers(first, papers.length)],
      ]);
      columns.set("rest", rest.column());
      yield inOrder(shapes, columns);
    }
  }
  return { shapes, groups };
}

type Written = ReturnType<typeof writtenOf>;

/** A paper but for its abstract, looked at once: those of large collections are read from a file each time. */
function writtenOf(paper: Paper) {
  const { id, identity, title, authors, names, venue, doi, url } = paper;
  const { keywords, language, citations, references, aliases } = paper;
  return {
    id,
    identity,
    title,
    authors,
    names,
    venue,
    doi,
    url,
    keywords,
    language,
    citations,
    references,
    aliases,
  };
}

/** The abstracts of papers. */
export function abstractRows({ papers: all }: TopicMap, paper: Uint32Array): TableRows {
  const shapes = ABSTRACTS;
  function* groups(): Generator<RowGroup> {
    for (const [first, papers] of blocks(paper, ABSTRACT_ROWS)) {
      const rest = overflow(papers.length);
      const columns = new Map<string, Values>([
        ["abstract", each(papers, (p, row) => rest.text(row, "abstract", all[p].abstract || undefined))],
        ["row", rowNumbers(first, papers.length)],
      ]);
      columns.set("rest", rest.column());
      yield inOrder(shapes, columns);
    }
  }
  return { shapes, groups };
}

/** The columns of a row group in the order of their shapes. */
export function inOrder(shapes: readonly ColumnShape[], columns: ReadonlyMap<string, Values>): RowGroup {
  return shapes.map(({ name }) => columns.get(name) ?? []);
}

function* blocks(paper: Uint32Array, rows: number): Generator<readonly [first: number, papers: Uint32Array]> {
  for (let first = 0; first < paper.length; first += rows) yield [first, paper.subarray(first, first + rows)];
}

function each<T>(papers: Uint32Array, of: (paper: number, row: number) => T): T[] {
  return Array.from(papers, of);
}

function rowNumbers(first: number, count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => first + i);
}

function orNull(value: number, none: number): number | null {
  return value === none ? null : value;
}
