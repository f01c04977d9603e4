import type { Warn } from "../record.ts";
import { BARE, BEGIN, ENTRY, INNER, LOST, nextSign } from "./signs.ts";

/** An entry as it stands in the file. */
export interface Entry {
  readonly type: string;
  /** What stands between the outer brackets. */
  readonly body: string;
  readonly line: number;
  /** Whether its end was missing and had to be guessed. */
  readonly broken: boolean;
}

const LOOKAHEAD = 600;
const MOST_INNER = 4;
/** Pieces of text between entries that are kept before they are told of. */
const MOST_LOOSE = 1000;
const LONGEST_ENTRY = 60_000_000;

/** Up to where text without an entry has been dealt with: an entry that lost its "@" may begin in the last lines. */
function beforeEnd(text: string, from: number, final: boolean): number {
  if (final || text.length - from > 100 * LOOKAHEAD) return text.length;
  return Math.max(from, text.lastIndexOf("\n", text.length - LOOKAHEAD) + 1);
}

type OnEntry = (entry: Entry) => void;
type OnOutside = (text: string, line: number) => void;
/** Takes BibTeX in pieces. */
export interface EntryScanner {
  push(piece: string): void;
  /** Whether the text so far ends inside an entry. */
  inside(): boolean;
  end(): void;
}

/**
 * Cuts BibTeX into entries while it arrives, by counting brackets. An entry that does not close is ended where the
 * next one begins at the start of a line; such beginnings inside a balanced entry are text.
 * Each character is looked at a bounded number of times.
 * @param onOutside told the text between entries, up to whole lines
 */
export function createEntryScanner(
  onEntry: OnEntry,
  warn: Warn,
  onOutside: OnOutside = () => undefined,
): EntryScanner {
  return new Scanner(onEntry, warn, onOutside);
}

class Scanner implements EntryScanner {
  private readonly onEntry: OnEntry;
  private readonly warn: Warn;
  private readonly onOutside: OnOutside;
  private text = "";
  private line = 1;
  /** Where the open entry's "@" stands; −1 between entries. */
  private open = -1;
  private openLine = 1;
  private body = 0;
  private type = "";
  private closing = 125;
  private depth = 0;
  private at = 0;
  private lineStart = true;
  /** How far patterns look: so much text is waited for. */
  private ahead = LOOKAHEAD;
  private inner: { readonly at: number; readonly line: number }[] = [];
  /** Text between entries, and the line where it begins. */
  private loose: string[] = [];
  private looseLine = 1;
  private pending: string[] = [];
  private pendingSize = 0;

  constructor(onEntry: OnEntry, warn: Warn, onOutside: OnOutside) {
    this.onEntry = onEntry;
    this.warn = warn;
    this.onOutside = onOutside;
  }

  push(piece: string): void {
    // A long entry in many pieces is not looked at after each of them, but when it has doubled.
    this.pending.push(piece);
    this.pendingSize += piece.length;
    if (this.open < 0 || this.pendingSize >= this.text.length) this.take(false);
  }

  inside(): boolean {
    this.ahead = 0;
    this.take(false);
    this.ahead = LOOKAHEAD;
    return this.open >= 0;
  }

  end(): void {
    this.take(true);
  }

  private take(final: boolean): void {
    this.text += this.pending.join("");
    this.pending = [];
    this.pendingSize = 0;
    while ((this.open >= 0 || this.findEntry(final)) && this.readEntry(final));
    if (this.open < 0 && (final || this.loose.length > MOST_LOOSE)) this.endOutside();
    if (this.open < 0) this.drop(this.at);
    else if (this.open > 0) this.drop(this.open);
  }

  /** Goes on to the next entry and into its body; false where the text holds none yet. */
  private findEntry(final: boolean): boolean {
    for (;;) {
      const { text, at } = this;
      const found = text.indexOf("@", at);
      const lost = LOST.exec(text.slice(at, found < 0 ? text.length : found));
      this.skip(lost !== null ? at + lost.index : found < 0 ? beforeEnd(text, at, final) : found);
      if (found < 0 && lost === null) return false;
      if (!final && text.length - this.at < this.ahead) return false;
      const match = lost === null ? this.opening() : this.lostOpening(lost);
      if (match === null) {
        this.skip(this.at + 1);
        continue;
      }
      this.endOutside();
      this.open = this.at;
      this.openLine = this.line;
      this.type = match[1];
      this.closing = match[2] === "(" ? 41 : 125;
      this.depth = 0;
      this.body = this.at + match[0].length;
      for (let i = this.at; i < this.body; i++) if (text.charCodeAt(i) === 10) this.line++;
      this.at = this.body;
      this.lineStart = false;
      return true;
    }
  }

