import type { Source } from "../model/collection.ts";
import { decodeFieldHeads } from "../model/field-json.ts";
import { type Edit, SCHEMA, type TourStop } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import { PARQUET, refuseText } from "./container.ts";
import { chooseFormat, formatName } from "./detect.ts";
import { isQuotedJson, unquoter } from "./json/quoted.ts";
import { isObject } from "./json/value.ts";
import { LONGEST_FIELD, LONGEST_RECORD } from "./limits.ts";
import { isTwiceEncoded, onceDecoded } from "./mojibake.ts";
import { createNormaliser } from "./normalise.ts";
import type { Emit, RawRecord, Warn } from "./record.ts";
import { sectionReader } from "./sections.ts";
import { type Hash, openText } from "./source.ts";

/** What is known of a file once it has been read. */
export interface ReadResult {
  readonly format: string;
  readonly encoding: string;
  readonly sha256: string;
  readonly refusal: string | undefined;
  readonly edits: readonly Edit[];
  readonly tour: readonly TourStop[];
  /** Fields of a saved map, with the tags that they came from. */
  readonly fields: readonly { readonly name: string; readonly from: readonly string[] }[];
}

/** Asked after every piece of text whether to wait before the next one; undefined: no. */
export type Flow = () => Promise<void> | undefined;

const LONGEST_SAMPLE = 65536;

/** Reads one source with the reader of its format; never throws for what the text holds. */
export async function readText(
  source: Source,
  emit: Emit,
  warn: Warn,
  given: {
    readonly columns?: ReadonlyMap<string, string>;
    readonly encoding?: string;
    readonly amongOthers?: boolean;
    readonly createHash?: () => Hash;
    readonly flow?: Flow;
  },
  monitor: Monitor,
  onBytes: (count: number) => void,
): Promise<ReadResult> {
  const opened = openText(source, warn, given.encoding, onBytes, given.createHash);
  const edits: Edit[] = [];
  const tour: TourStop[] = [];
  const fields: { readonly name: string; readonly from: readonly string[] }[] = [];
  const options = {
    columns: given.columns ?? new Map<string, string>(),
    amongOthers: given.amongOthers ?? false,
    onMap: (attributes: Readonly<Record<string, unknown>>) => {
      if (Array.isArray(attributes.edits)) edits.push(...attributes.edits.filter(isEdit));
      if (Array.isArray(attributes.tour)) tour.push(...attributes.tour.filter(isObject));
      if (Array.isArray(attributes.fields))
        for (const { name, from } of decodeFieldHeads(attributes.fields.filter(isObject)))
          if (from) fields.push({ name, from });
      if (Number(attributes.schema) > 1)
        warn(
          `the map was written by a newer version (schema ${attributes.schema}); only its papers were read`,
        );
    },
  };
  const formats = new Set<string>();
  let refusal: string | undefined;
  /** What undoes a second encoding of the whole text, where there is one. */
  let undo = (text: string) => text;

  let emitted = 0;
  const emitBounded = (record: RawRecord) => {
    emitted++;
    emit(boundFields(record, warn));
  };
  const sections = sectionReader(
    warn,
    () => emitted,
    (head, line) => {
      const refused = refuseText(head) ?? refuseNewer(head);
      if (refused !== undefined) {
        if (line === 1) refusal = refused;
        else warn(`left out from here on: ${refused}`, { line });
        return undefined;
      }
      const format = chooseFormat(head, source.name, options);
      formats.add(formatName(format, head, options));
      const above = line - 1;
      const parser = format.create(
        above === 0 ? emitBounded : (record) => emitBounded(moved(record, above)),
        above === 0 ? warn : (message, where) => warn(message, where && moved(where, above)),
        options,
        head,
      );
      return { format, parser };
    },
  );
  const normaliser = createNormaliser(warn);
  /** The beginning of the text, by which a second encoding is known. */
  let head: string[] | undefined = [];
  let size = 0;
  const begin = () => {
    const text = (head ?? []).join("");
    head = undefined;
    undo = secondEncoding(text, warn);
    sections.push(undo(text));
  };
  /** Characters that say nothing, one behind the other. */
  let nothing = 0;
  for await (const stored of opened.pieces()) {
    monitor.signal?.throwIfAborted();
    const piece = normaliser.push(stored);
    nothing = /\S/.test(piece) ? 0 : nothing + stored.length;
    if (head === undefined) sections.push(undo(piece));
    else {
      head.push(piece);
      size += piece.length;
      if (size >= LONGEST_SAMPLE) begin();
    }
    if (refusal !== undefined || sections.isFull() || nothing > LONGEST_RECORD) break;
    const wait = given.flow?.();
    if (wait !== undefined) await wait;
  }
  if (head !== undefined) begin();
  if (opened.refusal === undefined || size > 0) sections.end();
  normaliser.end();
  const isParquet = opened.refusal === PARQUET;
  if (isParquet) {
    const { readParquetPapers } = await import("./parquet-papers.ts");
    refusal = await readParquetPapers(source, emitBounded, warn, options);
    formats.add("parquet");
  }
  return {
    format: formats.size === 0 ? "unknown" : [...formats].join(" + "),
    encoding: isParquet ? "utf-8" : opened.encoding,
    sha256: opened.sha256,
    refusal: isParquet ? refusal : (opened.refusal ?? refusal),
    edits,
    tour,
    fields,
  };
}

/** What undoes a second encoding of a text that begins like this; told of. */
function secondEncoding(head: string, warn: Warn): (text: string) => string {
  if (isTwiceEncoded(head.slice(0, LONGEST_SAMPLE))) {
    warn(
      "encoding: the text is UTF-8 that was taken for windows-1252 and encoded once more (“Ã©” for “é”); put right",
    );
    return onceDecoded;
  }
  if (!isQuotedJson(head)) return (text) => text;
  warn("invalid JSON: found a string that holds JSON, expected the JSON itself (encoded twice); put right");
  return unquoter();
}

/** A record whose longest texts are cut, and told of. */
function boundFields(record: RawRecord, warn: Warn): RawRecord {
  const { title = "", abstract = "" } = record;
  if (title.length <= LONGEST_FIELD && abstract.length <= LONGEST_FIELD) return record;
  const where = {
    ...(record.line === undefined ? {} : { line: record.line }),
    record: record.id ?? record.record ?? "",
  };
  warn(
    `a field of ${Math.max(title.length, abstract.length)} characters, expected at most ${LONGEST_FIELD}; cut off there`,
    where,
  );
  return { ...record, title: title.slice(0, LONGEST_FIELD), abstract: abstract.slice(0, LONGEST_FIELD) };
}

/** With its line in the file, not in its part of it. */
function moved<T extends { readonly line?: number }>(where: T, above: number): T {
  return where.line === undefined ? where : { ...where, line: where.line + above };
}

/** A map that a later version wrote may mean something else by what looks familiar. */
function refuseNewer(head: string): string | undefined {
  if (!/"generator"\s*:\s*"topograph /.test(head)) return undefined;
  const schema = Number(/"schema"\s*:\s*(\d+)/.exec(head)?.[1] ?? SCHEMA);
  return schema > SCHEMA
    ? `this map was written by a newer Topograph (schema ${schema}; this one reads up to ${SCHEMA}): update Topograph`
    : undefined;
}

function isEdit(value: unknown): value is Edit {
  return isObject(value) && typeof value.type === "string";
}
