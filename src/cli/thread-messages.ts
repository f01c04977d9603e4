/**
 * A kernel and its input, once a run; or one block of the run. Small blocks come with the input, and the threads take
 * the next one off a shared counter: they then work on while the calling thread is busy with something else.
 */
export type ToThread =
  | { readonly run: number; readonly kernel: string; readonly input: unknown; readonly queue?: Queue }
  | { readonly run: number; readonly block: number; readonly argument: unknown };

/** The blocks of a run and the number of the next one, in shared memory. */
export interface Queue {
  readonly blocks: readonly unknown[];
  readonly next: Int32Array;
}

export type FromThread =
  | { readonly run: number; readonly block: number; readonly output: unknown }
  | { readonly run: number; readonly error: string };
