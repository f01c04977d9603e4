import { LIST_FIELDS } from "../columns/known.ts";
import { BOOKKEEPING, type RawField } from "../record.ts";
import { type Element, textOf } from "../xml-tree.ts";

/** What becomes of the elements of a record; of others the text is a field by its name. */
export interface Leaves {
  /** Paths of elements that the record is made of, with all in them. */
  readonly used: ReadonlySet<string>;
  /** Paths whose texts have a name that is known. */
  readonly known: ReadonlyMap<string, string>;
  /** Elements that only hold others: their names are left out of the paths. */
  readonly holders?: ReadonlySet<string>;
  readonly bookkeeping?: RegExp;
}

const DEEPEST = 4;

/**
 * The elements of a record that its reader does not use, as fields: texts of elements without others in them, by the
 * path to them ("dates.pub-dates.date"); one that is repeated is a list.
 */
export function leafFields(record: Element, leaves: Leaves): RawField[] {
  const found = new Map<string, string[]>();
  collect(record, "", 1, leaves, found);
  return [...found].map(([path, texts]): RawField => {
    const name = leaves.known.get(path) ?? path;
    const value = texts.length === 1 && !LIST_FIELDS.has(name) ? texts[0] : texts;
    return [name, value, leaves.bookkeeping?.test(path) ? BOOKKEEPING : undefined];
  });
}

function collect(
  parent: Element,
  before: string,
  depth: number,
  leaves: Leaves,
  found: Map<string, string[]>,
): void {
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    const isHolder = leaves.holders?.has(child.name) ?? false;
    const path = isHolder ? before : before === "" ? child.name : `${before}.${child.name}`;
    if (leaves.used.has(path)) continue;
    const inner = child.children.some((one) => typeof one !== "string" && !MARKUP.has(one.name));
    if (inner && depth < DEEPEST) collect(child, path, depth + 1, leaves, found);
    else {
      const text = textOf(child).replace(/\s+/g, " ").trim();
      const texts = found.get(path);
      if (text === "" || path === "") continue;
      if (texts === undefined) found.set(path, [text]);
      else texts.push(text);
    }
  }
}

/** Elements that stand within texts. */
const MARKUP: ReadonlySet<string> = new Set(["style", "i", "b", "u", "sup", "sub", "em", "strong"]);
