import { parentPort, workerData } from "node:worker_threads";
import type { Kernel } from "../kernel/executor.ts";
import type { FrontData } from "./front-messages.ts";
import { giveBack } from "./memory.ts";
import type { PackerData } from "./packer.ts";
import type { FromThread, ToThread } from "./thread-messages.ts";

type AnyKernel = Kernel<never, never, unknown>;

/** Columns of so many bytes are worth the milliseconds that collecting takes. */
const LARGE = 1 << 24;
/** Blocks of a run that are each as much work as others are in all, such as votes on topics. */
const FEW = 64;

/**
 * The one file of all threads. Role "command": a whole command line, off the main thread, which stays free to hear
 * Ctrl-C. Role "kernels": blocks of parallel kernels. Role "front": the front half of reading. Role "pack": row groups
 * of map folders. Each loads only what it runs.
 */
const data = workerData as
  | { readonly role: "command"; readonly words: readonly string[] }
  | { readonly role: "kernels" }
  | FrontData
  | PackerData;

if (data.role === "command") {
  const { runCommand } = await import("./run.ts");
  parentPort?.postMessage(await runCommand(data.words));
} else if (data.role === "pack") {
  const { servePacking } = await import("./packer.ts");
  await servePacking(data);
} else if (data.role === "front") {
  const { serveFront } = await import("./front-thread.ts");
  if (parentPort) serveFront(parentPort, data);
} else {
  const { KERNELS } = await import("../worker/kernels.ts");
  serveKernels(KERNELS);
}

function serveKernels(kernels: ReadonlyMap<string, AnyKernel>): void {
  let kernel = "";
  let input: unknown;
  const answer = (message: FromThread) => parentPort?.postMessage(message);
  /** @returns false where the kernel failed, which ends the run */
  const work = (run: number, block: number, argument: unknown): boolean => {
    try {
      const found = kernels.get(kernel);
      if (!found) throw new Error(`there is no kernel ${kernel}`);
      answer({ run, block, output: found.run(input as never, argument as never) });
      return true;
    } catch (error) {
      answer({ run, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return false;
    }
  };
  parentPort?.on("message", (message: ToThread) => {
    if ("block" in message) {
      work(message.run, message.block, message.argument);
      return;
    }
    ({ kernel, input } = message);
    const { run, queue } = message;
    if (queue === undefined) return;
    const isLarge = bytesOf(input) >= LARGE;
    for (;;) {
      const block = Atomics.add(queue.next, 0, 1);
      if (block >= queue.blocks.length) break;
      if (!work(run, block, queue.blocks[block])) Atomics.store(queue.next, 0, queue.blocks.length);
      // Each of a few is over the whole of the input, and leaves columns as large.
      if (isLarge && queue.blocks.length <= FEW) giveBack();
    }
    input = undefined;
    if (isLarge) giveBack();
  });
}

/** Bytes of the columns of an input. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce((sum, part) => sum + bytesOf(part), 0);
}
