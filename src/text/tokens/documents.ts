/**
 * In how many documents each id stands. Linear in the column.
 * @param ids those of document d are [start[d], start[d+1]); what is not in 0 … width − 1 is no id
 */
export function documentFrequency(
  ids: Int32Array | Uint32Array,
  start: Uint32Array,
  width: number,
): Uint32Array {
  const frequency = new Uint32Array(width);
  const seen = new Int32Array(width).fill(-1);
  for (let d = 0; d + 1 < start.length; d++)
    for (let i = start[d]; i < start[d + 1]; i++) {
      const id = ids[i];
      if (id < 0 || id >= width || seen[id] === d) continue;
      seen[id] = d;
      frequency[id]++;
    }
  return frequency;
}
