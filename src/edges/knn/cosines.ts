import { type Embedding, latentCosine } from "../../kernel/lsa.ts";
import type { TopK } from "../../kernel/topk.ts";

/**
 * Cosines of dense row i with some others, four at a time: rows lie anywhere in memory, and four are waited for as long
 * as one. Each sum runs over the columns in order.
 */
export function addCosines(rows: Embedding, i: number, others: Uint32Array, best: TopK): void {
  const { dims, value } = rows;
  const own = i * dims;
  const whole = others.length - (others.length % 4);
  for (let x = 0; x < whole; x += 4) {
    const a = others[x] * dims;
    const b = others[x + 1] * dims;
    const c = others[x + 2] * dims;
    const d = others[x + 3] * dims;
    let [sa, sb, sc, sd] = [0, 0, 0, 0];
    for (let t = 0; t < dims; t++) {
      const v = value[own + t];
      sa += v * value[a + t];
      sb += v * value[b + t];
      sc += v * value[c + t];
      sd += v * value[d + t];
    }
    best.add(others[x], sa);
    best.add(others[x + 1], sb);
    best.add(others[x + 2], sc);
    best.add(others[x + 3], sd);
  }
  for (let x = whole; x < others.length; x++) best.add(others[x], latentCosine(rows, i, others[x]));
}
