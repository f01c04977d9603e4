import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { messages, read, source, titles } from "./reading.ts";
import { write } from "./samples.ts";

/** [what it is, what the refusal calls it, the text] */
const OTHERS: readonly (readonly [string, RegExp, string])[] = [
  [
    "YAML",
    /YAML/,
    "zygos:\n  type: Article\n  author:\n    - Prekas, George\n  title:\n    value: Low tails\n  date: 2017\n",
  ],
  ["CFF", /YAML/, "cff-version: 1.2.0\nmessage: Cite it\ntitle: My tool\nauthors:\n  - family-names: Doe\n"],
  [
    "MHT",
    /web page/,
    "From: <Saved by Blink>\nSubject: Search\nMIME-Version: 1.0\n\n<html><body>Results</body></html>\n",
  ],
  ["mail", /mail/, "From: Jane Doe <jane@example.org>\nTo: Max\nSubject: Papers\n\nHere they are.\n"],
  [
    "Python",
    /program/,
    'import os\n\ndef main():\n    print("hello")\n\nif __name__ == "__main__":\n    main()\n',
  ],
  [
    "JavaScript",
    /program/,
    'const fs = require("fs");\nfunction run() {\n  return fs.readFileSync("a");\n}\nrun();\n',
  ],
  [
    "a log",
    /log/,
    "2026-01-01 10:00:00 INFO started on port 0\n2026-01-01 10:00:01 INFO started on port 1\n",
  ],
  ["settings", /settings/, "[core]\nname = topograph\npath = /tmp\n[user]\nname = jane\n"],
  ["Pajek", /Pajek.*collection/, '*Vertices 2\n1 "Alpha"\n2 "Beta"\n*Arcs\n1 2 1\n'],
  ["GML", /GML/, 'graph [\n  node [ id 1 label "Alpha" ]\n]\n'],
  ["DOT", /DOT/, "digraph G {\n  alpha -> beta;\n}\n"],
  ["GDF", /graph/, "nodedef>name VARCHAR,label VARCHAR\ns1,Alpha\n"],
  ["MARC", /MARC.*Zotero/, "01234cam a2200289 a 4500001001300000\x1e245\x1faRivers in spring\x1e\x1d"],
  ["MARC as text", /MARC/, "=LDR  00755cam  22002414a 4500\n=245  10$aRivers in spring\n"],
  ["Biblioscape", /Biblioscape/, "--AU-- Doe\n--ST-- Rivers in spring\n--RT-- article\n------\n"],
  ["Inspec", /Inspec/, "TI ~ Rivers in spring\nAU ~ Doe, Jane\n"],
  ["Copac", /Copac/, "TI- Rivers in spring\nAU- Doe, Jane\nPY- 1992\n"],
  ["SQL", /SQL/, "CREATE TABLE papers (id INT);\nINSERT INTO papers VALUES (1);\n"],
  ["a diff", /diff/, "diff --git a/x b/x\n@@ -1,2 +1,2 @@\n-One\n+Two\n"],
  ["contacts", /contacts/, "BEGIN:VCARD\nFN:Jane Doe\nEND:VCARD\n"],
  [
    "the same line again",
    /again and again/,
    Array.from({ length: 40 }, (_, i) => `Item number ${i} was seen today`).join("\n"),
  ],
  ["signs", /no words/, "a1 -- == ## 17\n%% ab __ 9 9 9 9\n$$ cd ++ 8 8 8 8\n"],
];

describe("text that is no listing of papers", () => {
  it.each(OTHERS)("%s is refused by its name", async (_name, called, content) => {
    const { papers, files } = await read(content, "file.txt");
    expect(papers).toEqual([]);
    expect(files[0].refusal).toMatch(called);
  });
  it("in EBCDIC or UTF-7 is refused by its encoding", async () => {
    // "RIVERS AND LAKES " in code page 037: letters above 0xc0, blanks 0x40.
    const words = [
      0xd9, 0xc9, 0xe5, 0xc5, 0xd9, 0xe2, 0x40, 0xc1, 0xd5, 0xc4, 0x40, 0xd3, 0xc1, 0xd2, 0xc5, 0xe2, 0x40,
    ];
    expect((await read(Uint8Array.from([...words, ...words, ...words]))).files[0].refusal).toMatch(/EBCDIC/);
    expect((await read("Fl+APw-sse und Fl+APw-sschen in +ANY-sterreich\n")).files[0].refusal).toMatch(
      /UTF-7/,
    );
  });
});

describe("notes", () => {
  const notes =
    "Notes for the review\n- ask Jane about the data\n- read chapter 3\nTODO: mail the draft to Max\n";
  it("beside a bibliography are left out with a word", async () => {
    const collection = await readPapers([source("refs.bib", write("bibtex")), source("notes.txt", notes)]);
    expect(collection.papers).toHaveLength(2);
    expect(messages(collection).join("\n")).toMatch(/Notes for the review.*left out beside the other files/);
  });
  it("a listing beside a bibliography is read", async () => {
    const listing = "River deltas under stress\nBird song and city noise\nSoil fungi in old forests\n";
    const collection = await readPapers([source("refs.bib", write("bibtex")), source("page.txt", listing)]);
    expect(collection.papers).toHaveLength(5);
  });
});

describe("a listing with short abstracts", () => {
  it("of which two titles stand together: no abstract is taken for a title", async () => {
    const collection = await read(
      "River deltas under stress\nWe measure sand in the deltas of nine rivers.\nBird song and city noise\nSoil fungi in old forests\nFungi were counted in forty plots.\n",
    );
    expect(titles(collection)).toEqual([
      "River deltas under stress",
      "Bird song and city noise",
      "Soil fungi in old forests",
    ]);
    expect(collection.papers[2].abstract).toBe("Fungi were counted in forty plots.");
    expect(messages(collection).join()).toMatch(
      /line 3: Bird song and city noise: a title without an abstract/,
    );
  });
  it("two sentences are two papers, and that is said", async () => {
    const collection = await read(
      "The delta is under stress from dams.\nBirds have learnt to sing louder.\n",
    );
    expect(collection.papers).toHaveLength(2);
    expect(messages(collection)).toEqual([
      expect.stringMatching(/^line 1: : 2 of 2 lines read like sentences/),
    ]);
  });
});
