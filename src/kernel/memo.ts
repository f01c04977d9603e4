/**
 * Runs `compute`, or hands back what it gave last time under the same name when every dependency is the same
 * (compared by `Object.is`). A pipeline run with a lasting `Remember` redoes only what a changed parameter touches.
 */
export type Remember = <T>(
  name: string,
  dependencies: readonly unknown[],
  compute: () => Promise<T> | T,
) => Promise<T>;

/** Remembers nothing: each call computes. */
export const forget: Remember = async (_name, _dependencies, compute) => compute();

/** A memory of the last call under each name. A call that fails or is cancelled is not remembered. */
export function createMemory(): Remember {
  const last = new Map<string, { readonly dependencies: readonly unknown[]; readonly value: unknown }>();
  return async <T>(name: string, dependencies: readonly unknown[], compute: () => Promise<T> | T) => {
    const known = last.get(name);
    const same =
      known !== undefined &&
      known.dependencies.length === dependencies.length &&
      known.dependencies.every((d, i) => Object.is(d, dependencies[i]));
    if (same) return known.value as T;
    const value = await compute();
    last.set(name, { dependencies: [...dependencies], value });
    return value;
  };
}
