import { areasOf } from "../model/areas.ts";
import type { EdgeKind } from "../model/edges.ts";
import { type Field, fieldValue, freeName } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { MEASURES, WHOLE_MEASURES } from "../model/measures.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { withMarkFields } from "./marked.ts";

export type ColumnType = "string" | "integer" | "float" | "boolean";

/** One attribute of papers, as every table-like format writes it. */
export interface Column {
  /** Free of other columns'; a name of people, which may hold anything. */
  readonly name: string;
  /** Names it in a file: the name, or a number, for which graphology shows the name. */
  readonly id: string;
  readonly type: ColumnType;
  /** Of paper i; undefined where it has none. Numbers are finite. */
  readonly value: (i: number) => string | number | boolean | undefined;
}

/** What stands between the items of a list in formats that know no lists. */
const SEPARATOR = "; ";

/** Names that formats or programs keep for their own: with a `source` Gephi and Cytoscape take papers for links. */
const KEPT =
  "id label name source target shared_name x y z size color r g b source_id identity authors year venue doi url abstract keywords citations language topic topic_name subtopic subtopic_name leaf leaf_name confidence terms concepts".split(
    " ",
  );

/**
 * The attributes of papers for GEXF, GraphML and CSV, what people look for first, then their fields, those of long texts
 * behind the others, then words and abstracts: tables of other programs show columns in this order. Those that no paper
 * has a value in are left out. `id` is called `source_id`, because Gephi and others keep `id` for the node's own; a field
 * of the name of an attribute gets " (2)".
 */
export function nodeColumns(given: TopicMap): Column[] {
  const map = withMarkFields(given);
  const { papers, topics } = map;
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  const areas = new Map(topics.map((topic) => [topic.id, topic.area]));
  const id = (column: Int32Array) => (i: number) => (column[i] === NO_TOPIC ? undefined : column[i]);
  const name = (column: Int32Array) => (i: number) => names.get(column[i]) || undefined;
  const joined = (items: readonly string[]) => items.join(SEPARATOR) || undefined;
  const short: Omit<Column, "id">[] = [
    { name: "year", type: "integer", value: (i) => papers[i].year },
    { name: "area", type: "string", value: (i) => areas.get(map.topic[i]) },
    { name: "topic_name", type: "string", value: name(map.topic) },
    { name: "subtopic_name", type: "string", value: name(map.subtopic) },
    ...(map.leaf ? [{ name: "leaf_name", type: "string" as const, value: name(map.leaf) }] : []),
    { name: "authors", type: "string", value: (i) => joined(papers[i].authors) },
    { name: "venue", type: "string", value: (i) => papers[i].venue || undefined },
    { name: "citations", type: "integer", value: (i) => papers[i].citations },
    {
      name: "confidence",
      type: "float",
      value: (i) => (map.topic[i] === NO_TOPIC ? undefined : sixDigits(map.confidence[i])),
    },
    { name: "topic", type: "integer", value: id(map.topic) },
    { name: "subtopic", type: "integer", value: id(map.subtopic) },
    ...(map.leaf ? [{ name: "leaf", type: "integer" as const, value: id(map.leaf) }] : []),
    { name: "language", type: "string", value: (i) => papers[i].language || undefined },
    { name: "doi", type: "string", value: (i) => papers[i].doi || undefined },
    { name: "url", type: "string", value: (i) => papers[i].url || undefined },
    { name: "source_id", type: "string", value: (i) => papers[i].id || undefined },
    { name: "identity", type: "string", value: (i) => papers[i].identity || undefined },
    ...measureColumns(map),
  ];
  const long: Omit<Column, "id">[] = [
    { name: "keywords", type: "string", value: (i) => joined(papers[i].keywords) },
    { name: "terms", type: "string", value: (i) => joined(map.terms[i] ?? []) },
    { name: "concepts", type: "string", value: (i) => joined(map.concepts[i] ?? []) },
    { name: "abstract", type: "string", value: (i) => papers[i].abstract || undefined },
  ];
  const named = (columns: typeof short) => columns.map((column) => ({ ...column, id: column.name }));
  return [...named(short), ...fieldColumns(map), ...named(long)].filter((column) =>
    papers.some((_, i) => column.value(i) !== undefined),
  );
}

function fieldColumns(map: TopicMap): Column[] {
  const { fields = [] } = map;
  // Gephi does not tell names apart by their case.
  const taken = new Set<string>([
    ...KEPT,
    ...(areasOf(map) ? ["area"] : []),
    ...MEASURES.map((name) => name.toLowerCase()),
  ]);
  const columns = fields.map((field, k) => {
    const name = freeName(field.name, taken, (one) => one.toLowerCase());
    return { field, column: { name, id: String(k + 1), ...columnOf(field) } };
  });
  const isLong = (field: Field) => field.type === "text" || field.type === "list";
  return [
    ...columns.filter(({ field }) => !isLong(field)),
    ...columns.filter(({ field }) => isLong(field)),
  ].map(({ column }) => column);
}

function columnOf(field: Field): Pick<Column, "type" | "value"> {
  if (field.type === "list") {
    const separator = separatorOf(field.labels);
    return {
      type: "string",
      value: (i) => {
        const items = fieldValue(field, i) as readonly string[] | undefined;
        return items && (separator === undefined ? JSON.stringify(items) : items.join(separator));
      },
    };
  }
  const type =
    field.type === "boolean" ? "boolean" : field.type === "number" ? numberType(field.values) : "string";
  return { type, value: (i) => fieldValue(field, i) as string | number | boolean | undefined };
}

/** 32 bits, as formats mean "integer". */
function numberType(values: Float64Array): ColumnType {
  return values.every((value) => Number.isNaN(value) || value === (value | 0)) ? "integer" : "float";
}

/** What no item holds, so that lists can be taken apart again; undefined where there is nothing of the sort. */
function separatorOf(labels: readonly string[]): string | undefined {
  return [SEPARATOR, " | "].find((separator) => !labels.some((label) => label.includes(separator.trim())));
}

function measureColumns({ measures }: TopicMap): Omit<Column, "id">[] {
  if (!measures) return [];
  return MEASURES.map((name) => ({
    name,
    type: WHOLE_MEASURES.has(name) ? "integer" : "float",
    value: (i) => measures.columns[name][i],
  }));
}

/** A map with the edges of the named kinds only; papers and everything else stay. */
export function selectEdges(map: TopicMap, kinds: readonly EdgeKind[] | undefined): TopicMap {
  return kinds ? { ...map, edges: map.edges.filter((list) => kinds.includes(list.kind)) } : map;
}
