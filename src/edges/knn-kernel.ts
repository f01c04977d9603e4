import type { Kernel } from "../kernel/executor.ts";

/** Rows, their inverted index, and how to search; everything a block reads. */
export interface KnnInput {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  /** The inverted index: papers that hold each column. */
  readonly listStart: Uint32Array;
  readonly listRow: Uint32Array;
  readonly listValue: Float32Array;
  /** Columns below this number are left out when candidates are sought, and added when they are scored. */
  readonly frequent: number;
  readonly k: number;
  /** Candidates per paper that are scored exactly; at least k. */
  readonly candidates: number;
}

export interface KnnBlock {
  readonly from: number;
  readonly to: number;
}

/** The neighbours of rows from … to−1, k slots each, best first; NO_NEIGHBOUR fills the rest. */
export interface KnnOutput {
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
}

export const NO_NEIGHBOUR = 0xffffffff;

/** The k rows of highest cosine for each row of a block; ties go to the lower row. */
export const knnKernel: Kernel<KnnInput, KnnBlock, KnnOutput> = {
  name: "knn",
  run(input, { from, to }) {
    const { start, column, value, listStart, listRow, listValue, frequent, k, candidates } = input;
    const n = start.length - 1;
    const score = new Float64Array(n);
    const touched = new Uint32Array(n);
    const best = createBest(candidates);
    const query = new Float64Array(frequent);
    const output = {
      neighbour: new Uint32Array((to - from) * k).fill(NO_NEIGHBOUR),
      weight: new Float32Array((to - from) * k),
    };
    for (let i = from; i < to; i++) {
      let count = 0;
      for (let at = start[i]; at < start[i + 1]; at++) {
        const c = column[at];
        const v = value[at];
        if (c < frequent) {
          query[c] = v;
          continue;
        }
        const end = listStart[c + 1];
        for (let p = listStart[c]; p < end; p++) {
          const j = listRow[p];
          if (score[j] === 0) touched[count++] = j;
          score[j] += v * listValue[p];
        }
      }
      score[i] = 0;
      best.clear();
      for (let t = 0; t < count; t++) {
        const j = touched[t];
        if (score[j] > best.least() || (score[j] === best.least() && score[j] > 0)) best.add(j, score[j]);
        score[j] = 0;
      }
      if (frequent > 0) complete(input, best, query, i);
      for (let s = 0; s < Math.min(k, best.size()); s++) {
        output.neighbour[(i - from) * k + s] = best.row[s];
        output.weight[(i - from) * k + s] = best.score[s];
      }
    }
    return output;
  },
};

/** Adds the frequent columns to the candidates' scores (they are a prefix of each row) and sorts them anew. */
function complete(
  { start, column, value, frequent }: KnnInput,
  best: Best,
  query: Float64Array,
  i: number,
): void {
  const size = best.size();
  for (let s = 0; s < size; s++) {
    const j = best.row[s];
    let sum = 0;
    for (let at = start[j]; at < start[j + 1] && column[at] < frequent; at++)
      sum += query[column[at]] * value[at];
    best.score[s] += sum;
  }
  for (let at = start[i]; at < start[i + 1] && column[at] < frequent; at++) query[column[at]] = 0;
  best.sort();
}

interface Best {
  readonly row: Uint32Array;
  readonly score: Float64Array;
  size(): number;
  /** The score that a newcomer must reach; 0 while there is room. */
  least(): number;
  add(row: number, score: number): void;
  clear(): void;
  sort(): void;
}

/** The best few rows seen so far, by insertion: higher score first, then lower row. */
function createBest(capacity: number): Best {
  const row = new Uint32Array(capacity);
  const score = new Float64Array(capacity);
  let size = 0;
  const before = (s: number, r: number, at: number) => s > score[at] || (s === score[at] && r < row[at]);
  const insert = (r: number, s: number, end: number) => {
    let at = end;
    while (at > 0 && before(s, r, at - 1)) {
      row[at] = row[at - 1];
      score[at] = score[at - 1];
      at--;
    }
    row[at] = r;
    score[at] = s;
  };
  return {
    row,
    score,
    size: () => size,
    least: () => (size < capacity ? 0 : score[capacity - 1]),
    add(r, s) {
      if (size < capacity) insert(r, s, size++);
      else if (before(s, r, capacity - 1)) insert(r, s, capacity - 1);
    },
    clear() {
      size = 0;
    },
    sort() {
      for (let end = 1; end < size; end++) insert(row[end], score[end], end);
    },
  };
}
