import { findRecords } from "../json/find-list.ts";
import { itemTaker, parseLenient, reason } from "../json/items.ts";
import { dialectOf, wrapped } from "../json/record.ts";
import { createJsonSplitter } from "../json/split.ts";
import { isObject, type JsonObject, member } from "../json/value.ts";
import { vosviewerItems } from "../json/vosviewer.ts";
import { outsideLines } from "../outside.ts";
import type { Format } from "../record.ts";

const MOST_RESTARTS = 50;
const LONGEST_SALVAGE = 50_000_000;

/**
 * JSON of any known service: a list of records, an object that wraps one, or one record; also values one after another.
 * Streams; what follows a damaged item is read again from the next line that begins an object.
 */
export const json: Format = {
  name: "json",
  begins: (line) => /^(?:[[{]\s*$|\[?\s*\{\s*(?:"|$))/.test(line),
  detect(head, fileName) {
    // On one line there are commas enough for a table.
    if (/^\s*\[?\s*\{\s*"[^"\n]{0,200}"\s*:/.test(head)) return 2.5;
    if (/^\s*(?:\[\s*[[{\]"]|\{\s*["}])/.test(head)) return 2;
    if (/^\s*(?:\{|\[(?!\d+\]|[^\]"{]{1,40}\][ \n]))/.test(head)) return 1;
    // Behind a remark, an assignment or a call: "var papers = [{", "callback([{".
    if (/^\s*(?:(?:\/\/|#)[^\n]{0,500}\n\s*|\/\*[^*]{0,2000}\*\/\s*){1,20}[[{]\s*[{"]/.test(head)) return 1.6;
    if (/^\s*[\w.$ ]{1,60}[=(]\s*[[{]\s*[{"]/.test(head)) return 1.6;
    if (head.length < 1000 && /^\s*(?:null|true|false|-?\d[\d.eE+-]*)\s*$/.test(head)) return 1;
    return /\.json(?:\.gz)?$/i.test(fileName) && /^\s*"/.test(head) ? 1.3 : 0;
  },
  create(emit, warn, options) {
    const take = itemTaker(emit, warn, options);
    const outside = outsideLines(warn, "JSON");
    let found = 0;
    let begun = false;
    let rows: string[] = [];
    const network = vosviewerItems(emit, warn);
    /** What may be the references of a single record: the rest of it comes last. */
    let cited: { readonly text: string; readonly line: number }[] = [];
    /** Takes records that were found in an unknown wrapping. */
    const takeAll = (records: readonly JsonObject[] | undefined, line: number): boolean => {
      for (const record of records ?? []) if (take(record, line)) found++;
      return records !== undefined;
    };
    /** {"columns": […], "data": [[…], …]}: the rows were handed out before it was known what they are. */
    const takeRows = (value: unknown, line: number) => {
      if (rows.length === 0) return;
      const data = rows.map(parsed);
      rows = [];
      if (!takeAll(findRecords(isObject(value) ? { ...value, data } : undefined), line))
        warn(`found ${data.length} arrays, expected objects with titles; left out`, { line });
    };
    /** A single record, with the list of its references; else what is called references are the papers. */
    const takeCited = (value: unknown, line: number, items: number): boolean => {
      const references = cited;
      cited = [];
      const isRecord = isObject(value) && items === references.length && looksLikeRecord(value);
      if (isRecord) {
        const list = references.map((item) => parsed(item.text));
        if (take(list.length > 0 ? { ...value, references: list } : value, line)) found++;
      } else for (const item of references) if (take(item.text, item.line)) found++;
      return isRecord;
    };
    const handler = {
      onGap(line: number) {
        warn("invalid JSON: a comma with nothing after it; it was passed over", { line });
      },
      onOutside: outside.add,
      onItem(text: string, line: number, path: string) {
        if (path === "edges" || path === "network.links") return;
        if (path === "network.items") {
          network.take(parsed(text), line);
          return;
        }
        if (isNested(text)) {
          const inner = parsed(text);
          if (Array.isArray(inner) && takeAll(findRecords(inner), line)) return;
        }
        // The rows of a table come as lists: the document says what is in them.
        if (path === "data" && text.startsWith("[")) rows.push(text);
        else if (path === "references") cited.push({ text, line });
        else if (take(text, line)) found++;
      },
      onRest(text: string, line: number, items: number) {
        let value: unknown;
        try {
          value = parseLenient(text).value;
        } catch (error) {
          warn(`invalid JSON: ${reason(error)}`, { line });
          return;
        }
        const isRecord = takeCited(value, line, items);
        if (isObject(value) && items === 0 && !isRecord) {
          if (takeAll(findRecords(value), line)) return;
          if (isList(value)) warn("the list of records is empty: no papers in it", { line });
          else warn(unrecognised(value), { line });
        }
        takeRows(value, line);
        const attributes = member(value, "attributes");
        if (isObject(attributes) && "schema" in attributes) options.onMap?.(attributes);
      },
    };
    let splitter = createJsonSplitter(handler);
    return {
      push(text) {
        if (text.trim() !== "") begun = true;
        splitter.push(text);
      },
      held: () => cited.length + rows.length + network.count,
      inside: () => splitter.isOpen,
      end() {
        // A single record that was cut off among its references.
        const { document } = splitter;
        if (cited.length > 0) takeCited(parsed(`${document}]}`) ?? parsed(`${document}}`), 1, cited.length);
        for (let restart = 0; ; restart++) {
          const left = splitter.unfinished;
          if (left === undefined) break;
          if (left.text.trim() !== "" || splitter.items === 0 || restart === 0)
            warn(
              `invalid JSON: the file ends inside of what begins in line ${left.line} (truncated, or a bracket or quote is missing)`,
              {
                line: left.line + countLines(left.text.trimEnd()),
              },
            );
          if (restart >= MOST_RESTARTS || left.text.length > LONGEST_SALVAGE) break;
          const next = /\n\s{0,200}(?:,\s{0,200})?\{/g.exec(left.text.slice(1));
          if (next === null) break;
          const at = next.index + 2;
          const line = left.line + countLines(left.text.slice(0, at));
          splitter = createJsonSplitter({
            onGap: () => undefined,
            onItem: (text, l, path) => handler.onItem(text, l + line - 1, path),
            onRest: (text, l, items) => handler.onRest(text, l + line - 1, items),
          });
          splitter.push(`[${left.text.slice(at)}`);
        }
        outside.end();
        found += network.end();
        if (begun && found === 0)
          warn("expected an array or object of records with titles in the JSON; no papers found");
      },
    };
  },
};

/** What is told of an object without papers; services answer with one when something is wrong. */
function unrecognised(value: JsonObject): string {
  const names = Object.keys(value);
  if (names.length === 0) return "the JSON object is empty: no papers in it";
  const said = [value.error, member(value.error, "message"), value.message, value.detail].filter(
    (text) => typeof text === "string",
  );
  if (said.length > 0) return `the service answered with a message instead of papers: ${said.join(": ")}`;
  return `the JSON object is not recognised: no list of records and no title among ${names.slice(0, 8).join(", ")}`;
}

/** Whether an item is a list of objects. */
function isNested(text: string): boolean {
  return text.startsWith("[") && /^\[\s{0,100}\{/.test(text);
}

function parsed(text: string): unknown {
  try {
    return parseLenient(text).value;
  } catch {
    return undefined;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** A single record at the top; not a table with a column of titles. */
function looksLikeRecord(value: JsonObject): boolean {
  const inner = wrapped(value);
  if (inner !== undefined) return looksLikeRecord(inner);
  if (dialectOf(value) !== "json") return true;
  return Object.entries(value).some(
    ([key, title]) =>
      /^(?:title|document ?title|display_name)$/i.test(key) &&
      (typeof title !== "object" || (Array.isArray(title) && title.length === 1)),
  );
}

function isList(value: JsonObject): boolean {
  return Object.values(value).some((member) => Array.isArray(member) && member.length === 0);
}

/** The format's name for the report, by the first record in the head. */
export function jsonFlavour(head: string): string {
  const start = head.slice(0, 20_000);
  if (/"abstract_inverted_index"|https:\/\/openalex\.org\/W/.test(start)) return "openalex-json";
  if (/"generator"\s*:\s*"topograph/.test(start)) return "topograph-map";
  if (/"network"\s*:\s*\{/.test(start) && /"items"\s*:\s*\[/.test(start)) return "vosviewer-json";
  if (/"paperId"|"corpus[iI]d"/.test(start)) return "semanticscholar-json";
  if (/"titleType"|"creators"\s*:\s*\[\s*\{\s*"name|"datacite|"schemaVersion"/.test(start))
    return "datacite-json";
  if (/"message-type"|"is-referenced-by-count"/.test(start)) return "crossref-json";
  if (/"container-title"|"date-parts"/.test(start)) return "csl-json";
  return "json";
}
