import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { temporaryStore } from "../../src/cli/spill.ts";
import type { Collection } from "../../src/model/collection.ts";
import { countGaps } from "../../src/model/gaps.ts";
import { readPapers } from "../../src/read/read.ts";
import { spilling } from "../../src/read/spilled.ts";
import { source } from "./reading.ts";
import { write } from "./samples.ts";
import { fileSource, SHARED } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;

/** Uses a collection whose texts stand in a temporary file, beside the same one in memory. */
async function compared(
  sources: Parameters<typeof readPapers>[0],
  use: (spilt: Collection, whole: Collection) => void,
): Promise<void> {
  const store = openStore();
  try {
    use(await readPapers(sources, { keep: spilling(store, 0) }), await readPapers(sources));
  } finally {
    store.close();
  }
}

function openStore() {
  const store = temporaryStore();
  if (store === undefined) throw new Error("no temporary file can be made here");
  return store;
}

const isSpilt = (paper: object, field: string) =>
  Object.getOwnPropertyDescriptor(paper, field)?.get !== undefined;

describe("a collection whose texts stand in a file", () => {
  it("is the collection, read back paper by paper", () =>
    compared([source("a.bib", write("bibtex")), source("b.ris", write("ris"))], (spilt, whole) => {
      expect(spilt.papers.every((paper) => isSpilt(paper, "authors") && isSpilt(paper, "abstract"))).toBe(
        true,
      );
      expect(spilt.papers.map((paper) => ({ ...paper }))).toMatchObject(
        whole.papers.map((paper) => ({ ...paper })),
      );
      expect(JSON.parse(JSON.stringify(spilt))).toEqual(JSON.parse(JSON.stringify(whole)));
    }));
  it("counts as the whole does what is missing, before and after merging", () =>
    compared([source("a.bib", write("bibtex")), source("b.ris", write("ris"))], (spilt, whole) => {
      expect(whole.gaps).toEqual(countGaps(whole.papers));
      expect(spilt.gaps).toEqual(whole.gaps);
      expect(countGaps(spilt.papers)).toEqual(whole.gaps);
    }));
  it.skipIf(!existsSync(FOLDER))("merges as the whole does, and says the same of it", () =>
    compared(
      ["wos-plain/wos_dse.txt", "scopus-csv/scopus_dse.csv"].map((f) => fileSource(`${FOLDER}/${f}`)),
      (spilt, whole) => {
        expect(whole.merged).toBeGreaterThan(100);
        expect(spilt.matches).toEqual(whole.matches);
        expect(JSON.parse(JSON.stringify(spilt))).toEqual(JSON.parse(JSON.stringify(whole)));
      },
    ),
  );
  it.skipIf(process.platform === "win32")("leaves nothing behind, even where the process is ended", () => {
    const folder = mkdtempSync(join(tmpdir(), "topograph-spilt-"));
    vi.stubEnv("TMPDIR", folder);
    const store = openStore();
    vi.unstubAllEnvs();
    const key = store.put("kept without a name");
    expect(readdirSync(folder)).toEqual([]);
    expect(store.get(key)).toBe("kept without a name");
    store.close();
    rmSync(folder, { recursive: true });
  });
});

describe("papers that are kept outside of memory", () => {
  const lengths = [10, 300_000, 3, 0, 5_000, 70, 4_095, 4_096];
  const drafts = lengths.map((length, i) => ({
    ...{ id: `${i}`, title: `Paper ${i}`, keywords: [], references: [], aliases: [] },
    authors: [`Ada ${i}`, '__proto__\n"constructor"'].slice(i % 3),
    ...(i % 2 === 0 ? { venue: `Venue ${i}`, year: 2000 + i } : {}),
    abstract: `${i}é`.repeat(length).slice(0, length),
  }));

  it("are read again in any order, by copies of papers too", () => {
    const store = openStore();
    const kept = drafts.map(spilling(store, 12));
    expect(kept[0]).toBe(drafts[0]);
    expect(isSpilt(kept[1], "abstract") && isSpilt(kept[1], "authors")).toBe(true);
    // What is empty or absent takes no look into the file.
    expect(isSpilt(kept[3], "abstract") || isSpilt(kept[3], "keywords") || "venue" in kept[3]).toBe(false);
    for (const order of [
      [0, 1, 2, 3, 4, 5, 6, 7],
      [7, 1, 6, 6, 4, 2, 5, 0, 3],
    ])
      for (const i of order) {
        expect(kept[i].abstract === drafts[i].abstract).toBe(true);
        expect([kept[i].authors, kept[i].venue]).toEqual([drafts[i].authors, drafts[i].venue]);
      }
    expect({ ...kept[5] }).toMatchObject(drafts[5]);
    expect(JSON.parse(JSON.stringify(kept[7]))).toEqual(drafts[7]);
    store.close();
  });
  it("count references, too, when memory is full", () => {
    const store = openStore();
    const keep = spilling(store, 12);
    const paper = { ...drafts[3], references: ["Knuth 1973", "Gray 1978"] };
    expect(keep(paper)).not.toBe(paper);
    expect(keep(paper).references).toEqual(paper.references);
    store.close();
  });
});
