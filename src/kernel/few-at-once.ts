/** What comes of some items, in their order, a few of which are under way at once: they wait for each other less than one by one, and few are in memory. */
export async function fewAtOnce<T, U>(
  few: number,
  items: readonly T[],
  act: (item: T, k: number) => Promise<U>,
): Promise<U[]> {
  const made: U[] = new Array(items.length);
  const left = items.entries();
  const actOn = async () => {
    for (const [k, item] of left) made[k] = await act(item, k);
  };
  await Promise.all(Array.from({ length: few }, actOn));
  return made;
}
