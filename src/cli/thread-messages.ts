/** A kernel and its input, once a run; or one block of the run. */
export type ToThread =
  | { readonly run: number; readonly kernel: string; readonly input: unknown }
  | { readonly run: number; readonly block: number; readonly argument: unknown };

export type FromThread =
  | { readonly run: number; readonly block: number; readonly output: unknown }
  | { readonly run: number; readonly error: string };
