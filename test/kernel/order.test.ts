import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestFirst, orderBy } from "../../src/kernel/order.ts";

describe("orderBy", () => {
  it("sorts as comparing does, equal ones as they stood", () => {
    const keys = fc.array(fc.oneof(fc.nat(3), fc.nat(0xffffffff)), { maxLength: 300 });
    fc.assert(
      fc.property(keys, (list) => {
        const key = Uint32Array.from(list);
        const from = Uint32Array.from(key.keys()).reverse();
        const compared = [...from].sort((a, b) => key[a] - key[b]);
        expect([...orderBy(key, from)]).toEqual(compared);
      }),
    );
  });

  it("leaves what it is given as it was", () => {
    const from = Uint32Array.of(2, 0, 1);
    expect(orderBy(Uint32Array.of(7, 7, 7), from)).not.toBe(from);
    expect([...orderBy(Uint32Array.of(7, 3, 9), from)]).toEqual([1, 0, 2]);
    expect([...from]).toEqual([2, 0, 1]);
  });
});

describe("largestFirst", () => {
  it("puts floats of either sign in order, −0 and 0 as one", () => {
    const value = fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(0, -0, 1, -1));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (list) => {
        const values = Float32Array.from(list);
        const compared = [...values.keys()].sort((a, b) =>
          values[a] === values[b] ? a - b : values[b] - values[a],
        );
        expect([...largestFirst(values)]).toEqual(compared);
      }),
    );
  });
});
