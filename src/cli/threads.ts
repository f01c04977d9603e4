import { Worker } from "node:worker_threads";
import { type Executor, inProcess, type Kernel } from "../kernel/executor.ts";
import { KERNELS } from "../worker/kernels.ts";
import { threadFile } from "./built.ts";
import { hold, release } from "./hold.ts";
import { giveBack } from "./memory.ts";
import { share } from "./share.ts";
import type { FromThread, Queue, ToThread } from "./thread-messages.ts";

/** Work that is done by then is not worth starting threads for. */
const PATIENCE_MS = 150;

/** Kernels make few objects, and the columns that they answer with do not lie there. Node's own limit is 48. */
const YOUNG_MB = 6;

/** An executor whose threads have to be ended. */
export interface ThreadExecutor extends Executor {
  close(): Promise<void>;
}

/**
 * Runs kernels on this thread and on worker threads, one fewer than there are threads. Each free thread takes the next
 * block: the workers also while the calling thread is busy, that one whenever it waits. Outputs come back in block order,
 * so that the result is the same for any number of threads. The calling thread begins alone and calls for others only
 * when the work takes long: a small map pays nothing. Without the built thread file (in tests of the sources) blocks run
 * on the calling thread.
 * @param threads 1 runs on the calling thread
 * @param patience milliseconds that the calling thread works alone
 */
export async function threadExecutor(threads: number, patience = PATIENCE_MS): Promise<ThreadExecutor> {
  const local = inProcess();
  const file = threadFile();
  const workers: Worker[] = [];
  /** Threads that work by themselves, which no run asks meanwhile. */
  const lent = new Set<Worker>();
  const open = (path: string) => {
    const worker = new Worker(path, {
      workerData: { role: "kernels" },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.setMaxListeners(0);
    worker.unref();
    return worker;
  };
  const start = (count: number) => {
    while (file && workers.length + lent.size < count) workers.push(open(file));
  };
  let runs = 0;
  return {
    threads,
    giveBack,
    async run(kernel, input, blocks, onBlock) {
      if (threads === 1 || blocks.length === 1 || !file || !KERNELS.has(kernel.name))
        return local.run(kernel, input, blocks, onBlock);
      const outputs = workers.length > 0 ? [] : runBriefly(kernel, input, blocks, patience, onBlock);
      const rest = blocks.slice(outputs.length);
      if (rest.length === 0) return outputs;
      start(threads - 1);
      const before = outputs.length / blocks.length;
      const told = onBlock && ((done: number) => onBlock(before + done * (1 - before)));
      const shared = share(input);
      const work = { run: ++runs, kernel: kernel.name, input: shared, blocks: rest };
      const here = (block: (typeof rest)[number]) => kernel.run(shared, block);
      return [...outputs, ...(await runOn(workers, work, here, told))];
    },
    ...(threads > 1 && file
      ? {
          share,
          start: () => start(threads - 1),
          async beside<Input, Block, Output>(
            kernel: Kernel<Input, Block, Output>,
            input: Input,
            block: Block,
          ): Promise<Output> {
            const worker = workers.pop() ?? open(file);
            lent.add(worker);
            const work = { run: ++runs, kernel: kernel.name, input: share(input), blocks: [block] };
            const [output] = await runOn<Block, Output>([worker], work);
            // One that has failed is only ended.
            lent.delete(worker);
            workers.push(worker);
            return output;
          },
        }
      : {}),
    async close() {
      const all = [...workers.splice(0), ...lent];
      lent.clear();
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

/** Runs the first blocks here, until they take too long. */
function runBriefly<Input, Block, Output>(
  kernel: Kernel<Input, Block, Output>,
  input: Input,
  blocks: readonly Block[],
  patience: number,
  onBlock?: (done: number) => void,
): Output[] {
  const begin = performance.now();
  const outputs: Output[] = [];
  for (const block of blocks) {
    if (performance.now() - begin >= patience) break;
    outputs.push(kernel.run(input, block));
    onBlock?.(outputs.length / blocks.length);
  }
  return outputs;
}

/** Blocks that are sent to a thread before it has answered, where they are sent one by one: it works while this one does. */
const AHEAD = 2;

/** A run of a kernel over some blocks. */
interface Work<Block> {
  readonly run: number;
  readonly kernel: string;
  readonly input: unknown;
  readonly blocks: readonly Block[];
}

/**
 * Hands out blocks until all are done. Rejects with the first error; blocks under way then end unheard.
 * @param here does a block on this thread, which is asked to whenever it waits; absent: it only waits
 */
function runOn<Block, Output>(
  workers: readonly Worker[],
  { run, kernel, input, blocks }: Work<Block>,
  here?: (block: Block) => Output,
  onBlock?: (done: number) => void,
): Promise<Output[]> {
  const outputs: Output[] = new Array(blocks.length);
  const queue: Queue | undefined = blocks.every(isSmall)
    ? { blocks, next: new Int32Array(new SharedArrayBuffer(4)) }
    : undefined;
  let sent = 0;
  const take = () => (queue ? Atomics.add(queue.next, 0, 1) : sent++);
  let done = 0;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const stop: (() => void)[] = [];
    const finish = (end: () => void) => {
      isOver = true;
      if (queue) Atomics.store(queue.next, 0, blocks.length);
      for (const off of stop) off();
      end();
    };
    const settle = (block: number, output: Output) => {
      outputs[block] = output;
      done++;
      onBlock?.(done / blocks.length);
      if (done === blocks.length) finish(() => resolve(outputs));
    };
    const send = (worker: Worker, message: ToThread) => worker.postMessage(message);
    const give = (worker: Worker) => {
      if (queue || sent >= blocks.length) return;
      const block = take();
      send(worker, { run, block, argument: blocks[block] });
    };
    for (const worker of workers) {
      const onMessage = (message: FromThread) => {
        if (message.run !== run) return;
        if ("error" in message) return finish(() => reject(new Error(message.error)));
        settle(message.block, message.output as Output);
        give(worker);
      };
      const onError = (error: Error) => finish(() => reject(error));
      worker.on("message", onMessage).on("error", onError);
      hold(worker);
      stop.push(() => {
        worker.off("message", onMessage).off("error", onError);
        release(worker);
      });
      send(worker, { run, kernel, input, ...(queue ? { queue } : {}) });
      for (let ahead = 0; ahead < AHEAD; ahead++) give(worker);
    }
    let next: NodeJS.Immediate | undefined;
    const help = (work: (block: Block) => Output) => {
      const block = isOver ? blocks.length : take();
      if (block >= blocks.length) return;
      try {
        settle(block, work(blocks[block]));
      } catch (error) {
        return finish(() => reject(error));
      }
      // Between two blocks the others are heard, and whoever waits for what is done goes on.
      if (!isOver) next = setImmediate(help, work);
    };
    // What still waits for its turn would hold the input.
    stop.push(() => clearImmediate(next));
    if (blocks.length === 0) finish(() => resolve(outputs));
    else if (here) next = setImmediate(help, here);
  });
}

/** Whether a block is a number or a few of them, which every thread may be told. */
function isSmall(block: unknown): boolean {
  return (
    typeof block === "number" ||
    (typeof block === "object" && block !== null && Object.values(block).every((v) => typeof v === "number"))
  );
}
