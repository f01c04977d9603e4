import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Warn } from "./record.ts";

/** Events of an XML document; names come without prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(text: string): void;
  close(name: string): void;
}

const MOST_ERRORS = 5;
const REFERENCE = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[\p{L}_][\p{L}\p{N}_.-]{0,30});/uy;
const LONGEST_REFERENCE = 40;
/** What may go on in the next piece: a reference, "<", "<![CDATA[" or "]]>". */
const UNFINISHED = /(?:&[^\s;&<]*|<(?:!(?:\[[A-Z]{0,5})?)?|\]{1,2})$/;
const DEEPEST = 1000;

/** Makes no error object, with its stack, for each of perhaps 100,000 faults. */
class TolerantParser extends SaxesParser {
  readonly #onFault: (message: string) => void;
  constructor(onFault: (message: string) => void) {
    super({ xmlns: false, position: true });
    this.#onFault = onFault;
  }
  override fail(message: string): this {
    this.#onFault(message);
    return this;
  }
}

/**
 * Streams XML to a handler. Entities are never expanded beyond the five of XML and character references; a document
 * that declares its own is told of. Errors are told of with their line, and reading goes on.
 */
export function xmlParser(handler: XmlHandler, warn: Warn) {
  let errors = 0;
  let depth = 0;
  let ending = false;
  let last = "";
  const parser = new TolerantParser((said) => {
    // One fault makes the parser say the same several times, and a missing end something for each open element.
    const again = `${parser.line} ${said}`;
    if (ending || last === again || (said.includes("one root") && last.includes("one root"))) return;
    last = again;
    if (errors++ < MOST_ERRORS) warn(`invalid XML: ${explain(said)}; read on`, { line: parser.line });
  });
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      warn("the XML declares entities of its own; they are never expanded, for safety", {
        line: parser.line,
      });
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    depth++;
    handler.open(local(tag.name), tag.attributes, parser.line);
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(local(tag.name));
  });
  let tail = "";
  let inCdata = false;
  /** Escapes each "&" that begins no reference and "<" that begins no tag: the parser would swallow what follows. */
  const write = (text: string) => {
    const nextMark = (at: number) => {
      const found = text.indexOf(inCdata ? "]]>" : "<![CDATA[", at);
      return found < 0 ? text.length : found;
    };
    let mark = nextMark(0);
    const goTo = (at: number) => {
      for (; mark < at; mark = nextMark(mark)) inCdata = !inCdata;
    };
    let pieces: string[] = [];
    let from = 0;
    for (let at = nextSuspect(text, 0); at >= 0; at = nextSuspect(text, at + 1)) {
      goTo(at);
      REFERENCE.lastIndex = at;
      if (inCdata || REFERENCE.test(text)) continue;
      const escaped = text[at] === "&" ? "&amp;" : "&lt;";
      pieces.push(text.slice(from, at), escaped);
      from = at + 1;
      if (errors++ >= MOST_ERRORS) continue;
      parser.write(pieces.join(""));
      pieces = [];
      warn(
        escaped === "&lt;"
          ? 'invalid XML: a bare "<", expected "&lt;"; read as such'
          : 'invalid XML: a bare "&" (ampersand), expected "&amp;"; read as such',
        { line: parser.line },
      );
    }
    goTo(text.length);
    pieces.push(text.slice(from));
    parser.write(pieces.join(""));
  };
  return {
    push(text: string): void {
      const all = tail + text;
      tail = UNFINISHED.exec(all.slice(-LONGEST_REFERENCE))?.[0] ?? "";
      write(all.slice(0, all.length - tail.length));
    },
    inside: () => depth > 0 || inCdata,
    end(): void {
      write(tail);
      const open = depth;
      const { line } = parser;
      ending = open > 0;
      // The parser looks at all open elements for each of them: tens of thousands take seconds.
      if (open < DEEPEST) parser.close();
      if (open > 0)
        warn(
          "invalid XML: unexpected end inside an element that is not closed (truncated?); what came before was read",
          {
            line,
          },
        );
    },
  };
}

/** The next "&", or "<" before what no tag begins with. */
function nextSuspect(text: string, from: number): number {
  SUSPECT.lastIndex = from;
  return SUSPECT.exec(text)?.index ?? -1;
}

const SUSPECT = /&|<(?=[\s\d=.<>(-])/g;

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function explain(message: string): string {
  if (message.includes("must contain a root")) return "no element";
  if (message.includes("one root")) return "several documents in one file";
  if (/entity|ampersand/i.test(message)) return `${message} (a bare "&" must be written "&amp;")`;
  if (/unclosed|end of/i.test(message)) return `${message} (unexpected end, truncated?)`;
  return message;
}
