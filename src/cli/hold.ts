/** What keeps the process alive while it is held: a thread, a timer. */
export interface Held {
  ref(): void;
  unref(): void;
}

const holders = new WeakMap<Held, number>();

/** Keeps the process alive for one more piece of work of this thread: several may be under way on it. */
export function hold(held: Held): void {
  const before = holders.get(held) ?? 0;
  if (before === 0) held.ref();
  holders.set(held, before + 1);
}

/** One piece of work is done; after the last one the thread keeps the process alive no longer. */
export function release(held: Held): void {
  const left = (holders.get(held) ?? 0) - 1;
  holders.set(held, Math.max(0, left));
  if (left === 0) held.unref();
}
