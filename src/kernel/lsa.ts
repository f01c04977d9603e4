import { seededRandom } from "./random.ts";
import type { SparseRows } from "./rows.ts";

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
  const random = seededRandom(SEED, 0);
  const points = Float64Array.from({ length: fitted.length * dims }, () => random() - 0.5);
  const point = (k: number) => points.subarray(k * dims, (k + 1) * dims);
  const basis = new Float64Array(width * dims);
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) {
      for (const [k, i] of fitted.entries()) project(rows, i, place, basis, point(k));
      orthonormalise(points, dims);
    }
    basis.fill(0);
    for (const [k, i] of fitted.entries()) addOuter(rows, i, place, point(k), basis);
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

/** Adds the outer product of sparse row i and a dense one. */
function addOuter(
  rows: SparseRows,
  i: number,
  place: Int32Array,
  dense: Float64Array,
  into: Float64Array,
): void {
  const dims = dense.length;
  for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
    const v = rows.value[e];
    for (let t = 0, at = place[rows.column[e]] * dims; t < dims; t++, at++) into[at] += v * dense[t];
  }
}

/** Row i times the basis. Four entries a turn, added one after the other: the same sums as entry by entry, with a quarter of the stores. */
function project(
  rows: SparseRows,
  i: number,
  place: Int32Array,
  basis: Float64Array,
  into: Float64Array,
): void {
  const dims = into.length;
  const { start, column, value } = rows;
  into.fill(0);
  const at = [0, 0, 0, 0];
  const v = [0, 0, 0, 0];
  let taken = 0;
  for (let e = start[i]; e < start[i + 1]; e++) {
    const c = place[column[e]];
    if (c < 0) continue;
    at[taken] = c * dims;
    v[taken++] = value[e];
    if (taken < 4) continue;
    taken = 0;
    const [a0, a1, a2, a3] = at;
    const [v0, v1, v2, v3] = v;
    for (let t = 0; t < dims; t++)
      into[t] = into[t] + v0 * basis[a0 + t] + v1 * basis[a1 + t] + v2 * basis[a2 + t] + v3 * basis[a3 + t];
  }
  for (let k = 0; k < taken; k++) for (let t = 0; t < dims; t++) into[t] += v[k] * basis[at[k] + t];
}

/** Rows on the orthonormal basis of the subspace, at unit length: with basisᵀ · basis = L · Lᵀ, rows · basis · L⁻ᵀ. */
function projected(rows: SparseRows, place: Int32Array, basis: Float64Array, dims: number): Float32Array {
  const n = rows.start.length - 1;
  const value = new Float32Array(n * dims);
  const row = new Float64Array(dims);
  const lower = cholesky(gram(basis, dims), dims);
  for (let i = 0; i < n; i++) {
    project(rows, i, place, basis, row);
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
