import { expect, test } from "vitest";
import { seededDraw, seededRandom, shuffle } from "../../src/kernel/random.ts";

test("the same seed gives the same numbers, another seed or stream others", () => {
  const draw = (seed: number, stream?: number) => Array.from({ length: 5 }, seededRandom(seed, stream));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(1)).not.toEqual(draw(1, 1));
});

test("numbers fill [0, 1) evenly: each tenth holds about a tenth of 10,000 draws", () => {
  const random = seededRandom(42);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]++;
  // Standard deviation of a tenth: √(10000 · .1 · .9) = 30; five of them is 150.
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("shuffle keeps every item", () => {
  const items = Uint32Array.from({ length: 100 }, (_, i) => i);
  shuffle(items, seededRandom(3));
  expect([...items]).not.toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

test("seededDraw() gives the numbers of seededRandom(), whole and below a bound, however many at a time", () => {
  const random = seededRandom(42, 3);
  const draw = seededDraw(42, 3);
  for (const count of [1, 100, 7]) {
    const drawn = new Int32Array(count);
    draw(drawn, 1000);
    expect([...drawn]).toEqual(Array.from(drawn, () => Math.floor(random() * 1000)));
  }
});
