import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { seededDraw } from "../../src/kernel/random.ts";
import { STREAMS } from "../../src/kernel/streams.ts";
import { descend } from "../../src/layout/descent.ts";
import { epochs } from "../../src/layout/epoch.ts";
import { epochs as plainEpochs } from "../../src/layout/epoch-plain.ts";
import type { Epochs, Pushers, Step } from "../../src/layout/step.ts";

const clip = (move: number, most: number) => (move > most ? most : move < -most ? -most : move);

/** The same in plain numbers: one number drawn after the other, x and y each by itself. */
function plainly(papers: number, { far, near, reach }: Pushers, seed: number) {
  const drawer = (stream: number, below: number) => {
    const draw = seededDraw(seed, stream);
    const one = new Int32Array(1);
    return () => {
      draw(one, below);
      return one[0];
    };
  };
  const [nearby, anywhere] = [
    drawer(STREAMS.pushNear, 2 * reach + 1),
    drawer(STREAMS.pushFar, Math.max(1, papers)),
  ];
  return (now: Pick<Epochs, "places" | "source" | "target" | "pull" | "due">, forces: Step) => {
    const { places } = now;
    const at = (i: number) => [places[2 * i], places[2 * i + 1]] as const;
    const pushOff = (i: number) => {
      const [fromX, fromY] = at(i);
      let [toX, toY] = [fromX, fromY];
      for (let k = 0; k < near + far; k++) {
        const drawn = k < near ? i + nearby() - reach : anywhere();
        const other = drawn < 0 ? drawn + papers : drawn >= papers ? drawn - papers : drawn;
        const [dx, dy] = [fromX - at(other)[0], fromY - at(other)[1]];
        const d2 = dx * dx + dy * dy;
        const force = (Math.abs(other - i) <= reach ? forces.near : forces.far) / ((0.001 + d2) * (1 + d2));
        toX += clip(force * dx, forces.longest);
        toY += clip(force * dy, forces.longest);
      }
      places.set([toX, toY], 2 * i);
    };
    for (let e = 0; e < now.source.length; e++) {
      const ready = now.due[e] + now.pull[e];
      now.due[e] = ready < 1 ? ready : ready - 1;
      if (ready < 1) continue;
      const [i, j] = [now.source[e], now.target[e]];
      const [dx, dy] = [at(i)[0] - at(j)[0], at(i)[1] - at(j)[1]];
      const g = (-2 * forces.step) / (1 + dx * dx + dy * dy);
      const [x, y] = [clip(g * dx, forces.longest), clip(g * dy, forces.longest)];
      const [a, b] = [at(i), at(j)];
      places.set([a[0] + x, a[1] + y], 2 * i);
      places.set([b[0] - x, b[1] - y], 2 * j);
      pushOff(i);
      pushOff(j);
    }
  };
}

test.each([
  ["by WebAssembly", epochs],
  ["where there is none", plainEpochs],
])("epochs %s give what plain numbers give, to the last bit, however many are drawn ahead", (_, make) => {
  const place = fc.float({ min: -50, max: 50, noNaN: true });
  const link = fc.tuple(
    fc.nat(29),
    fc.integer({ min: 1, max: 29 }),
    fc.float({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place), { minLength: 30, maxLength: 30 }),
      fc.array(link, { maxLength: 400 }),
      fc.constantFrom([1, 3], [2, 2], [3, 0]),
      fc.integer({ min: 0, max: 7 }),
      fc.nat(),
      (places, links, [far, near], reach, seed) => {
        const pushers = { far, near, reach };
        const now = make(places.length, links.length, pushers, seed);
        now.places.set(places.flat());
        now.source.set(links.map(([i]) => i));
        now.target.set(links.map(([i, step]) => (i + step) % places.length));
        now.pull.set(links.map(([, , pull]) => pull));
        now.due.set(links.map((_, e) => (e * 0.6180339887) % 1));
        const copy = {
          places: now.places.slice(),
          source: now.source,
          target: now.target,
          pull: now.pull,
          due: now.due.slice(),
        };
        const plain = plainly(places.length, pushers, seed);
        for (let epoch = 0; epoch < 8; epoch++) {
          const step = 1 - epoch / 8;
          const forces = { step, near: 40 * step, far: 90 * step, longest: 2 * step };
          now.run(forces);
          plain(copy, forces);
        }
        expect(now.places).toEqual(copy.places);
        expect(now.due).toEqual(copy.due);
      },
    ),
    { numRuns: 60 },
  );
});

test("where a page allows no WebAssembly the layout is the same", () => {
  const papers = Array.from({ length: 40 }, (_, i) => i);
  const springs = () => ({
    source: Uint32Array.from(papers.slice(1), (i) => i >> 1),
    target: Uint32Array.from(papers.slice(1)),
    pull: new Float32Array(39).fill(0.7),
  });
  const schedule = { epochs: 12, far: 2, near: 2, reach: 5, push: 10, longest: 2 };
  const [x, y] = [Float32Array.from(papers, (i) => i % 7), Float32Array.from(papers, (i) => i % 5)];
  const [allowedX, allowedY, refusedX, refusedY] = [x.slice(), y.slice(), x.slice(), y.slice()];
  descend(allowedX, allowedY, springs(), schedule, 1);
  expect(allowedX).not.toEqual(x);
  vi.resetModules();
  vi.spyOn(WebAssembly, "Module").mockImplementation(function refuse() {
    throw new WebAssembly.CompileError("refused by the page's policy");
  });
  return import("../../src/layout/descent.ts")
    .then(({ descend: again }) => {
      again(refusedX, refusedY, springs(), schedule, 1);
      expect([refusedX, refusedY]).toEqual([allowedX, allowedY]);
    })
    .finally(() => vi.restoreAllMocks());
});
