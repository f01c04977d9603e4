/**
 * How a page learns that its worker ended without a word (closed, or killed for want of memory, of which browsers tell
 * nobody): the worker holds a lock of the platform (Web Locks API), which goes when it goes, and the page waits for it.
 * Where there are no locks, as on some pages opened from a file, nothing is known, as before.
 */

/** Holds a lock for as long as this thread lives. @returns its name, once held; undefined where there are none */
export async function holdLock(): Promise<string | undefined> {
  if (!navigator.locks) return undefined;
  const name = `topograph-${crypto.randomUUID()}`;
  return new Promise((told) => {
    const held = navigator.locks.request(name, () => {
      told(name);
      return new Promise(() => {});
    });
    held.catch(() => told(undefined));
  });
}

/** Waits until whoever holds a lock has ended. */
export async function waitForLock(name: string): Promise<void> {
  await navigator.locks.request(name, () => undefined);
}
