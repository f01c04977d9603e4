/**
 * The suffixes of a text of symbols 0 … upper in their order, as their starts: induced sorting, O(n)
 * (Nong, Zhang & Chan: Two Efficient Algorithms for Linear Time Suffix Array Construction, 2011).
 */
export function sortedSuffixes(text: ArrayLike<number>, upper: number): Int32Array {
  const n = text.length;
  if (n === 0) return new Int32Array(0);
  if (n === 1) return new Int32Array(1);
  // A suffix is of type S where it comes before the one that starts a place later.
  const isS = new Uint8Array(n);
  for (let i = n - 2; i >= 0; i--)
    isS[i] = text[i] === text[i + 1] ? isS[i + 1] : text[i] < text[i + 1] ? 1 : 0;
  const { startL, startS } = buckets(text, isS, upper);
  const leftmost = new Int32Array(n + 1).fill(-1);
  const starts: number[] | Int32Array = [];
  for (let i = 1; i < n; i++) if (!isS[i - 1] && isS[i]) starts.push(i);
  const m = starts.length;
  for (let k = 0; k < m; k++) leftmost[starts[k]] = k;
  const found = new Int32Array(n);
  induce(found, text, isS, startL, startS, Int32Array.from(starts));
  if (m === 0) return found;
  // The parts between leftmost S places, in order, get names; the text of names is sorted in the same way.
  const sorted = new Int32Array(m);
  let at = 0;
  for (const v of found) if (leftmost[v] !== -1) sorted[at++] = v;
  const names = new Int32Array(m);
  let name = 0;
  for (let k = 1; k < m; k++) {
    if (!samePart(text, starts, leftmost, sorted[k - 1], sorted[k])) name++;
    names[leftmost[sorted[k]]] = name;
  }
  const inner = sortedSuffixes(names, name);
  for (let k = 0; k < m; k++) sorted[k] = starts[inner[k]];
  induce(found, text, isS, startL, startS, sorted);
  return found;
}

/** Where the suffixes of each first symbol begin: first those of type L, then those of type S. */
function buckets(text: ArrayLike<number>, isS: Uint8Array, upper: number) {
  const startL = new Int32Array(upper + 2);
  const startS = new Int32Array(upper + 2);
  for (let i = 0; i < text.length; i++)
    if (isS[i]) startL[text[i] + 1]++;
    else startS[text[i]]++;
  for (let c = 0; c <= upper; c++) {
    startS[c] += startL[c];
    startL[c + 1] += startS[c];
  }
  return { startL, startS };
}

/** Sorts all suffixes from the order of the leftmost ones of type S. */
function induce(
  out: Int32Array,
  text: ArrayLike<number>,
  isS: Uint8Array,
  startL: Int32Array,
  startS: Int32Array,
  order: Int32Array,
): void {
  const n = text.length;
  out.fill(-1);
  const next = startS.slice();
  for (const d of order) if (d !== n) out[next[text[d]]++] = d;
  next.set(startL);
  out[next[text[n - 1]]++] = n - 1;
  for (let k = 0; k < n; k++) {
    const v = out[k];
    if (v >= 1 && !isS[v - 1]) out[next[text[v - 1]]++] = v - 1;
  }
  next.set(startL);
  for (let k = n - 1; k >= 0; k--) {
    const v = out[k];
    if (v >= 1 && isS[v - 1]) out[--next[text[v - 1] + 1]] = v - 1;
  }
}

function samePart(
  text: ArrayLike<number>,
  starts: ArrayLike<number>,
  leftmost: Int32Array,
  a: number,
  b: number,
): boolean {
  const n = text.length;
  const endOf = (start: number) => (leftmost[start] + 1 < starts.length ? starts[leftmost[start] + 1] : n);
  const [endA, endB] = [endOf(a), endOf(b)];
  if (endA - a !== endB - b) return false;
  let [i, j] = [a, b];
  while (i < endA && text[i] === text[j]) {
    i++;
    j++;
  }
  return i !== n && j !== n && (i === endA ? text[i] === text[j] : false);
}
