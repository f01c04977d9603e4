/** The best few rows seen so far, in order: higher score first, ties to the lower row. Reused between searches. */
export interface TopK {
  readonly row: Uint32Array;
  readonly score: Float32Array;
  size(): number;
  /** The score that a newcomer must reach; −1 while there is room. */
  least(): number;
  add(row: number, score: number): void;
  clear(): void;
}

/** Keeps order by insertion: for the tens of neighbours a paper has, faster than a heap. */
export function createTopK(capacity: number): TopK {
  const row = new Uint32Array(capacity);
  const score = new Float32Array(capacity);
  let size = 0;
  const isBefore = (s: number, r: number, at: number) => s > score[at] || (s === score[at] && r < row[at]);
  return {
    row,
    score,
    size: () => size,
    least: () => (size < capacity ? -1 : score[capacity - 1]),
    add(r, exact) {
      const s = Math.fround(exact); // as it is kept, so that a tie is one
      if (size === capacity && !isBefore(s, r, capacity - 1)) return;
      let at = size < capacity ? size++ : capacity - 1;
      while (at > 0 && isBefore(s, r, at - 1)) {
        row[at] = row[at - 1];
        score[at] = score[at - 1];
        at--;
      }
      row[at] = r;
      score[at] = s;
    },
    clear() {
      size = 0;
    },
  };
}
