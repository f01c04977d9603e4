/** Numbers pairs of ids in the order of their first appearance. Open addressing in typed arrays, no string per pair. */
export class PairTable {
  size = 0;
  private slots: Int32Array;
  private first: Uint32Array;
  private second: Uint32Array;

  constructor(expected = 1 << 10) {
    const capacity = 1 << (32 - Math.clz32(Math.max(16, expected * 2) - 1));
    this.slots = new Int32Array(capacity).fill(-1);
    this.first = new Uint32Array(capacity >> 1);
    this.second = new Uint32Array(capacity >> 1);
  }

  /** The number of a pair, new or known. */
  id(a: number, b: number): number {
    const bits = this.slots.length - 1;
    for (let slot = hashPair(a, b) & bits; ; slot = (slot + 1) & bits) {
      const id = this.slots[slot];
      if (id < 0) {
        if (this.size === this.first.length) {
          this.grow();
          return this.id(a, b);
        }
        this.first[this.size] = a;
        this.second[this.size] = b;
        this.slots[slot] = this.size;
        return this.size++;
      }
      if (this.first[id] === a && this.second[id] === b) return id;
    }
  }

  /** The first and the second of pair `id`. */
  a(id: number): number {
    return this.first[id];
  }
  b(id: number): number {
    return this.second[id];
  }

  private grow(): void {
    const bits = this.slots.length * 2 - 1;
    const first = new Uint32Array(this.first.length * 2);
    const second = new Uint32Array(this.second.length * 2);
    first.set(this.first);
    second.set(this.second);
    this.first = first;
    this.second = second;
    this.slots = new Int32Array(bits + 1).fill(-1);
    for (let id = 0; id < this.size; id++) {
      let slot = hashPair(first[id], second[id]) & bits;
      while (this.slots[slot] >= 0) slot = (slot + 1) & bits;
      this.slots[slot] = id;
    }
  }
}

/** A 32-bit hash of two ids: multiply and fold, constants of murmur3. */
export function hashPair(a: number, b: number): number {
  let h = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
