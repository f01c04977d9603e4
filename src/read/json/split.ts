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

/** Members under which services put their list of records. */
const LISTS = new Set(
  "results data items papers works records entries documents docs hits hits.hits response.docs message.items nodes edges references publications articles result bibliography search_results recommendedPapers".split(
    " ",
  ),
);

const DEEPEST_LIST = 3;
/** What follows a line end inside a string is waited for, but not for ever. */
const MOST_BLANKS = 1 << 20;

/**
 * Cuts JSON text into records while it arrives: elements of a top-level array, top-level values one after another,
 * and elements of the lists in which services wrap their records. Follows strings and brackets only (no recursion,
 * linear time, one item in memory). A line end inside a string, which JSON forbids, ends the string where the next line
 * begins with JSON's own signs: damage in one item does not reach far.
 */
export function createJsonSplitter(handler: SplitHandler) {
  let line = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Depth inside the list whose elements are cut out; −1 outside lists. */
  let listDepth = -1;
  let listPath = "";
  let item: string[] = [];
  let inItem = false;
  let itemLine = 1;
  let rest: string[] = [];
  let restLine = 1;
  let itemsInRest = 0;
  const keys: string[] = [];
  let recent: string[] = [];
  let topIsList = false;
  /** Text since the last top-level value. */
  let outside = "";
  let values = 0;
  /** From a line end inside a string on: what follows decides whether it ends the string. */
  let pending = "";

  /** Adds text to whatever is being gathered: an item, or the rest. */
  const keep = (text: string) => {
    if (inItem) item.push(text);
    else if (listDepth < 0 && depth > 0) rest.push(text);
  };

  const endItem = (last: boolean) => {
    const whole = item.join("");
    if (whole.trim() === "" && (itemsInRest > 0 || !last)) handler.onGap(line);
    item = [];
    inItem = false;
    if (whole.trim() !== "") {
      itemsInRest++;
      handler.onItem(whole, itemLine, listPath);
    }
  };

  const endOutside = () => {
    // Before the first value: an assignment, a call or a remark.
    if (values > 0 && outside !== "") handler.onOutside?.(outside, line);
    outside = "";
  };

  const endRest = () => {
    const whole = rest.join("");
    rest = [];
    handler.onRest(whole, restLine, itemsInRest);
    itemsInRest = 0;
  };

  return {
    get unfinished(): { readonly text: string; readonly line: number } | undefined {
      if (inItem) return { text: item.join(""), line: itemLine };
      return depth > 0 ? { text: rest.join(""), line: restLine } : undefined;
    },
    /** Whether the text so far ends inside of a value. */
    get isOpen(): boolean {
      return inItem || depth > 0;
    },
    get items() {
      return itemsInRest;
    },
    /** What is known so far of the open document, without the items of its lists. */
    get document() {
      return rest.join("");
    },
    push(piece: string): void {
      const text = pending + piece;
      pending = "";
      let length = text.length;
      let from = 0;
      let stringStart = inString ? 0 : -1;
      const shallow = () => listDepth < 0 && depth <= DEEPEST_LIST;
      for (let i = 0; i < length; i++) {
        if (inString && !escaped) i = nextInString(text, i, length);
        if (i === length) break;
        const c = text.charCodeAt(i);
        if (inString) {
          if (escaped) escaped = false;
          else if (c === 92) escaped = true;
          else if (c === 34 || c === 10) {
            if (c === 10) {
              const next = afterBlanks(text, i + 1);
              if (next === text.length && next - i < MOST_BLANKS) {
                pending = text.slice(i);
                length = i;
                break;
              }
              line++;
              // A line that goes on with words is part of the string, one that begins with JSON is not.
              if (next < text.length && !JSON_SIGNS.has(text.charCodeAt(next))) continue;
            }
            inString = false;
            if (shallow()) recent.push(text.slice(stringStart, i));
          }
          continue;
        }
        switch (c) {
          case 10:
            endOutside();
            line++;
            break;
          case 34:
            if (!inItem && listDepth >= 0) {
              from = i;
              inItem = true;
              itemLine = line;
            }
            inString = true;
            stringStart = i + 1;
            if (listDepth < 0) recent = [];
            break;
          case 58: // a colon: the string before it was a name
            if (shallow() && depth > 0) keys[depth] = recent.join("");
            break;
          case 44: // a comma
            if (listDepth >= 0 && depth === listDepth) {
              keep(text.slice(from, i));
              endItem(false);
              from = i + 1;
            }
            break;
          case 91: // [
          case 123: // {
            if (depth === 0 && listDepth < 0) {
              endOutside();
              values++;
              from = i;
              restLine = line;
              itemsInRest = 0;
            }
            if (c === 91 && listDepth < 0 && isList(depth, keys)) {
              depth++;
              keep(text.slice(from, i + 1));
              topIsList = depth === 1;
              listDepth = depth;
              listPath = keys.slice(1, depth).join(".");
              if (topIsList) rest = [];
              from = i + 1;
              break;
            }
            if (listDepth >= 0 && !inItem) {
              from = i;
              inItem = true;
              itemLine = line;
            }
            depth++;
            break;
          case 93: // ]
          case 125: // }
            if (listDepth >= 0 && depth === listDepth) {
              keep(text.slice(from, i));
              endItem(true);
              from = i;
              listDepth = -1;
              if (topIsList) {
                topIsList = false;
                depth = 0;
                from = i + 1;
                break;
              }
            }
            if (depth > 0) {
              depth--;
              if (depth === 0 && listDepth < 0) {
                rest.push(text.slice(from, i + 1));
                endRest();
                from = i + 1;
              }
            }
            break;
          case 32:
          case 13:
          case 9:
            break;
          default:
            if (listDepth >= 0 && !inItem) {
              from = i;
              inItem = true;
              itemLine = line;
            } else if (depth === 0) outside += text[i];
        }
      }
      if (inString && shallow()) recent.push(text.slice(Math.max(0, stringStart), length));
      keep(text.slice(from, length));
    },
  };
}

/** What lines of JSON begin with: { } [ ] " , */
const JSON_SIGNS: ReadonlySet<number> = new Set([123, 125, 91, 93, 34, 44]);

/** The position of the first character that is neither blank nor line end. */
function afterBlanks(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) <= 32) i++;
  return i;
}

/** The position of the next quote, backslash or line end. */
function nextInString(text: string, from: number, end: number): number {
  let i = from;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 34 || c === 92 || c === 10) break;
  }
  return i;
}

function isList(depth: number, keys: readonly string[]): boolean {
  return depth === 0 || LISTS.has(keys.slice(1, depth + 1).join("."));
}
