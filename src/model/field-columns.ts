import type { Field, LabelField } from "./field.ts";

/** Names a column, with where it goes back to. */
export type FieldHead = Pick<Field, "name" | "from">;

/** Values of some papers, in any order; what is not named is missing. */
export interface Cells<T> {
  readonly papers: readonly number[];
  readonly values: readonly T[];
}

/** A column of numbers. @param count papers of the collection */
export function numberField(
  head: FieldHead,
  count: number,
  { papers, values }: Cells<number>,
  unit = "",
): Field {
  const column = new Float64Array(count).fill(Number.NaN);
  for (const [k, paper] of papers.entries()) column[paper] = values[k];
  return { ...head, type: "number", values: column, ...(unit === "" ? {} : { unit }) };
}

/** A column of yes and no. */
export function booleanField(head: FieldHead, count: number, { papers, values }: Cells<boolean>): Field {
  const column = new Int8Array(count).fill(-1);
  for (const [k, paper] of papers.entries()) column[paper] = values[k] ? 1 : 0;
  return { ...head, type: "boolean", values: column };
}

/** A column of one text a paper. */
export function labelField(
  head: FieldHead,
  type: LabelField["type"],
  count: number,
  { papers, values }: Cells<string>,
): Field {
  const { labels, codeOf } = labelCodes();
  const codes = new Int32Array(count).fill(-1);
  for (const [k, paper] of papers.entries()) codes[paper] = codeOf(values[k]);
  return { ...head, type, labels, codes };
}

/** A column of several texts a paper. */
export function listField(
  head: FieldHead,
  count: number,
  { papers, values }: Cells<readonly string[]>,
): Field {
  const { labels, codeOf } = labelCodes();
  const offsets = new Uint32Array(count + 1);
  for (const [k, paper] of papers.entries()) offsets[paper + 1] = values[k].length;
  for (let i = 0; i < count; i++) offsets[i + 1] += offsets[i];
  const codes = new Uint32Array(offsets[count]);
  for (const [k, paper] of papers.entries())
    for (const [at, item] of values[k].entries()) codes[offsets[paper] + at] = codeOf(item);
  return { ...head, type: "list", labels, offsets, codes };
}

/** Numbers texts in the order in which they come. */
function labelCodes() {
  const labels: string[] = [];
  const known = new Map<string, number>();
  const codeOf = (label: string): number => {
    let code = known.get(label);
    if (code === undefined) {
      code = labels.push(label) - 1;
      known.set(label, code);
    }
    return code;
  };
  return { labels, codeOf };
}
