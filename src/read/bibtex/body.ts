/** A line that begins a field: where a value whose end is missing must have ended. */
const FIELD_LINE = /\n\s{0,40}[a-zA-Z][\w-]{0,30}\s{0,20}=\s{0,20}["{\w]/y;
/** What ends a value in the quotes of a word processor. */
const CURLY_END = /[“”„‟″](?=\s{0,40}(?:[,#}]|\n|$))/g;
/** Values without an end whose end is looked for up to the end of the entry; that of others, up to the next field. */
const MOST_UNCLOSED = 20;

/** Looks for ends in the text of an entry, each stretch of it a bounded number of times. */
export interface EntryBody {
  readonly text: string;
  /** The line end before the next field; −1 where there is none. */
  nextField(from: number): number;
  /** Where a value ends that an opening brace or quote begins before `from`; −1 where it does not close. */
  closing(open: string, from: number): number;
  /** Line ends before a position; positions that ascend cost nothing. */
  linesBefore(position: number): number;
}

export function entryBody(text: string): EntryBody {
  let known = { from: 0, found: -2 };
  let unclosed = 0;
  const lineEnd = (from: number) => (text.indexOf("\n", from) + 1 || Number.POSITIVE_INFINITY) - 1;
  /** The first line end that is not counted yet, and how many are. */
  let uncounted = lineEnd(0);
  let lines = 0;
  let last = 0;

  const nextField = (from: number): number => {
    if (known.found !== -2 && known.from <= from && (known.found < 0 || known.found >= from))
      return known.found;
    let found = text.indexOf("\n", from);
    for (; found >= 0; found = text.indexOf("\n", found + 1)) {
      FIELD_LINE.lastIndex = found;
      if (FIELD_LINE.test(text)) break;
    }
    known = { from, found };
    return found;
  };

  return {
    text,
    nextField,
    closing(open, from) {
      const stop = unclosed < MOST_UNCLOSED ? text.length : (nextField(from) + 1 || text.length + 1) - 1;
      let found: number;
      if (open === "{" || open === '"') found = bracketEnd(text, open === "{" ? 125 : 34, from, stop);
      else {
        CURLY_END.lastIndex = from;
        found = unclosed < MOST_UNCLOSED ? (CURLY_END.exec(text)?.index ?? -1) : -1;
      }
      if (found < 0) unclosed++;
      return found;
    },
    linesBefore(position) {
      if (position < last) [uncounted, lines] = [lineEnd(0), 0];
      last = position;
      for (; uncounted < position; uncounted = lineEnd(uncounted + 1)) lines++;
      return lines;
    },
  };
}

/** The brace or quote that closes a value; braces within are balanced, escaped signs are letters. */
function bracketEnd(text: string, end: number, from: number, stop: number): number {
  let depth = 0;
  for (let i = from; i < stop; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) {
      const next = text.charCodeAt(i + 1);
      if (end === 34 || next === 123 || next === 125 || next === 92) i++;
    } else if (c === end && depth <= 0) return i;
    else if (c === 123) depth++;
    else if (c === 125) depth--;
  }
  return -1;
}
