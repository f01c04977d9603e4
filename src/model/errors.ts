/** What went wrong, as the caller must treat it: bad usage (exit 2), bad input (exit 1), or cancelled (exit 130). */
export type ErrorKind = "usage" | "input" | "cancelled";

/** An error meant for people: its message says what was found, what was expected and what to do. */
export class TopographError extends Error {
  readonly kind: ErrorKind;
  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = "TopographError";
    this.kind = kind;
  }
}

/** @throws TopographError (cancelled) when the signal says so. */
export function throwIfCancelled(signal?: AbortSignal): void {
  if (signal?.aborted) throw new TopographError("cancelled", "cancelled");
}
