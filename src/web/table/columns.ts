import { type Field, fieldValue } from "../../model/field.ts";
import { NO_TOPIC } from "../../model/topic.ts";
import { type Atlas, citedInside, degree, topicOf } from "../../view/atlas.ts";
import { tableTexts } from "../texts/table.ts";

/** What a cell holds; undefined where the paper has none. */
export type Cell = string | number | undefined;

/** One column of the table of papers: all that the table, its menu, its order and its file know of it. */
export interface Column {
  /** What it is remembered by. */
  readonly id: string;
  readonly label: string;
  /** Numbers stand to the right and are sorted with the largest first. */
  readonly isNumber: boolean;
  /** Pixels at least, and its share of what is left over. */
  readonly width: readonly [least: number, share: number];
  /** Of paper i. */
  value(i: number): Cell;
  /** How a number is shown; absent: as it is. */
  shown?(value: number): string;
}

/** Columns shown until somebody chooses. */
export const FIRST_COLUMNS: readonly string[] = ["title", "authors", "year", "venue", "topic", "citations"];

const WIDE = [150, 1] as const;
const NARROW = [86, 0] as const;

/** The columns that at least one paper has a value in, in their order. O(papers × columns) at worst. */
export function columnsOf(atlas: Atlas): Column[] {
  return allColumns(atlas).filter(({ value }) => {
    for (let i = 0; i < atlas.count; i++) if (value(i) !== undefined) return true;
    return false;
  });
}

function allColumns(atlas: Atlas): Column[] {
  const { papers, topics, topic, subtopic, confidence, size, terms, concepts } = atlas.map;
  const t = tableTexts.columns;
  const text = (id: keyof typeof t, value: Column["value"], width: Column["width"] = WIDE): Column => ({
    id,
    label: t[id],
    isNumber: false,
    width,
    value,
  });
  const number = (id: keyof typeof t, value: Column["value"], shown?: Column["shown"]): Column => ({
    id,
    label: t[id],
    isNumber: true,
    width: NARROW,
    value,
    ...(shown ? { shown } : {}),
  });
  const joined = (items: readonly string[] | undefined) => items?.join(", ") || undefined;
  const twoDigits = (value: number) => value.toFixed(2);
  // Of no use where none cites another.
  const cites = atlas.map.edges.some(({ kind }) => kind === "citation");
  const largest = size.reduce((most, one) => Math.max(most, one), 0) || 1;
  return [
    text("title", (i) => papers[i].title || undefined, [280, 4]),
    text("authors", (i) => joined(papers[i].authors), [150, 2]),
    number("year", (i) => papers[i].year),
    text("venue", (i) => papers[i].venue || undefined),
    text("area", (i) => topicOf(atlas, i)?.area),
    text("topic", (i) => topicOf(atlas, i)?.name || undefined),
    text("subtopic", (i) => (subtopic[i] === NO_TOPIC ? undefined : topics[subtopic[i]].name || undefined)),
    number("citations", (i) => papers[i].citations),
    number("cited", (i) => (cites ? citedInside(atlas, i) : undefined)),
    number("links", (i) => degree(atlas, i)),
    number("central", (i) => size[i] / largest, twoDigits),
    number("confidence", (i) => (topic[i] === NO_TOPIC ? undefined : confidence[i]), twoDigits),
    text("terms", (i) => joined(terms[i])),
    text("concepts", (i) => joined(concepts[i])),
    text("keywords", (i) => joined(papers[i].keywords)),
    text("abstract", (i) => papers[i].abstract || undefined, [240, 2]),
    text("doi", (i) => papers[i].doi),
    text("language", (i) => papers[i].language, NARROW),
    ...(atlas.map.fields ?? []).map(fieldColumn),
  ];
}

/** A field of the sources as a column, remembered by its name. */
function fieldColumn(field: Field): Column {
  const isNumber = field.type === "number";
  return {
    id: `field:${field.name}`,
    label: field.name,
    isNumber,
    width: isNumber || field.type === "boolean" || field.type === "date" ? NARROW : WIDE,
    value(i) {
      const value = fieldValue(field, i);
      if (typeof value === "boolean") return value ? "yes" : "no";
      return typeof value === "object" ? value.join(", ") : value;
    },
  };
}

/** A cell as it is read. */
export function cellText(column: Column, i: number): string {
  const value = column.value(i);
  if (value === undefined) return "";
  return typeof value === "number" ? (column.shown?.(value) ?? String(value)) : value;
}
