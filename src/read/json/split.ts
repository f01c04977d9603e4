import { afterBlanks, isList, JSON_SIGNS, nextInString } from "./signs.ts";

/** What the splitter finds: the items of lists of records, one by one, and the rest of the document. */
export interface SplitHandler {
  /** The text of one item and the line where it begins. */
  onItem(text: string, line: number, path: string): void;
  /** A top-level value that is not a list, with the lists that were handed out as items left empty. */
  onRest(text: string, line: number, items: number): void;
  /** A comma that nothing follows before the list ends, or another comma. */
  onGap(line: number): void;
  /** Text between top-level values, a line or less. */
  onOutside?(text: string, line: number): void;
}

const DEEPEST_LIST = 3;
/** What follows a line end inside a string is waited for, but not for ever. */
const MOST_BLANKS = 1 << 20;

/**
 * Cuts JSON text into records while it arrives: elements of a top-level array, top-level values one after another,
 * and elements of the lists in which services wrap their records. Follows strings and brackets only (no recursion,
 * linear time, one item in memory). A line end inside a string, which JSON forbids, ends the string where the next line
 * begins with JSON's own signs: damage in one item does not reach far.
 */
export function createJsonSplitter(handler: SplitHandler): JsonSplitter {
  return new JsonSplitter(handler);
}

class JsonSplitter {
  private readonly handler: SplitHandler;
  private line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Depth inside the list whose elements are cut out; −1 outside lists. */
  private listDepth = -1;
  private listPath = "";
  private item: string[] = [];
  private inItem = false;
  private itemLine = 1;
  private rest: string[] = [];
  private restLine = 1;
  private itemsInRest = 0;
  private readonly keys: string[] = [];
  private recent: string[] = [];
  private topIsList = false;
  /** Text since the last top-level value. */
  private outside = "";
  private values = 0;
  /** From a line end inside a string on: what follows decides whether it ends the string. */
  private pending = "";
  /** The text in hand, up to `length`; what is gathered next begins at `from`, the open string at `stringStart`. */
  private text = "";
  private length = 0;
  private from = 0;
  private stringStart = -1;

  constructor(handler: SplitHandler) {
    this.handler = handler;
  }

  get unfinished(): { readonly text: string; readonly line: number } | undefined {
    if (this.inItem) return { text: this.item.join(""), line: this.itemLine };
    return this.depth > 0 ? { text: this.document, line: this.restLine } : undefined;
  }

  /** Whether the text so far ends inside of a value. */
  get isOpen(): boolean {
    return this.inItem || this.depth > 0;
  }

  get items(): number {
    return this.itemsInRest;
  }

  /** What is known so far of the open document, without the items of its lists. */
  get document(): string {
    return this.rest.join("");
  }

  push(piece: string): void {
    const text = this.pending + piece;
    this.pending = "";
    this.text = text;
    this.length = text.length;
    this.from = 0;
    this.stringStart = this.inString ? 0 : -1;
    for (let i = 0; i < this.length; i++) {
      if (this.inString && !this.escaped) i = nextInString(text, i, this.length);
      if (i === this.length) break;
      const c = text.charCodeAt(i);
      if (this.inString) this.letter(c, i);
      else this.sign(c, i);
    }
    if (this.inString && this.isShallow())
      this.recent.push(text.slice(Math.max(0, this.stringStart), this.length));
    this.keep(text.slice(this.from, this.length));
  }

  /** A quote, backslash or line end inside a string, or what is escaped. */
  private letter(c: number, i: number): void {
    if (this.escaped) this.escaped = false;
    else if (c === 92) this.escaped = true;
    else if (c === 34 || (c === 10 && this.endsString(i))) {
      this.inString = false;
      if (this.isShallow()) this.recent.push(this.text.slice(this.stringStart, i));
    }
  }

