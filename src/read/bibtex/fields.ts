import type { Warn } from "../record.ts";
import { type EntryBody, entryBody } from "./body.ts";
import type { Entry } from "./scan.ts";

/** Fields by lower-case name, values as they stand without their outer delimiters. */
export interface Fields {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

const NAME = /[^=,{}"#\r\n]{0,60}/y;
const BEFORE_FIELDS = /[^,={}"]*/y;
/** The first line with something in it. */
const KEY_LINE = /\s*[^\n]*/y;
/** A key at the beginning of an entry that a field follows without a comma. */
const KEY_ALONE =
  /^\s*(\S+)(?=[ \t]*\n\s*[a-z][\w -]*$|[ \t]+(?:title|author|year|journal|booktitle|abstract|doi|editor|publisher)\s*$)/i;
/** Words without braces or quotes around them, to the comma at the end of the line or before the next field. */
const UNDELIMITED =
  /[^\s,{}"#=]+(?:[ \t]+|,(?![ \t]{0,40}\n))[^\n{}"#=]*?(?=,?[ \t]{0,40}(?:\n|$)|,\s{0,40}[a-z][\w-]{0,40}\s{0,40}=)/iy;
const BARE = /[^\s,{}"#=]{1,200}/y;
/** Reads the fields of an entry; tells of what is missing and goes on. Each field once: the first value counts. */
export function parseFields(entry: Entry, macros: ReadonlyMap<string, string>, warn: Warn): Fields {
  const { body } = entry;
  const inside = entryBody(body);
  const fields = new Map<string, string>();
  let i = 0;
  let key = "";
  if (entry.type.toLowerCase() !== "string") {
    const first = taken(BEFORE_FIELDS, body, 0);
    const bare = KEY_ALONE.exec(first);
    // "@article{title = …": the key is missing; "@article{doe99 ⏎ title = …": its comma.
    if (body[first.length] === "=" && bare !== null) {
      key = bare[1];
      i = bare[0].length;
      warn('found no "," after the key, expected one; read as if it were there', {
        line: entry.line,
        record: key,
      });
    } else if (body[first.length] !== "=") {
      const line = taken(KEY_LINE, first, 0);
      key = line.trim().replace(/\s+/g, " ");
      i = line.length;
    }
  }
  const where = (position: number) => ({
    line: entry.line + inside.linesBefore(position),
    record: key || entry.type,
  });
  if (entry.broken)
    warn("a brace or quote is not closed: the entry ends where the next one begins; its fields were saved", {
      line: entry.line,
      record: key || entry.type,
    });

  while (i < body.length) {
    i = nextName(body, i);
    if (i >= body.length) break;
    const name = taken(NAME, body, i);
    const nameAt = i;
    i += name.length;
    while (i < body.length && isBlank(body.charCodeAt(i))) i++;
    if (body[i] === "=") i++;
    else if (name.trim() !== "" && (body[i] === "{" || body[i] === '"'))
      warn(
        `found no "=" after ${JSON.stringify(name.trim())}, expected one; read as if it were there`,
        where(nameAt),
      );
    else {
      if (name.trim() !== "" && entry.broken === false && !/^[\s}]*$/.test(body.slice(i)))
        warn(
          `expected "=" after ${JSON.stringify(name.trim().slice(0, 30))}; skipped to the next field`,
          where(nameAt),
        );
      const comma = body.indexOf(",", i);
      i = Math.max(i + 1, comma < 0 ? body.length : comma + 1);
      continue;
    }
    const value = readValue(inside, i, macros, entry.broken);
    if (value.fault !== undefined)
      warn(`${value.fault.replace("…", JSON.stringify(name.trim()))}`, where(nameAt));
    i = value.end;
    const folded = name
      .replace(/\s*:\s*$/, "")
      .trim()
      .toLowerCase()
      .replace(/\s+/g, "-");
    if (folded !== "" && !fields.has(folded)) fields.set(folded, value.text);
  }
  return { key, fields };
}

const LONGEST_MACROS = 1_000_000;

interface Value {
  readonly text: string;
  readonly end: number;
  /** What is wrong with it; "…" stands for the field's name. */
  readonly fault?: string;
}

const UNQUOTED = "found no brace or quote before the words of …, expected one; read up to the comma";
const unclosed = (what: string) => `the ${what} of … is not closed; ended before the next field`;

/** A value: braced, quoted, bare or a macro, joined by "#". */
function readValue(
  inside: EntryBody,
  from: number,
  macros: ReadonlyMap<string, string>,
  broken: boolean,
): Value {
  const { text: body, nextField } = inside;
  const parts: string[] = [];
  let length = 0;
  let i = from;
  for (;;) {
    while (i < body.length && isBlank(body.charCodeAt(i))) i++;
    const c = body[i];
    if (c === "{" || c === '"') {
      const end = inside.closing(c, i + 1);
      const limit = end < 0 || (broken && c === "{") || c === '"' ? nextField(i + 1) : -1;
      // A quoted value that reaches over the beginning of a field has lost its quote.
      if (
        end < 0 ||
        (limit >= 0 && limit < end && (c === '"' ? !fieldsAfter(body, end) : !balanced(body, end)))
      ) {
        const stop = limit < 0 ? body.length : limit;
        parts.push(
          body
            .slice(i + 1, stop)
            .trimEnd()
            .replace(/[}"]?,?$/, ""),
        );
        return { text: parts.join(""), end: stop, fault: unclosed(c === "{" ? "brace" : "quote") };
      }
      parts.push(body.slice(i + 1, end));
      i = end + 1;
    } else if (/[“”„‟″]/.test(c)) {
      const end = inside.closing(c, i + 1);
      const stop = end < 0 ? (nextField(i + 1) + 1 || body.length + 1) - 1 : end;
      parts.push(
        end < 0
          ? body
              .slice(i + 1, stop)
              .trimEnd()
              .replace(/,$/, "")
          : body.slice(i + 1, stop).trimEnd(),
      );
      i = stop + 1;
      if (end < 0) return { text: parts.join(""), end: stop, fault: unclosed("quote") };
    } else {
      const word = taken(BARE, body, i);
      if (word === "") break;
      const words = parts.length === 0 ? taken(UNDELIMITED, body, i) : "";
      if (words !== "")
        return { text: words.replace(/^'(.*)'$/, "$1"), end: i + words.length, fault: UNQUOTED };
      const meant = macros.get(word.toLowerCase()) ?? MONTHS.get(word.toLowerCase()) ?? word;
      // Macros made of macros grow tenfold a line: a value that long is no value.
      length += meant.length;
      if (length <= LONGEST_MACROS) parts.push(meant);
      i += word.length;
    }
    while (i < body.length && isBlank(body.charCodeAt(i))) i++;
    if (body[i] !== "#") break;
    i++;
  }
  return { text: parts.join(""), end: i };
}

const MONTHS = new Map(
  "jan feb mar apr may jun jul aug sep oct nov dec".split(" ").map((month, i) => [month, String(i + 1)]),
);

/** White space as `\s` has it. */
function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || (c > 127 && /\s/.test(String.fromCharCode(c)));
}

/** Where the next field begins: behind white space, commas and stray braces. */
function nextName(body: string, from: number): number {
  let i = from;
  for (; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c !== 44 && c !== 125 && !isBlank(c)) break;
  }
  return i;
}

/** What a sticky pattern matches at a position; "" where it does not. */
function taken(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Whether what follows a closing delimiter is the end, a comma, "#" or a line end, as it should be. */
function fieldsAfter(body: string, end: number): boolean {
  return /^\s*(?:$|[,#}]|\n)/.test(body.slice(end + 1, end + 200));
}

function balanced(body: string, end: number): boolean {
  return fieldsAfter(body, end) && !/^\s*$/.test(body.slice(end + 1));
}
