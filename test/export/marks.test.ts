import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toCslJson } from "../../src/export/csl.ts";
import { toNodesCsv } from "../../src/export/csv.ts";
import { toGexf } from "../../src/export/gexf.ts";
import { toRis } from "../../src/export/ris.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { marksOf, marksToKeep } from "../../src/model/marks.ts";
import { applyEdits } from "../../src/shape/apply.ts";
import { read } from "../read/reading.ts";
import { sampleMap } from "../sample-map.ts";

const all = (chunks: Iterable<string | Uint8Array>) => [...chunks].join("");
const edit = {
  type: "mark",
  papers: [
    { paper: "hash:0", starred: true, note: "Read me; twice", tags: ["to read", " to read ", "thesis"] },
    { paper: "hash:1", tags: ["thesis"] },
    { paper: "hash:9", starred: true },
  ],
};
const plain = sampleMap();
const marked = applyEdits(plain, [edit]);

describe("stars, notes and tags that a map keeps", () => {
  test("are an edit that is saved, counts for nothing else, and can be taken back", async () => {
    const again = await decodeMap(encodeMap(marked));
    expect(marksOf(again).get("hash:0")).toEqual({
      starred: true,
      note: "Read me; twice",
      tags: ["to read", "thesis"],
    });
    const { edits: _, unedited: __, ...rest } = marked;
    const { edits: ___, ...before } = plain;
    expect(rest).toEqual(before);
    expect(all(encodeMap(applyEdits(again, [])))).toBe(all(encodeMap(plain)));
  });

  test("later edits count; what is to be kept is said by its difference", () => {
    const later = applyEdits(marked, [edit, { type: "mark", papers: [{ paper: "hash:0", note: "" }] }]);
    expect(marksOf(later).get("hash:0")).toEqual({ starred: true, note: "", tags: ["to read", "thesis"] });
    const wanted = ({ identity }: { identity: string }) =>
      identity === "hash:1" ? { tags: ["thesis"], starred: true } : {};
    expect(marksToKeep(marked, wanted)?.papers).toEqual([
      { paper: "hash:0", starred: false, note: "", tags: [] },
      { paper: "hash:1", starred: true },
    ]);
    expect(marksToKeep(plain, () => ({}))).toBeUndefined();
  });

  test("go out as notes and keywords of reading lists, and come back from there", async () => {
    const ris = all(toRis(marked, [0]));
    expect(ris).toContain("N1  - Read me; twice\r\n");
    expect(ris.match(/KW {2}- .*/g)?.map((line) => line.trim())).toEqual([
      "KW  - to read",
      "KW  - thesis",
      "KW  - starred",
    ]);
    expect((await read(ris, "a.ris")).papers[0].keywords).toEqual(["to read", "thesis", "starred"]);
    const bib = all(toBibtex(marked, [0]));
    expect(bib).toContain("keywords = {to read, thesis, starred},");
    expect(bib).toContain("comment = {Read me; twice},");
    const [item] = JSON.parse(all(toCslJson(marked, [0])));
    expect([item.keyword, item.note]).toEqual([
      "to read; thesis; starred",
      "Topic: Graph drawing\nRead me; twice",
    ]);
  });

  test("and as columns of tables and attributes of graphs", () => {
    const [head, first, second] = all(toNodesCsv(marked)).split("\n");
    expect(head).toContain("starred,tags,note");
    expect(first).toContain("true,to read; thesis,Read me; twice");
    expect(second).toContain(",thesis,");
    expect(all(toGexf(marked))).toContain('title="starred" type="boolean"');
  });
});
