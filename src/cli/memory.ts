import { totalmem } from "node:os";

/** How large the heap may grow, in MB: three quarters of the machine's memory, at least 1 GB. Node's own limit is 2 to 4 GB, too little for a million papers. */
export function heapLimit(): number {
  return Math.max(1024, Math.floor((0.75 * totalmem()) / 2 ** 20));
}
