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
  onRow: (cells: string[], line: number) => void,
  onUnclosed: (line: number) => void,
): Parser & { inside(): boolean } {
  const separator = delimiter.charCodeAt(0);
  let text = "";
  let at = 0;
  let cells: string[] = [];
  /** Where the open cell begins, its quote included. */
  let begin = 0;
  let line = 1;
  let rowLine = 1;
  let cellLine = 1;
  let inQuotes = false;
  /** A line end at or behind `at`, with none between them; past the text where there is none; −1 where unknown. */
  let lineEnd = -1;

  const nextLineEnd = (from: number) => {
    const found = text.indexOf("\n", from);
    return found < 0 ? text.length : found;
  };

  const endCell = (cell: string, next: number) => {
    cells.push(cell);
    begin = at = next;
    cellLine = line;
  };
  const endRow = () => {
    if (cells.length > 1 || cells[0].trim() !== "") onRow(cells, rowLine);
    cells = [];
    line++;
    rowLine = cellLine = line;
  };

  let pending: string[] = [];
  let pendingSize = 0;
  /** Up to where no quote closes a cell, as following one that does not has shown: none is followed there again. */
  let hopeless = 0;

  /** Takes the quote of the open cell for a letter. */
  const giveUp = () => {
    hopeless = at;
    onUnclosed(cellLine);
    inQuotes = false;
    lineEnd = -1;
    line = cellLine;
    begin++;
    at = begin;
  };

  /** Reads on inside quotes; false where more text is needed. */
  const quotedCell = (final: boolean): boolean => {
    for (;;) {
      const quote = text.indexOf('"', at);
      const stop = quote < 0 ? text.length : quote;
      // The next line end is looked for once, not from every quote before it.
      if (lineEnd < at) lineEnd = nextLineEnd(at);
      for (; lineEnd < stop; lineEnd = nextLineEnd(lineEnd + 1)) line++;
      at = stop;
      if (quote < 0) {
        if (final || text.length - begin > LONGEST_CELL) giveUp();
        return final || !inQuotes;
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        at = quote + 2;
        continue;
      }
      let next = quote + 1;
      while (next < text.length && text.charCodeAt(next) === 32) next++;
      if (next === text.length && !final) return false;
      const c = next === text.length ? NEWLINE : text.charCodeAt(next);
      if (c === separator || c === NEWLINE) {
        const inside = text.slice(begin + 1, quote);
        inQuotes = false;
        endCell(inside.includes('"') ? unquoted(inside) : inside, next + 1);
        if (c === NEWLINE) endRow();
        return true;
      }
      const before = text.charCodeAt(quote - 1);
      if (line > cellLine && (before === NEWLINE || before === separator)) {
        giveUp();
        return true;
      }
      at = quote + 1;
    }
  };

  const scan = (final: boolean) => {
    for (;;) {
      if (inQuotes) {
        if (!quotedCell(final)) return;
        continue;
      }
      if (quoted && at === begin) {
        let first = at;
        while (first < text.length && text.charCodeAt(first) === 32) first++;
        if (first >= text.length && !final) return;
        if (first >= hopeless && text.charCodeAt(first) === QUOTE) {
          begin = first;
          // A doubled quote at the very end may go on in the next piece.
          inQuotes = true;
          at = first + 1;
          continue;
        }
      }
      let c = 0;
      const end = text.length;
      while (at < end) {
        c = text.charCodeAt(at);
        if (c === separator || c === NEWLINE) break;
        at++;
      }
      if (at >= end) return;
      endCell(text.slice(begin, at), at + 1);
      if (c === NEWLINE) endRow();
    }
  };

  const take = () => {
    const piece = pending.length === 1 ? pending[0] : pending.join("");
    pending = [];
    pendingSize = 0;
    text = begin < text.length ? text.slice(begin) + piece : piece;
    at -= begin;
    hopeless -= begin;
    begin = 0;
    lineEnd = -1;
    scan(false);
  };

  return {
    push(piece) {
      // A long cell in many pieces is not looked at after each of them, but when it has doubled.
      pending.push(piece);
      pendingSize += piece.length;
      if (inQuotes && pendingSize < text.length - begin) return;
      take();
    },
    inside() {
      take();
      return inQuotes;
    },
    end() {
      take();
      scan(true);
      if (begin < text.length || cells.length > 0) {
        cells.push(text.slice(begin));
        endRow();
      }
    },
  };
}

/** Two quotes stand for one (RFC 4180); so does one behind a backslash, as MySQL and others write it. */
function unquoted(inside: string): string {
  const text = inside.includes('\\"') ? inside.replace(/\\"(?!")/g, '"') : inside;
  return text.replaceAll('""', '"');
}
