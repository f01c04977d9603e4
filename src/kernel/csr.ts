/** Sparse rows as the kernels see them (the shape of model/rows.ts, which lies above this folder). */
export interface Csr {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
  readonly width: number;
}

/** Columns become rows: row c lists the rows that hold column c, ascending. */
export function transpose(rows: Csr): Csr {
  const n = rows.start.length - 1;
  const start = new Uint32Array(rows.width + 1);
  for (const c of rows.column) start[c + 1]++;
  for (let c = 0; c < rows.width; c++) start[c + 1] += start[c];
  const next = start.slice();
  const column = new Uint32Array(rows.column.length);
  const value = new Float32Array(rows.column.length);
  for (let i = 0; i < n; i++)
    for (let at = rows.start[i]; at < rows.start[i + 1]; at++) {
      const to = next[rows.column[at]]++;
      column[to] = i;
      value[to] = rows.value[at];
    }
  return { start, column, value, width: n };
}

/** The same rows with columns renumbered by descending frequency (ties: as before), so that frequent columns are a prefix. */
export function byFrequency(rows: Csr): Csr {
  const frequency = new Uint32Array(rows.width);
  for (const c of rows.column) frequency[c]++;
  let sorted = true;
  for (let c = 1; c < rows.width && sorted; c++) sorted = frequency[c] <= frequency[c - 1];
  if (sorted) return rows;
  const order = Uint32Array.from({ length: rows.width }, (_, c) => c).sort(
    (a, b) => frequency[b] - frequency[a] || a - b,
  );
  const rank = new Uint32Array(rows.width);
  for (const [r, c] of order.entries()) rank[c] = r;
  const renamed = { ...rows, column: rows.column.map((c) => rank[c]) };
  // Two transpositions sort the columns within each row.
  return transpose(transpose(renamed));
}
