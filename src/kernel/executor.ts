/**
 * Runs a parallel kernel over blocks of rows. The in-process one is the default, so that tests need no threads;
 * the command line hands in one that uses worker threads. Results come back in block order whatever finished first,
 * so that sums are the same for any number of threads.
 */
export interface Executor {
  readonly threads: number;
  /**
   * @param name a kernel of the table in worker/kernels.ts
   * @param input what every block reads; typed arrays in it are shared between threads where possible
   * @param blocks one argument per block
   * @param onBlock told after each block, with the share done (0 to 1)
   */
  run<Input, Block, Output>(
    kernel: Kernel<Input, Block, Output>,
    input: Input,
    blocks: readonly Block[],
    onBlock?: (done: number) => void,
  ): Promise<Output[]>;
  /**
   * Puts the columns of a value where all threads read them: what several runs are handed is then not copied for each.
   * Absent where there are no threads.
   */
  readonly share?: Share;
  /** Collects what a stage has left behind, where memory is worth the time; absent where it is not. */
  readonly giveBack?: () => void;
  /** Starts the threads before `run` has found that they pay: much work is sure to come. Absent where there are none. */
  readonly start?: () => void;
  /** Runs one block on one of the threads, which other runs go on without; absent where there are none. */
  readonly beside?: <Input, Block, Output>(
    kernel: Kernel<Input, Block, Output>,
    input: Input,
    block: Block,
  ) => Promise<Output>;
}

/** Puts the columns of a value where all threads read them. */
export type Share = <T>(value: T) => T;

/** A pure function over one block, with the name by which a worker thread finds it. */
export interface Kernel<Input, Block, Output> {
  readonly name: string;
  readonly run: (input: Input, block: Block) => Output;
}

/**
 * One block after the other on this thread. Throws the signal's reason between blocks once it is aborted.
 * @param pause is waited for after each block, so that what else the thread has to do is done meanwhile
 */
export function inProcess(signal?: AbortSignal, pause?: () => Promise<void>): Executor {
  return {
    threads: 1,
    async run(kernel, input, blocks, onBlock) {
      const outputs = [];
      for (const [i, block] of blocks.entries()) {
        signal?.throwIfAborted();
        outputs.push(kernel.run(input, block));
        onBlock?.((i + 1) / blocks.length);
        await pause?.();
      }
      return outputs;
    },
  };
}
