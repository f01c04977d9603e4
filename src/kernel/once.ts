/** A function that makes its value at the first call and keeps it. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly made: T } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}

/** A function that makes something of an object once and hands it out again for as long as the object lives. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly made: T }>();
  return (key) => {
    let found = kept.get(key);
    if (found === undefined) {
      found = { made: make(key) };
      kept.set(key, found);
    }
    return found.made;
  };
}
