/** What is told of a file that no reader can make papers of; `undefined` when it may hold text. */
export function refuseBytes(head: Uint8Array): string | undefined {
  if (head.length === 0) return "the file is empty: there are no papers in it";
  const start = String.fromCharCode(...head.subarray(0, 8));
  if (start.startsWith("%PDF")) return `this is a PDF, not a bibliography. ${HOW}`;
  if (start.startsWith("PK\x03\x04"))
    return `this is a ZIP archive (perhaps .xlsx, .docx or .ods). Unpack it, or save the table as CSV. ${HOW}`;
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
  if (start.startsWith("SQLite f")) return `this is an SQLite database. ${HOW}`;
  if (start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8"))
    return `this is an image. ${HOW}`;
  return undefined;
}

/** The same by the decoded text: binary data and web pages. */
export function refuseText(head: string): string | undefined {
  const sample = head.slice(0, 8192);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27) controls++;
  }
  if (controls > Math.max(4, sample.length * 0.02)) return `this is binary data, not text. ${HOW}`;
  if (sample.trim() === "" && head.trim() === "")
    return "the file is empty: it holds white space only, no papers";
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      sample,
    )
  )
    return `this is an HTML page (a login or error page?), not an export. Download the export itself. ${HOW}`;
  return undefined;
}

/** What can be done instead. */
export const HOW =
  "Export as BibTeX, RIS, CSV, JSON or plain text from your reference manager or database and give that file";
