/** How well two divisions of the same items agree. Labels may be anything that a Map tells apart. */
interface Table {
  readonly n: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Items in both group i of the first and group j of the second: [i, j, count]. */
  readonly cells: readonly (readonly [number, number, number])[];
}

function table(first: readonly unknown[], second: readonly unknown[]): Table {
  const ids = [new Map<unknown, number>(), new Map<unknown, number>()];
  const sums: number[][] = [[], []];
  const idOf = (side: number, label: unknown) => {
    const id = ids[side].get(label) ?? ids[side].size;
    ids[side].set(label, id);
    sums[side][id] = (sums[side][id] ?? 0) + 1;
    return id;
  };
  const cells = new Map<string, [number, number, number]>();
  for (const [k, label] of first.entries()) {
    const [i, j] = [idOf(0, label), idOf(1, second[k])];
    const cell = cells.get(`${i} ${j}`) ?? [i, j, 0];
    cell[2]++;
    cells.set(`${i} ${j}`, cell);
  }
  return { n: first.length, a: sums[0], b: sums[1], cells: [...cells.values()] };
}

const pairs = (k: number) => (k * (k - 1)) / 2;
const sum = (all: readonly number[]) => all.reduce((x, y) => x + y, 0);

/** Adjusted Rand index (Hubert & Arabie 1985): 1 the same, 0 as chance would have it. */
export function adjustedRand(first: readonly unknown[], second: readonly unknown[]): number {
  const { n, a, b, cells } = table(first, second);
  const together = sum(cells.map(([, , k]) => pairs(k)));
  const [inA, inB] = [sum(a.map(pairs)), sum(b.map(pairs))];
  const expected = pairs(n) > 0 ? (inA * inB) / pairs(n) : 0;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** Mean adjusted Rand index over all pairs of divisions. */
export function meanAgreement(runs: readonly ArrayLike<number>[]): number {
  const each = runs.flatMap((a, i) =>
    runs.slice(i + 1).map((b) => adjustedRand(Array.from(a), Array.from(b))),
  );
  return sum(each) / Math.max(1, each.length);
}

/** Adjusted mutual information (Vinh, Epps & Bailey 2010), arithmetic mean: as scikit-learn's default. */
export function adjustedMutualInformation(first: readonly unknown[], second: readonly unknown[]): number {
  const { n, a, b, cells } = table(first, second);
  if (a.length === b.length && (a.length <= 1 || a.length === n)) return 1;
  const entropy = (sizes: readonly number[]) => -sum(sizes.map((s) => (s / n) * Math.log(s / n)));
  const mutual = sum(cells.map(([i, j, k]) => (k / n) * Math.log((n * k) / (a[i] * b[j]))));
  const expected = expectedInformation(n, a, b);
  const mean = (entropy(a) + entropy(b)) / 2;
  const room = mean - expected;
  return (mutual - expected) / (Math.abs(room) < 1e-15 ? 1e-15 : room);
}

/** Mutual information of two random divisions with these group sizes: the hypergeometric expectation. */
function expectedInformation(n: number, a: readonly number[], b: readonly number[]): number {
  const lnFactorial = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) lnFactorial[k] = lnFactorial[k - 1] + Math.log(k);
  let expected = 0;
  for (const s of a)
    for (const t of b)
      for (let k = Math.max(1, s + t - n); k <= Math.min(s, t); k++) {
        const lnChance =
          lnFactorial[s] +
          lnFactorial[t] +
          lnFactorial[n - s] +
          lnFactorial[n - t] -
          lnFactorial[n] -
          lnFactorial[k] -
          lnFactorial[s - k] -
          lnFactorial[t - k] -
          lnFactorial[n - s - t + k];
        expected += (k / n) * Math.log((n * k) / (s * t)) * Math.exp(lnChance);
      }
  return expected;
}
