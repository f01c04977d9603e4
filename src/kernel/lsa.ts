import { seededRandom } from "./random.ts";
import { RowBuilder, type SparseRows, transpose } from "./rows.ts";

/** A point per row: row i is value[i · dims … (i + 1) · dims), of unit length (or all zero where the row is empty). */
export interface Embedding {
  readonly dims: number;
  readonly value: Float32Array;
}

/** Dimensions: 30 to 100 score alike; 50 is the cheapest of the good ones. */
const DIMS = 50;
/** Each dimension should rest on several rows. */
const ROWS_A_DIMENSION = 3;
/** Multiplications by AᵀA, after which the subspace is near enough to the dominant one. */
const ROUNDS = 3;
/** The subspace is found on so many rows at most, evenly spaced; the others are projected on it. */
const MOST_FITTED = 6000;
/** A fixed seed: the embedding belongs to the rows, whatever the seed of the map. */
const SEED = 50;

/**
 * Latent semantic analysis (Deerwester et al. 1990): rows projected on the dominant subspace of their term space, found
 * by randomised subspace iteration (Halko, Martinsson & Tropp 2011). Cosines do not depend on the basis of the subspace,
 * so that no singular vectors are computed. Between iterations the projected rows are orthogonalised,
 * not the columns, of which there are far more. O(entries · dims).
 */
export function latentRows(rows: SparseRows): Embedding {
  const n = rows.start.length - 1;
  const dims = Math.min(DIMS, Math.floor(n / ROWS_A_DIMENSION), rows.width);
  if (dims < 1) return { dims: 0, value: new Float32Array(0) };
  const fitted = everyNth(n, MOST_FITTED);
  const { place, width } = columnsOf(rows, fitted);
  const own = someRows(rows, fitted, place, width);
  const turned = transpose(own);
  const random = seededRandom(SEED, 0);
  const points = Float64Array.from({ length: fitted.length * dims }, () => random() - 0.5);
  const basis = new Float64Array(width * dims);
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) {
      multiply(own, basis, dims, points);
      orthonormalise(points, dims);
    }
    multiply(turned, points, dims, basis);
  }
  return { dims, value: projected(rows, place, basis, dims) };
}

/** Cosine of two rows of an embedding, −1 to 1; 0 for an empty row. */
export function latentCosine({ dims, value }: Embedding, i: number, j: number): number {
  let sum = 0;
  for (let a = i * dims, b = j * dims, end = a + dims; a < end; a++, b++) sum += value[a] * value[b];
  return sum;
}

/** The cosine of terms with so much of the cosine in latent space, 0 to 1; what is opposed there is not alike at all. */
export function blendedCosine(terms: number, latent: number, share: number): number {
  return (1 - share) * terms + share * Math.max(0, latent);
}

function everyNth(n: number, most: number): Uint32Array {
  const count = Math.min(n, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * n) / count));
}

/** The columns that some rows hold, numbered as they stand: the subspace is zero in all others. */
function columnsOf(
  rows: SparseRows,
  some: Uint32Array,
): { readonly place: Int32Array; readonly width: number } {
  const place = new Int32Array(rows.width).fill(-1);
  for (const i of some) for (let e = rows.start[i]; e < rows.start[i + 1]; e++) place[rows.column[e]] = 0;
  let width = 0;
  for (let c = 0; c < place.length; c++) if (place[c] === 0) place[c] = width++;
  return { place, width };
}

/** Some rows, with the columns in their places. */
function someRows(rows: SparseRows, some: Uint32Array, place: Int32Array, width: number): SparseRows {
  const entries = some.reduce((sum, i) => sum + rows.start[i + 1] - rows.start[i], 0);
  const builder = new RowBuilder(some.length, entries, width);
  for (const [k, i] of some.entries()) {
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++)
      builder.push(place[rows.column[e]], rows.value[e]);
    builder.endRow(k);
  }
  return builder.rows();
}

/** Each row times a table of `dims` numbers a column, into the place of the row. */
function multiply(rows: SparseRows, table: Float64Array, dims: number, into: Float64Array): void {
  into.fill(0);
  for (let i = 0, at = 0; at < into.length; i++, at += dims)
    addEntries(rows.column, rows.value, rows.start[i], rows.start[i + 1], table, dims, into, at);
}

/**
 * Adds entries [from, to) of a row times a table to into[at … at + dims). Four entries a turn, added one after the other:
 * the same sums as entry by entry, with a quarter of the stores.
 */
function addEntries(
  column: Uint32Array,
  value: Float32Array,
  from: number,
  to: number,
  table: Float64Array,
  dims: number,
  into: Float64Array,
  at: number,
): void {
  const end = at + dims;
  const whole = from + ((to - from) & ~3);
  let e = from;
  for (; e < whole; e += 4) {
    let [a, b, c, d] = [column[e] * dims, column[e + 1] * dims, column[e + 2] * dims, column[e + 3] * dims];
    const [va, vb, vc, vd] = [value[e], value[e + 1], value[e + 2], value[e + 3]];
    for (let t = at; t < end; t++)
      into[t] = into[t] + va * table[a++] + vb * table[b++] + vc * table[c++] + vd * table[d++];
  }
  for (; e < to; e++)
    for (let t = at, a = column[e] * dims; t < end; t++, a++) into[t] += value[e] * table[a];
}

