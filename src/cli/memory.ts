import { totalmem } from "node:os";

/** How large the heap may grow, in MB: three quarters of the machine's memory, at least 1 GB. Node's own limit is 2 to 4 GB, too little for a million papers. */
export function heapLimit(): number {
  return Math.max(1024, Math.floor((0.75 * totalmem()) / 2 ** 20));
}

/**
 * Collects garbage where a stage leaves much of it, in processes that give memory back (`lean.ts`); elsewhere nothing happens. An
 * engine by itself waits for the next allocations, and columns that threads share do not count for it: the index of the
 * search for neighbours would stay with every thread until the build is done.
 */
export function giveBack(): void {
  globalThis.gc?.();
}
