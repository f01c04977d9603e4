/** Papers that hold a patch together: the nearest in the plane. */
const NEAREST = 5;

/** A map as far as patches go. */
interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Of each paper, −1 for none. */
  readonly topic: ArrayLike<number>;
}

/**
 * The share of the papers that stand outside the largest patch of their topic. A patch is what hangs together by papers
 * of one topic of which either is among the 5 nearest papers of the other, whatever their topics. 0 where every topic is
 * whole. Papers without a topic do not count. O(papers²).
 */
export function outsidePatches(map: Places): number {
  const { topic } = map;
  const n = topic.length;
  const root = Int32Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] = root[root[at]];
    return at;
  };
  for (let i = 0; i < n; i++)
    for (const j of nearestOf(map, i)) if (topic[i] === topic[j]) root[find(i)] = find(j);
  const patch = new Uint32Array(n);
  for (let i = 0; i < n; i++) if (topic[i] >= 0) patch[find(i)]++;
  const largest = new Map<number, number>();
  for (let i = 0; i < n; i++)
    if (topic[i] >= 0) largest.set(topic[i], Math.max(largest.get(topic[i]) ?? 0, patch[find(i)]));
  const all = patch.reduce((sum, size) => sum + size, 0);
  const inside = [...largest.values()].reduce((sum, size) => sum + size, 0);
  return all === 0 ? 0 : 1 - inside / all;
}

/** Ties go to the lower paper. */
function nearestOf({ x, y }: Places, i: number): number[] {
  const near: [distance: number, paper: number][] = [];
  for (let j = 0; j < x.length; j++) {
    if (j === i) continue;
    const d = (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2;
    if (near.length === NEAREST && d >= near[NEAREST - 1][0]) continue;
    let at = Math.min(near.length, NEAREST - 1);
    while (at > 0 && near[at - 1][0] > d) at--;
    near.splice(at, 0, [d, j]);
    near.length = Math.min(near.length, NEAREST);
  }
  return near.map(([, j]) => j);
}