/** Rows on the orthonormal basis of the subspace, at unit length: with basisᵀ · basis = L · Lᵀ, rows · basis · L⁻ᵀ. */
function projected(rows: SparseRows, place: Int32Array, basis: Float64Array, dims: number): Float32Array {
  const n = rows.start.length - 1;
  const value = new Float32Array(n * dims);
  const row = new Float64Array(dims);
  const lower = cholesky(gram(basis, dims), dims);
  const longest = rows.start.reduce((most, end, i) => Math.max(most, i > 0 ? end - rows.start[i - 1] : 0), 0);
  const column = new Uint32Array(longest);
  const own = new Float32Array(longest);
  for (let i = 0; i < n; i++) {
    let length = 0;
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      const c = place[rows.column[e]];
      if (c < 0) continue;
      column[length] = c;
      own[length++] = rows.value[e];
    }
    row.fill(0);
    addEntries(column, own, 0, length, basis, dims, row, 0);
    solve(row, lower, dims);
    let squares = 0;
    for (let t = 0; t < dims; t++) squares += row[t] * row[t];
    if (!(squares > 1e-12)) continue;
    const norm = 1 / Math.sqrt(squares);
    for (let t = 0; t < dims; t++) value[i * dims + t] = row[t] * norm;
  }
  return value;
}

/** Orthonormal columns by Cholesky QR, twice for accuracy; a column that depends on those before becomes 0. In place. */
function orthonormalise(points: Float64Array, dims: number): void {
  for (let pass = 0; pass < 2; pass++) solve(points, cholesky(gram(points, dims), dims), dims);
}

/**
 * Each row of a matrix times L⁻ᵀ, in place. Four rows at a time, which wait for each other's sums in no place: the same
 * figures as one by one.
 */
function solve(matrix: Float64Array, lower: Float64Array, dims: number): void {
  const four = 4 * dims;
  const whole = matrix.length - (matrix.length % four);
  for (let at = 0; at < whole; at += four) {
    const [r0, r1, r2, r3] = [at, at + dims, at + 2 * dims, at + 3 * dims];
    for (let a = 0, l = 0; a < dims; a++, l += dims) {
      let s0 = matrix[r0 + a];
      let s1 = matrix[r1 + a];
      let s2 = matrix[r2 + a];
      let s3 = matrix[r3 + a];
      for (let b = 0; b < a; b++) {
        const w = lower[l + b];
        s0 -= matrix[r0 + b] * w;
        s1 -= matrix[r1 + b] * w;
        s2 -= matrix[r2 + b] * w;
        s3 -= matrix[r3 + b] * w;
      }
      const pivot = lower[l + a];
      matrix[r0 + a] = pivot > 0 ? s0 / pivot : 0;
      matrix[r1 + a] = pivot > 0 ? s1 / pivot : 0;
      matrix[r2 + a] = pivot > 0 ? s2 / pivot : 0;
      matrix[r3 + a] = pivot > 0 ? s3 / pivot : 0;
    }
  }
  for (let at = whole; at < matrix.length; at += dims)
    for (let a = 0; a < dims; a++) {
      let sum = matrix[at + a];
      for (let b = 0; b < a; b++) sum -= matrix[at + b] * lower[a * dims + b];
      const pivot = lower[a * dims + a];
      matrix[at + a] = pivot > 0 ? sum / pivot : 0;
    }
}

/** Lower half of matrixᵀ · matrix, four rows a turn. */
function gram(matrix: Float64Array, dims: number): Float64Array {
  const sum = new Float64Array(dims * dims);
  const four = 4 * dims;
  const whole = matrix.length - (matrix.length % four);
  for (let r0 = 0; r0 < whole; r0 += four) {
    const [r1, r2, r3] = [r0 + dims, r0 + 2 * dims, r0 + 3 * dims];
    for (let a = 0, at = 0; a < dims; a++, at += dims) {
      const v0 = matrix[r0 + a];
      const v1 = matrix[r1 + a];
      const v2 = matrix[r2 + a];
      const v3 = matrix[r3 + a];
      for (let b = 0; b <= a; b++)
        sum[at + b] =
          sum[at + b] + v0 * matrix[r0 + b] + v1 * matrix[r1 + b] + v2 * matrix[r2 + b] + v3 * matrix[r3 + b];
    }
  }
  for (let at = whole; at < matrix.length; at += dims)
    for (let a = 0; a < dims; a++)
      for (let b = 0; b <= a; b++) sum[a * dims + b] += matrix[at + a] * matrix[at + b];
  return sum;
}

/** In place; a pivot that rounding alone could have made is 0, with its column. */
function cholesky(lower: Float64Array, dims: number): Float64Array {
  for (let b = 0; b < dims; b++) {
    const whole = lower[b * dims + b];
    for (let a = b; a < dims; a++) {
      let sum = lower[a * dims + b];
      for (let t = 0; t < b; t++) sum -= lower[a * dims + t] * lower[b * dims + t];
      const pivot = a === b ? (sum > 1e-10 * whole ? Math.sqrt(sum) : 0) : lower[b * dims + b];
      lower[a * dims + b] = a === b ? pivot : pivot > 0 ? sum / pivot : 0;
    }
  }
  return lower;
}
