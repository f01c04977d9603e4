import { fromBase64 } from "../kernel/base64.ts";
import { type Draw, seededDraw } from "../kernel/random.ts";
import { STREAMS } from "../kernel/streams.ts";
import { EPOCH } from "./epoch.wasm.ts";
import { epochs as plainEpochs } from "./epoch-plain.ts";
import type { Epochs, Pushers } from "./step.ts";

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Papers that the numbers drawn ahead are left for. */
  readonly left: { value: number };
  setColumns(
    places: number,
    papers: number,
    source: number,
    target: number,
    pull: number,
    due: number,
    links: number,
  ): void;
  setDraws(
    close: number,
    closeEach: number,
    any: number,
    anyEach: number,
    draws: number,
    reach: number,
  ): void;
  /** @returns the link to go on with */
  epoch(from: number, step: number, near: number, far: number, longest: number): number;
}

/** Papers that numbers are drawn for at a time: few enough for these to stay in the nearest cache. Even: links have two ends. */
const DRAWS = 1000;
const PAGE = 1 << 16;
/** Bytes of a number. */
const SIZE = 4;

let module: WebAssembly.Module | undefined;

/**
 * Makes room for some papers and links. x and y go in one step each by SIMD of WebAssembly, in the numbers and the order
 * of a plain loop (test/layout/epoch.test.ts), in two thirds of its time; where a browser or a page allows no WebAssembly
 * it is that loop.
 */
export function epochs(papers: number, links: number, pushers: Pushers, seed: number): Epochs {
  try {
    module ??= new WebAssembly.Module(fromBase64(EPOCH));
  } catch {
    return plainEpochs(papers, links, pushers, seed);
  }
  const { far, near, reach } = pushers;
  const { memory, left, setColumns, setDraws, epoch } = new WebAssembly.Instance(module, {})
    .exports as unknown as Exports;
  const lengths = [2 * papers, links, links, links, links, near * DRAWS, far * DRAWS];
  const at = lengths.map((_, k) => SIZE * lengths.slice(0, k).reduce((sum, n) => sum + n, 0));
  const end = at[6] + SIZE * lengths[6];
  memory.grow(Math.ceil(end / PAGE));
  const [places, source, target, pull, due, close, any] = at;
  setColumns(places, papers, source, target, pull, due, links);
  setDraws(close, near, any, far, DRAWS, reach);
  const drawn: readonly (readonly [Draw, Int32Array, number])[] = [
    [seededDraw(seed, STREAMS.pushNear), new Int32Array(memory.buffer, close, lengths[5]), 2 * reach + 1],
    [seededDraw(seed, STREAMS.pushFar), new Int32Array(memory.buffer, any, lengths[6]), papers],
  ];
  return {
    places: new Float32Array(memory.buffer, places, lengths[0]),
    source: new Uint32Array(memory.buffer, source, links),
    target: new Uint32Array(memory.buffer, target, links),
    pull: new Float32Array(memory.buffer, pull, links),
    due: new Float32Array(memory.buffer, due, links),
    run({ step, near: close, far: any, longest }) {
      let next = epoch(0, step, close, any, longest);
      while (next < links) {
        for (const [draw, into, below] of drawn) draw(into, below);
        left.value = DRAWS;
        next = epoch(next, step, close, any, longest);
      }
    },
  };
}
