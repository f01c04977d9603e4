import { type Field, foldName, matchFields } from "../fields.ts";
import { rowCutter } from "./cut.ts";

/** What the header row says. */
export interface Columns {
  readonly service: string;
  readonly width: number;
  readonly fields: ReadonlyMap<Field, readonly number[]>;
  /** Web of Science's two-letter tags → column; absent for other services. */
  readonly tags?: ReadonlyMap<string, number>;
  /** As the header row has them, each once. */
  readonly names: readonly string[];
}

const DELIMITERS = [",", "\t", ";", "|"];

/** The delimiter of the first row, outside quotes; undefined where it has none. */
export function delimiterOf(head: string): string | undefined {
  const said = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(head)?.[1];
  if (said !== undefined) return said;
  const row = firstRow(head).split('"');
  // A quote without its partner is no quote: what follows it counts.
  const outside = row.filter((_, i) => i % 2 === 0 || i === row.length - 1).join("q");
  let best: string | undefined;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = outside.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}

function firstRow(head: string): string {
  const text = head
    .slice(0, 20_000)
    .replace(/^\ufeff?"?sep=.?"?\r?\n/i, "")
    .trimStart();
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

const MOST_LINES_BEFORE = 15;
/** So many fields are known by name in no row of a paper. */
const MANY_FIELDS = 6;

/**
 * Where the header row begins: some services put lines of their own before it. 0 where the first row, or none, is one.
 */
export function headerStart(head: string, mapped: ReadonlyMap<string, string>): number {
  let at = 0;
  for (let line = 0; line < MOST_LINES_BEFORE && at < head.length; line++) {
    const rest = head.slice(at, at + 20_000);
    const delimiter = delimiterOf(rest);
    if (delimiter !== undefined && !/^\s*\n/.test(rest)) {
      const { fields, width } = readHeader(headerCells(rest, delimiter), mapped);
      // In the middle of a file only a row that is made of known names, or has many of them, is a header.
      const share = fields.size >= MANY_FIELDS ? 0 : width * 0.3;
      if (fields.has("title") && (line === 0 || (fields.size >= 2 && fields.size >= share))) return at;
    }
    const end = head.indexOf("\n", at);
    if (end < 0) return 0;
    at = end + 1;
  }
  return 0;
}

const NO_COLUMNS: ReadonlyMap<string, string> = new Map();

/** Whether a line is the header row of a table of papers: short cells, a title among at least three known names. */
export function isHeaderLine(line: string): boolean {
  if (!/tit[elru]|题名/i.test(line)) return false;
  const delimiter = delimiterOf(line);
  if (delimiter === undefined) return false;
  const cells = headerCells(line, delimiter);
  if (cells.some((cell) => cell.length > 60)) return false;
  const { fields, width } = readHeader(cells, NO_COLUMNS);
  return (
    fields.has("title") && fields.size >= 3 && (fields.size >= width * 0.3 || fields.size >= MANY_FIELDS)
  );
}

/** The cells of the first row. */
export function headerCells(head: string, delimiter: string): string[] {
  const row = firstRow(head);
  let cells: string[] = [];
  // A quote without its partner is no quote.
  const whole = row.split('"').length % 2 === 1;
  const cutter = rowCutter(
    delimiter,
    whole,
    (found) => (cells = found),
    () => undefined,
  );
  cutter.push(whole ? row : row.replaceAll('"', ""));
  cutter.end();
  return cells;
}

/** Recognises the service and which column holds what. */
export function readHeader(cells: readonly string[], mapped: ReadonlyMap<string, string>): Columns {
  const names = cells.map((cell) => cell.replace(/^\ufeff/, "").trim());
  const has = (...wanted: string[]) => wanted.every((name) => names.some((own) => foldName(own) === name));
  const own = matchFields(names, mapped);
  // Nodes as Gephi and Topograph write them: a label beside an id.
  const isNodes = !own.has("title") && has("id", "label") && !names.some((name) => /^weight</.test(name));
  const fields = isNodes ? matchFields(names, new Map([...nodeColumns(names), ...mapped])) : own;
  if (has("pt", "au", "ti", "so", "ut")) {
    const tags = new Map(names.map((name, i) => [name.toUpperCase(), i]));
    return { service: "wos-tab", width: names.length, fields, tags, names };
  }
  return { service: serviceOf(has), width: names.length, fields, names };
}

/** Which columns of a table of nodes hold title and id; "Id" numbers the nodes where our own table has another. */
function nodeColumns(names: readonly string[]): [string, string][] {
  const isOurs = names.includes("source_id");
  return [["Label", "title"], ...(isOurs ? [["source_id", "id"] as [string, string]] : [])];
}

function serviceOf(has: (...names: string[]) => boolean): string {
  if (has("eid", "sourcetitle") || has("authorsid", "sourcetitle")) return "scopus-csv";
  if (has("lensid")) return "lens-csv";
  if (has("documenttitle", "dateaddedtoxplore") || has("documenttitle", "articlecitationcount"))
    return "ieee-csv";
  if (has("itemtitle", "itemdoi")) return "springer-csv";
  if (has("authornames", "emtreemedicalindexterms") || has("openurllink")) return "embase-csv";
  if (has("itemtype", "abstractnote")) return "zotero-csv";
  if (has("gsrank", "cites")) return "pop-csv";
  if (has("pmid", "journalbook")) return "pubmed-csv";
  return "csv";
}
