import { delimiterOf, headerCells, headerStart, readHeader } from "./csv/header.ts";
import { bibtex } from "./formats/bibtex.ts";
import { csv } from "./formats/csv.ts";
import { json, jsonFlavour } from "./formats/json.ts";
import { jsonl } from "./formats/jsonl.ts";
import { nbib } from "./formats/nbib.ts";
import { refer } from "./formats/refer.ts";
import { ris } from "./formats/ris.ts";
import { text } from "./formats/text.ts";
import { wos } from "./formats/wos.ts";
import { xml, xmlFlavour } from "./formats/xml.ts";
import type { Format, ReadOptions } from "./record.ts";

/** Every format, those first that win where two are equally sure. */
export const FORMATS: readonly Format[] = [wos, ris, nbib, refer, jsonl, xml, json, bibtex, csv, text];

/** The format that is surest of the head; pasted text where none is. */
export function chooseFormat(head: string, fileName: string, options: ReadOptions): Format {
  let best: Format = text;
  let surest = 0;
  for (const format of FORMATS) {
    const sure = format.detect(head, fileName, options);
    if (sure > surest) {
      best = format;
      surest = sure;
    }
  }
  return best;
}

/** The name for the report: the service where the format is shared by several. */
export function formatName(format: Format, head: string, { columns }: ReadOptions): string {
  if (format.name === "json") return jsonFlavour(head);
  if (format.name === "xml") return xmlFlavour(head);
  if (format.name !== "csv") return format.name;
  const table = head.slice(headerStart(head, columns));
  return readHeader(headerCells(table, delimiterOf(table) ?? ","), columns).service;
}
