import { oncePer } from "../kernel/once.ts";
import { largestFirst } from "../kernel/order.ts";

/** Papers by size, the largest first; ties by index. Made once for a column of sizes. O(n) */
export const bySize: (sizes: Float32Array) => Uint32Array = oncePer(largestFirst);
