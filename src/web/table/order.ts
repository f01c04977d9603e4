import type { Column } from "./columns.ts";

/** By what the rows are sorted. */
export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/**
 * All papers by the values of a column; papers without a value are last either way, equal ones as they come.
 * @param count papers of the map
 */
export function orderBy({ value, isNumber }: Column, count: number, isDescending: boolean): Uint32Array {
  const values = Array.from({ length: count }, (_, i) => value(i));
  // Texts are compared once a distinct one, not once a pair of papers.
  const rank = isNumber ? undefined : ranks(values);
  const key = Float64Array.from(values, (one) => {
    if (one === undefined) return Number.POSITIVE_INFINITY;
    const number = typeof one === "number" ? one : (rank?.get(one) ?? 0);
    return isDescending ? -number : number;
  });
  return Uint32Array.from(key.keys()).sort((a, b) => (key[a] === key[b] ? a - b : key[a] < key[b] ? -1 : 1));
}

function ranks(values: readonly (string | number | undefined)[]): Map<string, number> {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const texts = [...new Set(values)].filter((one) => typeof one === "string");
  return new Map(texts.sort(compare).map((text, k) => [text, k]));
}

/** What a click on a header sorts by: its first direction, the other one, then as the list is. */
export function nextSort({ id, isNumber }: Column, now: Sort | undefined): Sort | undefined {
  if (now?.column !== id) return { column: id, isDescending: isNumber };
  return now.isDescending === isNumber ? { column: id, isDescending: !isNumber } : undefined;
}

/** Those of the listed papers, in the order of all. O(papers). */
export function inOrder(order: Uint32Array, listed: readonly number[]): number[] {
  const isListed = new Uint8Array(order.length);
  for (const i of listed) isListed[i] = 1;
  const rows: number[] = [];
  for (const i of order) if (isListed[i] === 1) rows.push(i);
  return rows;
}
