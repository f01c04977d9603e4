import type { Parser } from "../record.ts";

const QUOTE = 34;
const NEWLINE = 10;

/** A cell this long counts as one whose quote was never closed. */
const LONGEST_CELL = 20_000_000;

/**
 * Cuts text that arrives in pieces into rows of cells (RFC 4180, and as files are found). Line ends are "\n".
 * A quote opens only at the start of a cell and closes only before a delimiter or line end; any other is a letter.
 * A quote that never closes, or that swallowed the beginning of a quoted cell of another line, counts as a letter too,
 * and is told of. Linear in the length.
 * @param quoted false where quotes mean nothing (tab-separated exports)
 * @param onRow told the cells of a row and the 1-based line where it begins; blank lines are left out
 * @param onUnclosed told the line of a quote that does not close
 */
export function rowCutter(
  delimiter: string,
  quoted: boolean,
  onRow: OnRow,
  onUnclosed: (line: number) => void,
): Parser & { inside(): boolean } {
  return new RowCutter(delimiter, quoted, onRow, onUnclosed);
}

type OnRow = (cells: string[], line: number) => void;

class RowCutter implements Parser {
  private readonly separator: number;
  private readonly quoted: boolean;
  private readonly onRow: OnRow;
  private readonly onUnclosed: (line: number) => void;
  private text = "";
  private at = 0;
  private cells: string[] = [];
  /** Where the open cell begins, its quote included. */
  private begin = 0;
  private line = 1;
  private rowLine = 1;
  private cellLine = 1;
  private inQuotes = false;
  /** A line end at or behind `at`, with none between them; past the text where there is none; −1 where unknown. */
  private lineEnd = -1;
  private pending: string[] = [];
  private pendingSize = 0;
  /** Up to where no quote closes a cell, as following one that does not has shown: none is followed there again. */
  private hopeless = 0;

  constructor(delimiter: string, quoted: boolean, onRow: OnRow, onUnclosed: (line: number) => void) {
    this.separator = delimiter.charCodeAt(0);
    this.quoted = quoted;
    this.onRow = onRow;
    this.onUnclosed = onUnclosed;
  }

  push(piece: string): void {
    // A long cell in many pieces is not looked at after each of them, but when it has doubled.
    this.pending.push(piece);
    this.pendingSize += piece.length;
    if (this.inQuotes && this.pendingSize < this.text.length - this.begin) return;
    this.take();
  }

  /** Whether the text so far ends inside quotes. */
  inside(): boolean {
    this.take();
    return this.inQuotes;
  }

  end(): void {
    this.take();
    this.scan(true);
    if (this.begin < this.text.length || this.cells.length > 0) {
      this.cells.push(this.text.slice(this.begin));
      this.endRow();
    }
  }

  private take(): void {
    const piece = this.pending.length === 1 ? this.pending[0] : this.pending.join("");
    this.pending = [];
    this.pendingSize = 0;
    this.text = this.begin < this.text.length ? this.text.slice(this.begin) + piece : piece;
    this.at -= this.begin;
    this.hopeless -= this.begin;
    this.begin = 0;
    this.lineEnd = -1;
    this.scan(false);
  }

  private scan(final: boolean): void {
    const { text, separator } = this;
    const end = text.length;
    for (;;) {
      if (this.inQuotes) {
        if (!this.quotedCell(final)) return;
        continue;
      }
      if (this.quoted && this.at === this.begin) {
        let first = this.at;
        while (first < end && text.charCodeAt(first) === 32) first++;
        if (first >= end && !final) return;
        if (first >= this.hopeless && text.charCodeAt(first) === QUOTE) {
          this.begin = first;
          // A doubled quote at the very end may go on in the next piece.
          this.inQuotes = true;
          this.at = first + 1;
          continue;
        }
      }
      let c = 0;
      let at = this.at;
      while (at < end) {
        c = text.charCodeAt(at);
        if (c === separator || c === NEWLINE) break;
        at++;
      }
      this.at = at;
      if (at >= end) return;
      this.endCell(text.slice(this.begin, at), at + 1);
      if (c === NEWLINE) this.endRow();
    }
  }

  /** Reads on inside quotes; false where more text is needed. */
  private quotedCell(final: boolean): boolean {
    const { text } = this;
    for (;;) {
      const quote = text.indexOf('"', this.at);
      this.goTo(quote < 0 ? text.length : quote);
      if (quote < 0) {
        if (final || text.length - this.begin > LONGEST_CELL) this.giveUp();
        return final || !this.inQuotes;
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        this.at = quote + 2;
        continue;
      }
      let next = quote + 1;
      while (next < text.length && text.charCodeAt(next) === 32) next++;
      if (next === text.length && !final) return false;
      const c = next === text.length ? NEWLINE : text.charCodeAt(next);
      if (c === this.separator || c === NEWLINE) {
        const inside = text.slice(this.begin + 1, quote);
        this.inQuotes = false;
        this.endCell(inside.includes('"') ? unquoted(inside) : inside, next + 1);
        if (c === NEWLINE) this.endRow();
        return true;
      }
      const before = text.charCodeAt(quote - 1);
      if (this.line > this.cellLine && (before === NEWLINE || before === this.separator)) {
        this.giveUp();
        return true;
      }
      this.at = quote + 1;
    }
  }

  /** Counts lines up to a place. The next line end is looked for once, not from every quote before it. */
  private goTo(stop: number): void {
    if (this.lineEnd < this.at) this.lineEnd = this.nextLineEnd(this.at);
    for (; this.lineEnd < stop; this.lineEnd = this.nextLineEnd(this.lineEnd + 1)) this.line++;
    this.at = stop;
  }

  private nextLineEnd(from: number): number {
    const found = this.text.indexOf("\n", from);
    return found < 0 ? this.text.length : found;
  }

  /** Takes the quote of the open cell for a letter. */
  private giveUp(): void {
    this.hopeless = this.at;
    this.onUnclosed(this.cellLine);
    this.inQuotes = false;
    this.lineEnd = -1;
    this.line = this.cellLine;
    this.begin++;
    this.at = this.begin;
  }

  private endCell(cell: string, next: number): void {
    this.cells.push(cell);
    this.begin = this.at = next;
    this.cellLine = this.line;
  }

  private endRow(): void {
    if (this.cells.length > 1 || this.cells[0].trim() !== "") this.onRow(this.cells, this.rowLine);
    this.cells = [];
    this.line++;
    this.rowLine = this.cellLine = this.line;
  }
}

/** Two quotes stand for one (RFC 4180); so does one behind a backslash, as MySQL and others write it. */
function unquoted(inside: string): string {
  const text = inside.includes('\\"') ? inside.replace(/\\"(?!")/g, '"') : inside;
  return text.replaceAll('""', '"');
}
