import { TopographError } from "./errors.ts";

/** One member of the top-level object, or one element of an array among its members. */
export interface Piece {
  readonly key: string;
  /** Position in the array; absent where the member is not cut into elements. */
  readonly index?: number;
  /** The JSON text of the value. */
  readonly text: string;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const COMMA = 44;
const COLON = 58;
/** Deeper brackets are no map, and what reads or writes them by recursion would run out of stack. */
const DEEPEST = 100;
const isSpace = (c: number) => c === 32 || c === 10 || c === 13 || c === 9;

/**
 * Cuts a JSON object into its members, and the arrays among them that are named into their elements, while it
 * arrives: a document may exceed what one string can hold (536 million characters), its elements may not. Strings
 * and brackets are followed, no more: each piece is left to `JSON.parse`. Takes linear time and keeps one piece.
 */
export function createSplitter(arrays: ReadonlySet<string>, emit: (piece: Piece) => void) {
  let buffer = "";
  let at = 0;
  /** Where the piece that is being read begins, or −1. */
  let begin = -1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let key = "";
  /** Position in the array that is being cut, or −1. */
  let index = -1;
  let state: "before" | "key" | "colon" | "value" | "after" = "before";

  const fail = (what: string): never => {
    throw new TopographError("input", `not a saved map: ${what}`);
  };

  /** Ends the piece before position `end`. */
  const finish = (end: number) => {
    const text = begin < 0 ? "" : buffer.slice(begin, end).trim();
    begin = -1;
    if (text === "") return;
    if (state === "key") {
      key = parsePiece({ key: "a name", text }) as string;
      state = "colon";
    } else emit(index >= 0 ? { key, index: index++, text } : { key, text });
  };

  /** A character outside strings. Depth 1 is the object, 2 the inside of an array that is cut. */
  const step = (c: number) => {
    const floor = index >= 0 ? 2 : 1;
    if (state === "before") {
      if (c !== OPEN_BRACE) fail("expected a JSON object");
      depth = 1;
      state = "key";
    } else if (state === "after") fail("there is text after its end");
    else if (state === "colon") {
      if (c !== COLON) fail(`expected ":" after ${JSON.stringify(key)}`);
      state = "value";
    } else if (depth === floor && (c === COMMA || c === CLOSE_BRACE || c === CLOSE_BRACKET)) {
      finish(at);
      if (c === COMMA) {
        if (floor === 1) state = "key";
      } else if (floor === 2) {
        if (c !== CLOSE_BRACKET) fail(`"}" ends the array ${JSON.stringify(key)}`);
        index = -1;
        depth = 1;
      } else {
        if (c !== CLOSE_BRACE) fail('"]" ends the object');
        state = "after";
      }
    } else if (state === "value" && begin < 0 && index < 0 && c === OPEN_BRACKET && arrays.has(key)) {
      index = 0;
      depth = 2;
    } else {
      if (begin < 0) begin = at;
      if (c === OPEN_BRACE || c === OPEN_BRACKET) {
        if (++depth > DEEPEST) fail(`${JSON.stringify(key)} holds brackets more than ${DEEPEST} deep`);
      } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) depth--;
    }
  };

  return {
    /** @throws TopographError (input) where the text is not a JSON object */
    push(chunk: string): void {
      buffer = begin < 0 ? chunk : buffer.slice(begin) + chunk;
      at = begin < 0 ? 0 : buffer.length - chunk.length;
      if (begin > 0) begin = 0;
      for (; at < buffer.length; at++) {
        const c = buffer.charCodeAt(at);
        if (inString) {
          if (escaped) escaped = false;
          else if (c === BACKSLASH) escaped = true;
          else if (c === QUOTE) {
            inString = false;
            if (state === "key" && depth === 1) finish(at + 1);
          }
        } else if (isSpace(c)) continue;
        else if (c === QUOTE && state !== "before" && state !== "colon" && state !== "after") {
          if (begin < 0) begin = at;
          inString = true;
        } else step(c);
      }
    },
    /** @throws TopographError (input) where the object has not ended */
    end(): void {
      if (state === "before") fail("the file is empty; it was cut off before it began");
      if (state !== "after") fail("the file ends before its JSON does; it was cut off");
    },
  };
}

/** @throws TopographError (input) that names the piece */
export function parsePiece(piece: Piece): unknown {
  try {
    return JSON.parse(piece.text);
  } catch (error) {
    const where = piece.index === undefined ? piece.key : `${piece.key}, element ${piece.index + 1}`;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TopographError("input", `not a saved map: ${where}: ${reason}`);
  }
}
