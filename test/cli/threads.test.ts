import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { threadFile } from "../../src/cli/built.ts";
import { threadPacker } from "../../src/cli/packer.ts";
import { threadExecutor } from "../../src/cli/threads.ts";
import { candidateKernel } from "../../src/edges/knn/candidates.ts";
import { candidateInput } from "../../src/edges/knn/knn.ts";
import type { GroupPacker } from "../../src/folder/row-group.ts";
import { folderFiles } from "../../src/folder/write.ts";
import type { Graph } from "../../src/kernel/graph.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import type { Collection } from "../../src/model/collection.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { Paper } from "../../src/model/paper.ts";
import { buildMap } from "../../src/pipeline.ts";
import { louvainRun } from "../../src/topics/consensus.ts";
import { gridMap } from "../folder/grid-map.ts";

const isBuilt = existsSync(threadFile() ?? "");

/** Papers of eight made-up fields, enough of them for the layout to have a thread of its own. */
function madeUp(count: number): Collection {
  const random = seededRandom(5);
  const word = (field: number, w: number) =>
    `${"bcdfghjk"[field]}a${"lmnprstv"[w % 8]}o${"bdgklmnp"[w >> 3]}um`;
  const papers = Array.from({ length: count }, (_, i): Paper => {
    const words = () => word(i % 8, Math.floor(random() * random() * 64));
    const text = (length: number) => Array.from({ length }, words).join(" ");
    const [title, abstract] = [text(4), `${text(8)}. ${text(8)}.`];
    const none = { authors: [], keywords: [], references: [], aliases: [] };
    return { id: `${i}`, identity: `hash:${i}`, title, abstract, ...none };
  });
  return { papers, files: [], merged: 0, edits: [], tour: [] };
}

/** Nodes in a ring, each linked to the two on either side. */
function ring(n: number): Graph {
  const near = (i: number) => [-2, -1, 1, 2].map((step) => (i + step + n) % n).sort((a, b) => a - b);
  return {
    start: Uint32Array.from({ length: n + 1 }, (_, i) => 4 * i),
    neighbour: Uint32Array.from(Array.from({ length: n }, (_, i) => near(i)).flat()),
    weight: new Float32Array(4 * n).fill(1),
  };
}

describe.skipIf(!isBuilt)("threads", () => {
  test("one, two and four give the same map, byte by byte, from the first block on", async () => {
    const collection = madeUp(1600);
    const maps: string[] = [];
    for (const threads of [1, 2, 4]) {
      const executor = await threadExecutor(threads, 0);
      maps.push([...encodeMap(await buildMap(collection, {}, { executor }))].join(""));
      await executor.close();
    }
    expect(maps[0].length).toBeGreaterThan(250_000);
    expect(maps[1] === maps[0]).toBe(true);
    expect(maps[2] === maps[0]).toBe(true);
  });

  test("runs that are under way at once give what each would give alone", async () => {
    const executor = await threadExecutor(2, 0);
    const input = { graph: ring(300), resolution: 1, seed: 1 };
    const runs = [4, 40, 12].map((count) => Array.from({ length: count }, (_, run) => run));
    const together = await Promise.all(runs.map((blocks) => executor.run(louvainRun, input, blocks)));
    await executor.close();
    expect(together).toEqual(runs.map((blocks) => blocks.map((block) => louvainRun.run(input, block))));
  });

  test("row groups that two threads pack make the same folder, byte by byte", async () => {
    const bytes = async (packer?: GroupPacker) => {
      const options = { tilePoints: 100, ...(packer ? { packer } : {}) };
      const files = await folderFiles(gridMap(3000), options);
      return files.map(({ chunks }) => Buffer.concat([...chunks()]));
    };
    const packer = threadPacker();
    let taken = 0;
    const counted: GroupPacker = {
      offer(group) {
        const later = packer?.offer(group);
        if (later) taken++;
        return later;
      },
    };
    const there = await bytes(counted);
    await packer?.close();
    expect(there).toEqual(await bytes());
    expect(taken).toBeGreaterThan(5);
  });

  test("the search by candidates gives the same on threads", async () => {
    const executor = await threadExecutor(3, 0);
    const random = seededRandom(7);
    const rows = 400;
    const each = 12;
    const column = Uint32Array.from(
      { length: rows * each },
      (_, at) => (at % each) * 20 + Math.floor(random() * 20),
    );
    const input = candidateInput(
      {
        start: Uint32Array.from({ length: rows + 1 }, (_, i) => i * each),
        column,
        value: new Float32Array(rows * each).fill(Math.fround(1 / Math.sqrt(each))),
        width: each * 20,
      },
      5,
    );
    const given = { ...input, budget: 60, candidates: 20 };
    const blocks = Array.from({ length: 40 }, (_, b) => ({ from: b * 10, to: b * 10 + 10 }));
    const here = blocks.map((block) => candidateKernel.run(given, block));
    expect(await executor.run(candidateKernel, given, blocks)).toEqual(here);
    await executor.close();
  });

  test("an error on a thread is an error here", async () => {
    const executor = await threadExecutor(2, 0);
    const broken = executor.run(candidateKernel, {} as never, [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
    await expect(broken).rejects.toThrow(/undefined/);
    await executor.close();
  });
});
