import { delimiterOf, headerCells, headerStart, readHeader } from "./csv/header.ts";
import { bibtex } from "./formats/bibtex.ts";
import { csv } from "./formats/csv.ts";
import { json, jsonFlavour } from "./formats/json.ts";
import { jsonl } from "./formats/jsonl.ts";
import { nbib } from "./formats/nbib.ts";
import { ovid } from "./formats/ovid.ts";
import { redif } from "./formats/redif.ts";
import { refer } from "./formats/refer.ts";
import { refworks } from "./formats/refworks.ts";
import { ris } from "./formats/ris.ts";
import { text } from "./formats/text.ts";
import { wos } from "./formats/wos.ts";
import { xml, xmlFlavour } from "./formats/xml.ts";
import type { Format, ReadOptions } from "./record.ts";

/** Every format, those first that win where two are equally sure. */
export const FORMATS: readonly Format[] = [
  wos,
  ris,
  ovid,
  nbib,
  refer,
  refworks,
  redif,
  jsonl,
  xml,
  json,
  bibtex,
  csv,
  text,
];

const SURE = 2;

/**
 * The format that is surest of the head; pasted text where none is. Of several that are sure the one whose records
 * stand first: files may have been joined.
 */
export function chooseFormat(head: string, fileName: string, options: ReadOptions): Format {
  const ranked = FORMATS.map((format) => ({ format, sure: format.detect(head, fileName, options) }));
  const sure = ranked.filter(({ format, sure }) => format.begins !== undefined && sure >= SURE);
  if (sure.length > 0)
    for (const line of head.split("\n")) {
      const first = ranked.filter(({ format }) => format.begins?.(line));
      if (first.length > 0) return surest(first);
    }
  return surest(ranked);
}

function surest(ranked: readonly { readonly format: Format; readonly sure: number }[]): Format {
  return ranked.reduce((best, one) => (one.sure > best.sure ? one : best)).format;
}

/** The name for the report: the service where the format is shared by several. */
export function formatName(format: Format, head: string, { columns }: ReadOptions): string {
  if (format.name === "json") return jsonFlavour(head);
  if (format.name === "xml") return xmlFlavour(head);
  if (format.name !== "csv") return format.name;
  const table = head.slice(headerStart(head, columns));
  return readHeader(headerCells(table, delimiterOf(table) ?? ","), columns).service;
}