  /** How an entry opens at the "@" here, with or without its bracket. */
  private opening(): RegExpExecArray | null {
    ENTRY.lastIndex = BARE.lastIndex = this.at;
    const match = ENTRY.exec(this.text);
    if (match !== null) return match;
    const bare = BARE.exec(this.text);
    if (bare !== null)
      this.warn(`found no "{" after @${bare[1]}, expected one; read as if it were there`, {
        line: this.line,
      });
    return bare;
  }

  /** The opening of an entry that lost its "@". */
  private lostOpening([before, begin]: RegExpExecArray): RegExpExecArray | null {
    this.warn(`found no "@" before ${begin.slice(0, -1).trim()}, expected one; read as if it were there`, {
      line: this.line,
    });
    this.at += before.indexOf(begin);
    return BEGIN.exec(begin);
  }

  /** Reads on in the open entry; false where more text is needed, or none is left. */
  private readEntry(final: boolean): boolean {
    if (this.readBody(final)) return true;
    const isRunaway = this.text.length - this.open > LONGEST_ENTRY && this.inner.length > 0;
    if (this.inner.length >= MOST_INNER || isRunaway) {
      this.resynchronise(this.text.length);
      return true;
    }
    if (!final) return false;
    if (this.inner.length === 0)
      this.warn("the end of the file is inside an entry: not closed (truncated?)", { line: this.line });
    this.resynchronise(this.text.length);
    return this.at < this.text.length;
  }

  /** Follows brackets to the end of the entry; false where it was not reached. */
  private readBody(final: boolean): boolean {
    const { text, closing } = this;
    let { at } = this;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 10) {
        this.line++;
        this.lineStart = true;
        continue;
      }
      if (c === 64 && this.lineStart) {
        if (!final && text.length - at < this.ahead) break;
        INNER.lastIndex = at;
        if (INNER.test(text)) {
          this.inner.push({ at, line: this.line });
          if (this.inner.length >= MOST_INNER) break;
        }
      }
      if (this.lineStart && c !== 32 && c !== 9 && c !== 13) this.lineStart = false;
      if (!this.lineStart && c !== 92 && (c < 123 || c > 125) && c !== 40 && c !== 41) {
        // Letters, which are nearly everything: a loop that touches nothing but the text.
        at = nextSign(text, at + 1) - 1;
        continue;
      }
      if (c === 92) {
        if (at + 1 === text.length && !final) break;
        // An escaped bracket is a letter, not a bracket.
        const next = text.charCodeAt(at + 1);
        if (next === 123 || next === 125 || next === 92) at++;
      } else if (c === 123 || (c === 40 && closing === 41)) this.depth++;
      else if (c === closing && this.depth === 0) {
        this.close(at, false);
        this.at = at + 1;
        return true;
      } else if ((c === 125 || (c === 41 && closing === 41)) && this.depth > 0) this.depth--;
    }
    this.at = at;
    return false;
  }

  private skip(stop: number): void {
    const { text, at } = this;
    if (this.loose.length === 0) this.looseLine = this.line;
    this.loose.push(text.slice(at, stop));
    for (let lf = text.indexOf("\n", at); lf >= 0 && lf < stop; lf = text.indexOf("\n", lf + 1)) this.line++;
    this.at = stop;
  }

  private endOutside(): void {
    if (this.loose.length > 0) this.onOutside(this.loose.join(""), this.looseLine);
    this.loose = [];
  }

  private drop(before: number): void {
    this.text = this.text.slice(before);
    this.at -= before;
    this.body -= before;
    this.open -= this.open < 0 ? 0 : before;
    this.inner = this.inner.map((mark) => ({ ...mark, at: mark.at - before }));
  }

  private close(end: number, broken: boolean): void {
    const { type, body, openLine } = this;
    this.onEntry({ type, body: this.text.slice(body, end), line: openLine, broken });
    this.open = -1;
    this.inner = [];
  }

  /** Ends a broken entry before the first entry that begins inside of it, or at `end`. */
  private resynchronise(end: number): void {
    const first = this.inner[0];
    this.close(first?.at ?? end, true);
    this.at = first?.at ?? end;
    this.line = first?.line ?? this.line;
    this.lineStart = true;
  }
}
