import { delimiterOf } from "./csv/header.ts";
import { FORMATS } from "./detect.ts";
import { csv } from "./formats/csv.ts";
import { json } from "./formats/json.ts";
import { jsonl } from "./formats/jsonl.ts";
import { LONGEST_RECORD } from "./limits.ts";
import type { Format, Parser, Warn } from "./record.ts";
import { insideWatch, progressWatch } from "./watch.ts";

/** The part of a file that one reader reads. */
export interface Section {
  readonly format: Format;
  readonly parser: Parser;
}

/** Characters that are looked at to know a format, and again where another one begins. */
const HEAD = 65536;
/** What is looked at of a line that may be the first of another format. */
const LONGEST_LINE = 400;
/** A file of more parts than this was not joined, but made to look so. */
const MOST_SECTIONS = 100;

/**
 * Whether a line is surely the first of another format.
 * @param current what it stands in
 * @param tables whether that would take a table's rows for its own text
 * @param delimiter of the table that it stands in
 */
function isFirstLine(
  line: string,
  current: Format | undefined,
  tables: boolean,
  delimiter: string | undefined,
): boolean {
  return FORMATS.some((format) => {
    if (format === csv ? !tables : format === current) return false;
    // JSON has values one after another itself, and a line of JSON looks like its beginning.
    if (format === jsonl && current === json) return false;
    if (format === json && current === jsonl && !line.startsWith("[")) return false;
    if (format.begins?.(line) !== true) return false;
    return format !== csv || current !== csv || delimiterOf(line) !== delimiter;
  });
}

/**
 * Hands the text of a file to the reader of its format. Where a line is surely the first of another format, and the
 * reader is not inside of something that only its own end closes, the rest is read as a file of its own.
 * Text in which no record ends for very long is given up: reading goes on where a line is surely the first of a record.
 * @param emitted how many records there have been
 * @param open makes the reader of the text that begins in a line (1-based); undefined where there is none
 */
export function sectionReader(
  warn: Warn,
  emitted: () => number,
  open: (head: string, line: number) => Section | undefined,
): Parser & { isFull(): boolean } {
  let head: string[] = [];
  let headSize = 0;
  let gathering = true;
  let section: Section | undefined;
  let sections = 0;
  let delimiter: string | undefined;
  /** Where the text that comes next stands. */
  let line = 1;
  let lineStart = true;
  /** The beginning of a line that may be a first line. */
  let held = "";

  const progress = progressWatch();
  const isInside = insideWatch(emitted);

  const give = (text: string) => {
    section?.parser.push(text);
    progress.note(text.length, emitted() + (section?.parser.held?.() ?? 0));
  };

  const giveUp = () => {
    if (section !== undefined)
      warn(
        `no record ends in the ${LONGEST_RECORD} characters before this line, expected one; cut off here, and read on where the next begins`,
        { line },
      );
    section?.parser.end();
    section = undefined;
    progress.giveUp();
  };

  /** Ends the gathering of a head; what it holds is still to be read. */
  const start = (): string => {
    const text = head.join("");
    head = [];
    headSize = 0;
    gathering = false;
    sections++;
    section = open(text, line);
    delimiter = section?.format === csv ? delimiterOf(text) : undefined;
    return text;
  };

  /** Reads on, up to where another section begins; gives back what is left. @param own whether its first line begins the section */
  const feed = (text: string, own: boolean, final: boolean): string => {
    const tables = section === undefined || section.format === csv || section.parser.takesAnyLine === true;
    let from = 0;
    let at = lineStart ? 0 : text.indexOf("\n") + 1;
    if (!lineStart && at > 0) line++;
    let isOwn = own;
    while (lineStart || at > 0) {
      if (at >= text.length) break;
      const found = text.indexOf("\n", at);
      const end = found < 0 ? text.length : found;
      if (!isOwn && sections < MOST_SECTIONS) {
        if (found < 0 && !final && end - at < LONGEST_LINE) {
          give(text.slice(from, at));
          held = text.slice(at);
          lineStart = true;
          return "";
        }
        if (
          isFirstLine(text.slice(at, Math.min(end, at + LONGEST_LINE)), section?.format, tables, delimiter)
        ) {
          give(text.slice(from, at));
          from = at;
          if (!isInside(section?.parser)) {
            section?.parser.end();
            section = undefined;
            gathering = lineStart = true;
            return text.slice(at);
          }
        }
      }
      isOwn = false;
      if (found < 0) break;
      at = found + 1;
      line++;
    }
    give(text.slice(from));
    if (text !== "") lineStart = text.endsWith("\n");
    return "";
  };

  const read = (piece: string, final: boolean) => {
    let text = piece;
    for (;;) {
      let own = false;
      if (gathering) {
        head.push(text);
        headSize += text.length;
        if (headSize < HEAD && !final) return;
        text = start();
        own = true;
      } else {
        text = held + text;
        held = "";
      }
      text = feed(text, own, final);
      if (!gathering) {
        if (progress.isOver()) giveUp();
        return;
      }
    }
  };

  return {
    push: (text) => read(text, false),
    isFull: () => progress.isHopeless() || section?.parser.isFull?.() === true,
    end() {
      read("", true);
      section?.parser.end();
    },
  };
}
