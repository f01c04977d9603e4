import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { temporaryStore } from "../../src/cli/spill.ts";
import { countGaps } from "../../src/model/gaps.ts";
import { readPapers } from "../../src/read/read.ts";
import { spillingShelf } from "../../src/read/spilled.ts";
import { source } from "./reading.ts";
import { write } from "./samples.ts";
import { fileSource, SHARED } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;

/** Reads with texts kept in a temporary file, as `inspect` does. */
async function slim(sources: Parameters<typeof readPapers>[0]) {
  const store = temporaryStore();
  if (store === undefined) throw new Error("no temporary file can be made here");
  return readPapers(sources, { store }).finally(store.close);
}

describe("a collection that is only looked at", () => {
  it("has what its papers are known by", async () => {
    const { papers } = await slim([source("a.bib", write("bibtex"))]);
    expect(papers[0]).toMatchObject({
      title: "Sparse coding of river gauges",
      year: 2001,
      authors: ["Mette Larsen"],
    });
    expect(papers[0].abstract).toBe("");
  });
  it.skipIf(process.platform === "win32")("leaves nothing behind, even where the process is ended", () => {
    const folder = mkdtempSync(join(tmpdir(), "topograph-slim-"));
    vi.stubEnv("TMPDIR", folder);
    const store = temporaryStore();
    vi.unstubAllEnvs();
    const key = store?.put("kept without a name");
    expect(readdirSync(folder)).toEqual([]);
    expect(store?.get(key ?? 0)).toBe("kept without a name");
    store?.close();
    rmSync(folder, { recursive: true });
  });
  it("counts as the whole does what is missing, before and after merging", async () => {
    const files = [source("a.bib", write("bibtex")), source("b.ris", write("ris"))];
    const whole = await readPapers(files);
    expect(whole.gaps).toEqual(countGaps(whole.papers));
    expect((await slim(files)).gaps).toEqual(whole.gaps);
  });
  it.skipIf(!existsSync(FOLDER))("merges as the whole does, and says the same of it", async () => {
    const files = ["wos-plain/wos_dse.txt", "scopus-csv/scopus_dse.csv"].map((f) =>
      fileSource(`${FOLDER}/${f}`),
    );
    const [whole, looked] = [await readPapers(files), await slim(files)];
    expect(whole.merged).toBeGreaterThan(100);
    expect(looked.matches).toEqual(whole.matches?.map((match) => ({ ...match })));
    expect({ ...looked, papers: looked.papers.map((p) => p.identity) }).toEqual({
      ...whole,
      papers: whole.papers.map((p) => p.identity),
    });
  });
});

describe("abstracts that are kept outside of memory", () => {
  const lengths = [10, 300_000, 3, 0, 5_000, 70, 4_095, 4_096];
  const drafts = lengths.map((length, i) => ({
    ...{ id: `${i}`, title: `Paper ${i}`, authors: [], keywords: [], references: [], aliases: [] },
    abstract: `${i}é`.repeat(length).slice(0, length),
  }));

  it("are read again in any order, by copies of papers too", () => {
    const store = temporaryStore();
    if (store === undefined) throw new Error("no temporary file can be made here");
    const shelf = spillingShelf(store, 12);
    const kept = drafts.map((draft, i) => shelf.put(draft, i));
    expect(kept[0]).toBe(drafts[0]);
    expect(Object.getOwnPropertyDescriptor(kept[1], "abstract")?.get).toBeDefined();
    for (const order of [
      [0, 1, 2, 3, 4, 5, 6, 7],
      [7, 1, 6, 6, 4, 2, 5, 0, 3],
    ])
      for (const i of order) expect(kept[i].abstract === drafts[i].abstract).toBe(true);
    expect({ ...kept[5] }).toMatchObject(drafts[5]);
    expect(JSON.parse(JSON.stringify(kept[7]))).toEqual(drafts[7]);
    store.close();
  });
});
