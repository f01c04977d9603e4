// AssemblyScript: `npm run assembly` makes dot-products.wasm.ts of it.

/** The sum of four lanes. */
@inline
function across(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/**
 * Dot products of one row with `count` rows that stand one behind the other, four at a time.
 * @param query where the row stands, as are all rows in 32-bit numbers
 * @param bytes of a row, a multiple of 16
 * @param out where the products go, in 32 bits each
 */
export function dotProducts(query: usize, rows: usize, bytes: usize, count: i32, out: usize): void {
  let n = 0;
  for (; n + 4 <= count; n += 4) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const second = rows + bytes;
    const third = second + bytes;
    const fourth = third + bytes;
    for (let t: usize = 0; t < bytes; t += 16) {
      const q = v128.load(query + t);
      a = f32x4.add(a, f32x4.mul(q, v128.load(rows + t)));
      b = f32x4.add(b, f32x4.mul(q, v128.load(second + t)));
      c = f32x4.add(c, f32x4.mul(q, v128.load(third + t)));
      d = f32x4.add(d, f32x4.mul(q, v128.load(fourth + t)));
    }
    const to = out + ((<usize>n) << 2);
    store<f32>(to, across(a));
    store<f32>(to + 4, across(b));
    store<f32>(to + 8, across(c));
    store<f32>(to + 12, across(d));
    rows = fourth + bytes;
  }
  for (; n < count; n++) {
    let a = f32x4.splat(0);
    for (let t: usize = 0; t < bytes; t += 16)
      a = f32x4.add(a, f32x4.mul(v128.load(query + t), v128.load(rows + t)));
    store<f32>(out + ((<usize>n) << 2), across(a));
    rows += bytes;
  }
}
