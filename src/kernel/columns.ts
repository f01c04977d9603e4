/** Turns counts into starts, in place: where row i has counts[i + 1] entries, they become [start[i], start[i + 1]). */
export function prefixSum(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i];
    counts[i] = sum;
  }
  return counts;
}

/** Items of each group: group g holds item[start[g] … start[g + 1]). */
export interface Groups {
  readonly start: Uint32Array;
  readonly item: Uint32Array;
}

/** Indices by the group that each is in, 0 … count − 1, ascending within a group; a negative group is none. A counting sort, O(n + count). */
export function groupBy(group: ArrayLike<number>, count: number): Groups {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < group.length; i++) if (group[i] >= 0) start[group[i] + 1]++;
  prefixSum(start);
  const next = start.slice();
  const item = new Uint32Array(start[count]);
  for (let i = 0; i < group.length; i++) if (group[i] >= 0) item[next[group[i]]++] = i;
  return { start, item };
}

/**
 * How many items that count are in each group, 0 … count − 1; those of group −1 are in none. Without a branch, which a
 * processor would guess wrong at every other item.
 * @param isOne one byte an item: 1 counts it, 0 does not
 */
export function countOnes(group: Int32Array | Int16Array, isOne: Uint8Array, count: number): Uint32Array {
  // By group + 1.
  const counts = new Uint32Array(count + 1);
  for (let i = 0; i < group.length; i++) counts[group[i] + 1] += isOne[i];
  return counts.subarray(1);
}

/** Indices of each group, 0 … count − 1, when each may be in one group of every column; a negative group is none. */
export function membersOf(columns: readonly ArrayLike<number>[], count: number): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (const group of columns)
    for (let i = 0; i < group.length; i++) if (group[i] >= 0) members[group[i]].push(i);
  return members;
}

/** The same column with room for at least `length` numbers, twice as many as before where that is not said. */
export function grown<T extends Uint16Array | Uint32Array | Int32Array | Float32Array>(
  column: T,
  length = 2 * column.length,
): T {
  const Column = column.constructor as new (length: number) => T;
  const larger = new Column(Math.max(length, 2 * column.length));
  larger.set(column);
  return larger;
}

/** The middle value, of an even number the mean of the middle two; 0 of none. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Smallest and largest of a column; [0, 0] of none. */
export function extent(column: ArrayLike<number>): readonly [number, number] {
  if (column.length === 0) return [0, 0];
  let [low, high] = [column[0], column[0]];
  for (let i = 1; i < column.length; i++) {
    const v = column[i];
    if (v < low) low = v;
    else if (v > high) high = v;
  }
  return [low, high];
}
