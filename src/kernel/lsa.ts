import type { Csr } from "./csr.ts";
import { type Random, seededRandom } from "./random.ts";

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
 * so that no singular vectors are computed. O(entries · dims).
 */
export function latentRows(rows: Csr): Embedding {
  const n = rows.start.length - 1;
  const dims = Math.min(DIMS, Math.floor(n / ROWS_A_DIMENSION), rows.width);
  if (dims < 1) return { dims: 0, value: new Float32Array(0) };
  const fitted = everyNth(n, MOST_FITTED);
  const random = seededRandom(SEED, 0);
  let basis = product(rows, fitted, undefined, dims, random);
  orthonormalise(basis, dims);
  for (let round = 1; round < ROUNDS; round++) {
    basis = product(rows, fitted, basis, dims, random);
    orthonormalise(basis, dims);
  }
  return { dims, value: projected(rows, basis, dims) };
}

/** Cosine of two rows of an embedding, −1 to 1; 0 for an empty row. */
export function latentCosine({ dims, value }: Embedding, i: number, j: number): number {
  let sum = 0;
  for (let a = i * dims, b = j * dims, end = a + dims; a < end; a++, b++) sum += value[a] * value[b];
  return sum;
}

function everyNth(n: number, most: number): Uint32Array {
  const count = Math.min(n, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * n) / count));
}

/** Aᵀ(A·basis) over some rows; without a basis Aᵀ·Ω with random signs-like numbers Ω. width × dims, by rows. */
function product(
  rows: Csr,
  some: Uint32Array,
  basis: Float64Array | undefined,
  dims: number,
  random: Random,
): Float64Array {
  const result = new Float64Array(rows.width * dims);
  const row = new Float64Array(dims);
  for (const i of some) {
    if (basis) project(rows, i, basis, row);
    else for (let t = 0; t < dims; t++) row[t] = random() - 0.5;
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
      const v = rows.value[e];
      for (let t = 0, at = rows.column[e] * dims; t < dims; t++, at++) result[at] += v * row[t];
    }
  }
  return result;
}

/** Row i times the basis. */
function project(rows: Csr, i: number, basis: Float64Array, into: Float64Array): void {
  const dims = into.length;
  into.fill(0);
  for (let e = rows.start[i]; e < rows.start[i + 1]; e++) {
    const v = rows.value[e];
    for (let t = 0, at = rows.column[e] * dims; t < dims; t++, at++) into[t] += v * basis[at];
  }
}

function projected(rows: Csr, basis: Float64Array, dims: number): Float32Array {
  const n = rows.start.length - 1;
  const value = new Float32Array(n * dims);
  const row = new Float64Array(dims);
  for (let i = 0; i < n; i++) {
    project(rows, i, basis, row);
    let squares = 0;
    for (const v of row) squares += v * v;
    if (!(squares > 1e-12)) continue;
    const norm = 1 / Math.sqrt(squares);
    for (let t = 0; t < dims; t++) value[i * dims + t] = row[t] * norm;
  }
  return value;
}

/** Orthonormal columns by Cholesky QR, twice for accuracy; a column that depends on those before becomes 0. In place. */
function orthonormalise(basis: Float64Array, dims: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const lower = cholesky(gram(basis, dims), dims);
    for (let at = 0; at < basis.length; at += dims)
      for (let a = 0; a < dims; a++) {
        let sum = basis[at + a];
        for (let b = 0; b < a; b++) sum -= basis[at + b] * lower[a * dims + b];
        const pivot = lower[a * dims + a];
        basis[at + a] = pivot > 0 ? sum / pivot : 0;
      }
  }
}

/** Lower half of basisᵀ · basis. */
function gram(basis: Float64Array, dims: number): Float64Array {
  const sum = new Float64Array(dims * dims);
  for (let at = 0; at < basis.length; at += dims)
    for (let a = 0; a < dims; a++) {
      const v = basis[at + a];
      if (v === 0) continue;
      for (let b = 0; b <= a; b++) sum[a * dims + b] += v * basis[at + b];
    }
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