  /** Whether a line end inside a string ends it: a line that goes on with words is part of the string. */
  private endsString(i: number): boolean {
    const { text } = this;
    const next = afterBlanks(text, i + 1);
    if (next === text.length && next - i < MOST_BLANKS) {
      this.pending = text.slice(i);
      this.length = i;
      return false;
    }
    this.line++;
    return next === text.length || JSON_SIGNS.has(text.charCodeAt(next));
  }

  /** A character outside strings. */
  private sign(c: number, i: number): void {
    switch (c) {
      case 10:
        this.endOutside();
        this.line++;
        break;
      case 34:
        this.beginItem(i);
        this.inString = true;
        this.stringStart = i + 1;
        if (this.listDepth < 0) this.recent = [];
        break;
      case 58: // a colon: the string before it was a name
        if (this.isShallow() && this.depth > 0) this.keys[this.depth] = this.recent.join("");
        break;
      case 44: // a comma
        if (this.listDepth >= 0 && this.depth === this.listDepth) {
          this.keep(this.text.slice(this.from, i));
          this.endItem(false);
          this.from = i + 1;
        }
        break;
      case 91: // [
      case 123: // {
        this.opening(c, i);
        break;
      case 93: // ]
      case 125: // }
        this.closing(i);
        break;
      case 32:
      case 13:
      case 9:
        break;
      default:
        if (this.listDepth >= 0) this.beginItem(i);
        else if (this.depth === 0) this.outside += this.text[i];
    }
  }

  private opening(c: number, i: number): void {
    const isOutside = this.listDepth < 0;
    if (this.depth === 0 && isOutside) {
      this.endOutside();
      this.values++;
      this.from = i;
      this.restLine = this.line;
      this.itemsInRest = 0;
    }
    if (c === 91 && isOutside && isList(this.depth, this.keys)) {
      this.depth++;
      this.keep(this.text.slice(this.from, i + 1));
      this.topIsList = this.depth === 1;
      this.listDepth = this.depth;
      this.listPath = this.keys.slice(1, this.depth).join(".");
      if (this.topIsList) this.rest = [];
      this.from = i + 1;
      return;
    }
    this.beginItem(i);
    this.depth++;
  }

  private closing(i: number): void {
    if (this.listDepth >= 0 && this.depth === this.listDepth) {
      this.keep(this.text.slice(this.from, i));
      this.endItem(true);
      this.from = i;
      this.listDepth = -1;
      if (this.topIsList) {
        this.topIsList = false;
        this.depth = 0;
        this.from = i + 1;
        return;
      }
    }
    if (this.depth === 0) return;
    this.depth--;
    if (this.depth === 0 && this.listDepth < 0) {
      this.rest.push(this.text.slice(this.from, i + 1));
      this.endRest();
      this.from = i + 1;
    }
  }

  private isShallow(): boolean {
    return this.listDepth < 0 && this.depth <= DEEPEST_LIST;
  }

  /** Adds text to whatever is being gathered: an item, or the rest. */
  private keep(text: string): void {
    if (this.inItem) this.item.push(text);
    else if (this.listDepth < 0 && this.depth > 0) this.rest.push(text);
  }

  private beginItem(i: number): void {
    if (this.inItem || this.listDepth < 0) return;
    this.from = i;
    this.inItem = true;
    this.itemLine = this.line;
  }

  private endItem(last: boolean): void {
    const whole = this.item.join("");
    if (whole.trim() === "" && (this.itemsInRest > 0 || !last)) this.handler.onGap(this.line);
    this.item = [];
    this.inItem = false;
    if (whole.trim() !== "") {
      this.itemsInRest++;
      this.handler.onItem(whole, this.itemLine, this.listPath);
    }
  }

  private endOutside(): void {
    // Before the first value: an assignment, a call or a remark.
    if (this.values > 0 && this.outside !== "") this.handler.onOutside?.(this.outside, this.line);
    this.outside = "";
  }

  private endRest(): void {
    const whole = this.document;
    this.rest = [];
    this.handler.onRest(whole, this.restLine, this.itemsInRest);
    this.itemsInRest = 0;
  }
}
