/** A function that makes something of an object once and hands it out again for as long as the object lives. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly made: T }>();
  return (key) => {
    const found = kept.get(key) ?? { made: make(key) };
    kept.set(key, found);
    return found.made;
  };
}
