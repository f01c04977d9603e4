/** Which works each paper cites, as the reading of references gives it. */
export interface CitedWorks {
  /** Paper i cites works[start[i] … start[i+1]), ascending; works below the number of papers are papers. */
  readonly start: Uint32Array;
  readonly work: Uint32Array;
  /** How works outside the collection are written, from the first of them on. */
  readonly outside: readonly string[];
}

/** A work that both of two papers cite. */
export interface SharedWork {
  /** Where it is a paper of the collection. */
  readonly paper?: number;
  /** Where it is not: as a reference writes it. */
  readonly reference?: string;
  /** How many papers of the collection cite it: the fewer, the more it says. */
  readonly citers: number;
}

/** The works that papers i and j both cite, those that the fewest others cite first; ties by number. O(references). */
export function sharedWorks({ start, work, outside }: CitedWorks, i: number, j: number): SharedWork[] {
  const papers = start.length - 1;
  const own = new Set(work.subarray(start[i], start[i + 1]));
  const both = new Map<number, number>();
  for (let s = start[j]; s < start[j + 1]; s++) if (own.has(work[s])) both.set(work[s], 0);
  if (both.size === 0) return [];
  for (const w of work) {
    const citers = both.get(w);
    if (citers !== undefined) both.set(w, citers + 1);
  }
  return [...both]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([w, citers]) =>
      w < papers ? { paper: w, citers } : { reference: outside[w - papers] ?? "", citers },
    );
}

/** The papers of the collection that cite both i and j, ascending. O(references). */
export function sharedCiters({ start, work }: CitedWorks, i: number, j: number): number[] {
  const found: number[] = [];
  for (let p = 0; p < start.length - 1; p++) {
    let seen = 0;
    for (let s = start[p]; s < start[p + 1]; s++) if (work[s] === i || work[s] === j) seen++;
    if (seen === 2 && i !== j) found.push(p);
  }
  return found;
}
