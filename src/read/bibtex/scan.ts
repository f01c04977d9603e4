import type { Warn } from "../record.ts";

/** An entry as it stands in the file. */
export interface Entry {
  readonly type: string;
  /** What stands between the outer brackets. */
  readonly body: string;
  readonly line: number;
  /** Whether its end was missing and had to be guessed. */
  readonly broken: boolean;
}

const ENTRY = /@[ \t]*([a-zA-Z][\w-]{0,40})[ \t\r\n]*([{(])/y;
/** The same, with a key and a comma after it or a field: what an entry inside an entry looks like. */
const INNER = /@[ \t]*[a-zA-Z][\w-]{0,40}[ \t]*[{(][^\s{}()=",]{0,200}[ \t]*,/y;
/** An entry without its opening bracket. */
const BARE =
  /@[ \t]*(article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)[ \t]+(?=[^\s,{}()=@]{1,200}[ \t]*,[ \t]*\n)/iy;
/** An entry that lost its "@". */
const LOST =
  /^[ \t]*((?:article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)[ \t]*\{)[^\s{}()=",]{1,200}[ \t]*,[ \t]*$/im;
const LOOKAHEAD = 600;
const MOST_INNER = 4;
/** Pieces of text between entries that are kept before they are told of. */
const MOST_LOOSE = 1000;
const LONGEST_ENTRY = 60_000_000;

const BEGIN = /^([a-z]+)[ \t]*(\{)/i;

/** Up to where text without an entry has been dealt with: an entry that lost its "@" may begin in the last lines. */
function beforeEnd(text: string, from: number, final: boolean): number {
  if (final || text.length - from > 100 * LOOKAHEAD) return text.length;
  return Math.max(from, text.lastIndexOf("\n", text.length - LOOKAHEAD) + 1);
}

/** The position of the next character that can mean something inside an entry: \n ( ) \ { | } */
function nextSign(text: string, from: number): number {
  const length = text.length;
  let i = from;
  for (; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 40 || c === 41 || c === 92 || (c >= 123 && c <= 125)) break;
  }
  return i;
}

/**
 * Cuts BibTeX into entries while it arrives, by counting brackets. An entry that does not close is ended where the
 * next one begins at the start of a line; such beginnings inside a balanced entry are text.
 * Each character is looked at a bounded number of times.
 * @param onOutside told the text between entries, up to whole lines
 */
export function createEntryScanner(
  onEntry: (entry: Entry) => void,
  warn: Warn,
  onOutside: (text: string, line: number) => void = () => undefined,
) {
  let text = "";
  let line = 1;
  /** Where the open entry's "@" stands; −1 between entries. */
  let open = -1;
  let openLine = 1;
  let body = 0;
  let type = "";
  let closing = 125;
  let depth = 0;
  let at = 0;
  let lineStart = true;
  /** How far patterns look: so much text is waited for. */
  let ahead = LOOKAHEAD;
  let inner: { readonly at: number; readonly line: number }[] = [];

  /** Text between entries, and the line where it begins. */
  let loose: string[] = [];
  let looseLine = 1;

  const skip = (stop: number) => {
    if (loose.length === 0) looseLine = line;
    loose.push(text.slice(at, stop));
    for (let lf = text.indexOf("\n", at); lf >= 0 && lf < stop; lf = text.indexOf("\n", lf + 1)) line++;
    at = stop;
  };
  const endOutside = () => {
    if (loose.length > 0) onOutside(loose.join(""), looseLine);
    loose = [];
  };

  const drop = (before: number) => {
    text = text.slice(before);
    at -= before;
    body -= before;
    open -= open < 0 ? 0 : before;
    inner = inner.map((mark) => ({ ...mark, at: mark.at - before }));
  };

  const close = (end: number, broken: boolean) => {
    onEntry({ type, body: text.slice(body, end), line: openLine, broken });
    open = -1;
    inner = [];
  };

  /** Ends a broken entry before the first entry that begins inside of it, or at `end`. */
  const resynchronise = (end: number) => {
    const first = inner[0];
    close(first?.at ?? end, true);
    at = first?.at ?? end;
    line = first?.line ?? line;
    lineStart = true;
  };

  const scan = (final: boolean) => {
    for (;;) {
      if (open < 0) {
        const found = text.indexOf("@", at);
        const lost = LOST.exec(text.slice(at, found < 0 ? text.length : found));
        const stop = lost !== null ? at + lost.index : found < 0 ? beforeEnd(text, at, final) : found;
        skip(stop);
        if (found < 0 && lost === null) break;
        if (!final && text.length - at < ahead) break;
        ENTRY.lastIndex = at;
        let match = ENTRY.exec(text);
        if (lost !== null) {
          const [before, begin] = lost;
          warn(`found no "@" before ${begin.slice(0, -1).trim()}, expected one; read as if it were there`, {
            line,
          });
          at += before.indexOf(begin);
          match = BEGIN.exec(begin);
        } else if (match === null) {
          BARE.lastIndex = at;
          match = BARE.exec(text);
          if (match !== null)
            warn(`found no "{" after @${match[1]}, expected one; read as if it were there`, { line });
        }
        if (match === null) {
          skip(at + 1);
          continue;
        }
        endOutside();
        open = at;
        openLine = line;
        type = match[1];
        closing = match[2] === "(" ? 41 : 125;
        depth = 0;
        body = at + match[0].length;
        for (let i = at; i < body; i++) if (text.charCodeAt(i) === 10) line++;
        at = body;
        lineStart = false;
      }
      let ended = false;
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at);
        if (c === 10) {
          line++;
          lineStart = true;
          continue;
        }
        if (c === 64 && lineStart) {
          if (!final && text.length - at < ahead) break;
          INNER.lastIndex = at;
          if (INNER.test(text)) {
            inner.push({ at, line });
            if (inner.length >= MOST_INNER) break;
          }
        }
        if (lineStart && c !== 32 && c !== 9 && c !== 13) lineStart = false;
        if (!lineStart && c !== 92 && (c < 123 || c > 125) && c !== 40 && c !== 41) {
          // Letters, which are nearly everything: a loop that touches nothing but the text.
          at = nextSign(text, at + 1) - 1;
          continue;
        }
        if (c === 92) {
          if (at + 1 === text.length && !final) break;
          // An escaped bracket is a letter, not a bracket.
          const next = text.charCodeAt(at + 1);
          if (next === 123 || next === 125 || next === 92) at++;
        } else if (c === 123 || (c === 40 && closing === 41)) depth++;
        else if (c === closing && depth === 0) {
          close(at, false);
          at++;
          ended = true;
          break;
        } else if ((c === 125 || (c === 41 && closing === 41)) && depth > 0) depth--;
      }
      if (ended) continue;
      if (inner.length >= MOST_INNER || (text.length - open > LONGEST_ENTRY && inner.length > 0)) {
        resynchronise(text.length);
        continue;
      }
      if (final && open >= 0) {
        if (inner.length === 0)
          warn("the end of the file is inside an entry: not closed (truncated?)", { line });
        resynchronise(text.length);
        if (at < text.length) continue;
      }
      break;
    }
    if (open < 0 && (final || loose.length > MOST_LOOSE)) endOutside();
    if (open < 0) drop(at);
    else if (open > 0) drop(open);
  };

  let pending: string[] = [];
  let pendingSize = 0;
  const take = (final: boolean) => {
    text += pending.join("");
    pending = [];
    pendingSize = 0;
    scan(final);
  };

  return {
    push(piece: string): void {
      // A long entry in many pieces is not looked at after each of them, but when it has doubled.
      pending.push(piece);
      pendingSize += piece.length;
      if (open < 0 || pendingSize >= text.length) take(false);
    },
    /** Whether the text so far ends inside an entry. */
    inside(): boolean {
      ahead = 0;
      take(false);
      ahead = LOOKAHEAD;
      return open >= 0;
    },
    end(): void {
      take(true);
    },
  };
}
