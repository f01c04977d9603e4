import { isGzip } from "./gzip.ts";

/** Begins a Parquet file, which is read from its end. */
export const PARQUET = "PAR1";

/** What is told of a file that no reader can make papers of; `undefined` when it may hold text. */
export function refuseBytes(head: Uint8Array): string | undefined {
  if (isGzip(head)) return "this is packed with gzip more than three times. Unpack it first";
  if (head.length === 0) return "the file is empty: there are no papers in it";
  const start = ascii(head.subarray(0, 8));
  if (/^\s{0,1000}%PDF-/.test(ascii(head.subarray(0, 1024))))
    return `this is a PDF, not a bibliography. ${HOW}`;
  if (start.startsWith(PARQUET)) return PARQUET;
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return refuseZip(head);
  if (ascii(head.subarray(257, 262)) === "ustar") return "this is a TAR archive. Unpack it first";
  if (start.startsWith("\xd0\xcf\x11\xe0"))
    return `this is an old Office file (.xls or .doc). Save it as CSV. ${HOW}`;
  if (
    start.startsWith("7z\xbc\xaf") ||
    start.startsWith("Rar!") ||
    start.startsWith("\xfd7zXZ") ||
    start.startsWith("BZh")
  )
    return "this is a compressed archive of a kind that is not read; gzip is. Unpack it first";
  if (start.startsWith("\x28\xb5\x2f\xfd")) return "this is zstd-compressed; gzip is read. Unpack it first";
  if (isEbcdic(head)) return `this is text in EBCDIC, the encoding of mainframes. Save it as UTF-8. ${HOW}`;
  if (start.startsWith("SQLite f")) return `this is an SQLite database. ${HOW}`;
  if (start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8"))
    return `this is an image. ${HOW}`;
  return undefined;
}

/** Whether blanks are 0x40 and letters lie above 0x80, as nowhere else. */
function isEbcdic(head: Uint8Array): boolean {
  let blanks = 0;
  let high = 0;
  for (const byte of head) {
    if (byte === 0x20) return false;
    if (byte === 0x40) blanks++;
    else if (byte >= 0x81 && byte <= 0xf9) high++;
  }
  return head.length > 40 && blanks > head.length * 0.05 && high > head.length * 0.5;
}

/** What kind of document a ZIP archive is, by the names in it. */
function refuseZip(head: Uint8Array): string {
  const names = ascii(head.subarray(0, 4096));
  if (/xl\/workbook|xl\/worksheets|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(names))
    return "this is an Excel or OpenDocument table (a ZIP archive, .xlsx or .ods). Save it as CSV and give that file";
  if (/word\/document|opendocument\.text/.test(names))
    return `this is a Word or OpenDocument text (a ZIP archive, .docx or .odt). Save it as plain text. ${HOW}`;
  return `this is a ZIP archive (perhaps .xlsx, .docx or .ods). Unpack it, or save the table as CSV. ${HOW}`;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The same by the decoded text: binary data and web pages. */
export function refuseText(head: string): string | undefined {
  const sample = head.slice(0, 8192);
  if (/^\d{5}[acdnp][a-z][ -~]{2}/.test(sample) && /[\x1e\x1f]/.test(sample))
    return `this is MARC, the format of library catalogues, which is not read. ${HOW}; Zotero and JabRef open it and export RIS`;
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27) controls++;
  }
  if (controls > Math.max(4, sample.length * 0.02)) return `this is binary data, not text. ${HOW}`;
  if ((sample.match(/\+A[A-Z][A-Za-z\d+/]-/g)?.length ?? 0) > 2 && !/[^\x00-\x7f]/.test(sample))
    return `this is text in UTF-7, which is not read. Save it as UTF-8. ${HOW}`;
  if (sample.trim() === "" && head.trim() === "")
    return "the file is empty: nothing but white space (or NUL characters: binary data?), no papers";
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      sample,
    )
  )
    return `this is an HTML page (a login or error page?), not an export. Download the export itself. ${HOW}`;
  if (/^\s*\{\\rtf/.test(sample)) return `this is rich text (RTF). Save it as plain text. ${HOW}`;
  if (/^\s*%!PS/.test(sample)) return `this is PostScript, a printed page. ${HOW}`;
  if (/^[^@]*\\(?:documentclass|begin\{(?:document|thebibliography)\})/.test(sample))
    return "this is a LaTeX document, not a bibliography. Give the .bib file that it uses";
  return undefined;
}

/** What can be done instead. */
const HOW =
  "Export as BibTeX, RIS, CSV, JSON or plain text from your reference manager or database and give that file";
