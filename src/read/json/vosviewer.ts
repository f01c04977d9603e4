import { splitAuthors } from "../clean/names.ts";
import type { Emit, RawField, RawRecord, Warn } from "../record.ts";
import { isObject, type JsonObject, member, text } from "./value.ts";

/** Labels of so many words are titles; those of people, terms and "waltman (2016)" have fewer. */
const TITLE_WORDS = 4;
/** Descriptions are a few lines. */
const LONGEST = 50_000;
const ROW = /<td>\s{0,9}([^<:]{1,40}):?\s{0,9}<\/td>\s{0,9}<td>(.{0,5000}?)<\/td>/gis;

/**
 * The papers of a network of VOSviewer: items whose description has a title in a table, as VOSviewer writes bibliographic
 * data and we do; else items whose labels are titles, where most are. Authors, terms and the like are none.
 */
export function vosviewerItems(emit: Emit, warn: Warn) {
  const waiting: RawRecord[] = [];
  let described = 0;
  return {
    get count() {
      return waiting.length;
    },
    take(item: unknown, line: number): void {
      if (!isObject(item)) {
        warn("found no object, expected an item with a label; it was left out", { line });
        return;
      }
      const { record, isDescribed } = itemOf(item);
      if (isDescribed) {
        described++;
        emit({ ...record, line });
      } else waiting.push({ ...record, line });
    },
    /** @returns the number of papers */
    end(): number {
      const isTitle = ({ title = "" }: RawRecord) => title.split(/\s+/).length >= TITLE_WORDS;
      const titled = waiting.filter(isTitle);
      if (titled.length * 2 > waiting.length) {
        for (const record of waiting) emit(record);
        return described + waiting.length;
      }
      if (waiting.length > 0)
        warn(
          waiting.length === 1
            ? `1 item of the network is no paper, “${waiting[0].title}”: its label is no title, and its description names none; left out`
            : `${waiting.length} items of the network are no papers, such as “${waiting[0].title}”: neither are their labels titles, nor do their descriptions name any; left out`,
        );
      return described;
    },
  };
}

function itemOf(item: JsonObject): { readonly record: RawRecord; readonly isDescribed: boolean } {
  const rows = new Map<string, string>();
  for (const [, name, value] of (text(item.description) ?? "").slice(0, LONGEST).matchAll(ROW))
    rows.set(name.trim().toLowerCase(), value);
  const label = text(item.label)?.trim() ?? "";
  const title = rows.get("title");
  const scores = new Map(Object.entries(isObject(item.scores) ? item.scores : {}));
  const score = (name: RegExp) => {
    for (const [key, value] of scores)
      if (name.test(key)) {
        scores.delete(key);
        return text(value);
      }
    return undefined;
  };
  const year = score(/^pub(?:lication|\.)? year$/i) ?? rows.get("year");
  const citations = score(/^citations$/i) ?? text(member(item.weights, "Citations"));
  const cluster = text(item.cluster);
  const fields: RawField[] = [...scores].flatMap(([name, value]) => {
    const said = text(value);
    return said === undefined ? [] : [[name, said] as const];
  });
  if (cluster !== undefined) fields.push(["cluster", cluster]);
  const { x, y } = item;
  const record: RawRecord = {
    id: text(item.id),
    ...(label === "" ? {} : { record: label }),
    title: title ?? label,
    year,
    authors: splitAuthors(rows.get("authors") ?? ""),
    venue: rows.get("source"),
    citations,
    url: text(item.url),
    fields,
    ...(typeof x === "number" && typeof y === "number" ? { place: [x, y] as const } : {}),
  };
  return { record, isDescribed: title !== undefined };
}
