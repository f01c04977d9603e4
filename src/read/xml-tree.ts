/** An element of one record, with everything in it: records are small, so that each may be a tree. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: (Element | string)[];
}

const DEEPEST = 200;

/**
 * Builds a tree of each element that is a record by its name, and hands it over once it is closed.
 * Elements deeper than any record is are left out, their text is kept.
 */
export function recordBuilder(isRecord: (name: string) => boolean, onRecord: (element: Element) => void) {
  const stack: Element[] = [];
  let skipped = 0;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
      if (stack.length === 0 && !isRecord(name)) return;
      if (stack.length >= DEEPEST) {
        skipped++;
        return;
      }
      const element: Element = { name, attributes: { ...attributes }, line, children: [] };
      // A record inside a record is a sign that the outer one was never closed.
      if (isRecord(name) && stack.length > 0 && name === stack[0].name) {
        onRecord(stack[0]);
        stack.length = 0;
      }
      if (stack.length > 0) stack[stack.length - 1].children.push(element);
      stack.push(element);
    },
    text(text: string): void {
      if (stack.length > 0) stack[stack.length - 1].children.push(text);
    },
    close(name: string): void {
      if (skipped > 0) {
        skipped--;
        return;
      }
      if (stack.length === 0 || stack[stack.length - 1].name !== name) return;
      const element = stack.pop();
      if (stack.length === 0 && element !== undefined) onRecord(element);
    },
    /** Hands over the record that is still open. */
    end(): void {
      if (stack.length > 0) onRecord(stack[0]);
      stack.length = 0;
    },
  };
}

/** The text of an element and all in it. Block elements are set off by blanks. */
export function textOf(element: Element | string | undefined): string {
  if (element === undefined) return "";
  if (typeof element === "string") return element;
  return element.children.map(textOf).join("");
}

/** Elements at the end of a path of names, in order. */
export function find(element: Element | undefined, ...path: readonly string[]): Element[] {
  let found = element === undefined ? [] : [element];
  for (const name of path)
    found = found.flatMap((parent) =>
      parent.children.filter((child): child is Element => typeof child !== "string" && child.name === name),
    );
  return found;
}

/** The text of the first element at the end of a path; undefined where there is none or it is blank. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string | undefined {
  const text = textOf(find(element, ...path)[0]);
  return text.trim() === "" ? undefined : text;
}
