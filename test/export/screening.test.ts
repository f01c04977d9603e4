import { describe, expect, test } from "vitest";
import { toAsreviewCsv } from "../../src/export/asreview.ts";
import { flowOf } from "../../src/export/flow.ts";
import { toFlowSvg } from "../../src/export/flow-svg.ts";
import { toRis } from "../../src/export/ris.ts";
import { DECISIONS, decisionsOf, fieldOfDecisions } from "../../src/model/decision.ts";
import { read } from "../read/reading.ts";
import { sampleMap } from "../sample-map.ts";
import { parseXml } from "./parse-xml.ts";

const screened = sampleMap({
  inputs: [
    { name: "wos.txt", format: "wos", sha256: "", papers: 3 },
    { name: "scopus <2>.csv", format: "scopus-csv", sha256: "", papers: 2 },
  ],
  fields: [fieldOfDecisions([0, 1, 2, 3])],
});

test("the numbers of a flow: 3 + 2 identified, 4 papers, so 1 duplicate; 3 screened", () => {
  expect(flowOf(screened)).toEqual({
    identified: {
      records: 5,
      sources: [
        { name: "wos.txt", format: "wos", records: 3 },
        { name: "scopus <2>.csv", format: "scopus-csv", records: 2 },
      ],
    },
    duplicatesRemoved: 1,
    screened: 3,
    excluded: 1,
    maybe: 1,
    notScreened: 1,
    included: 1,
  });
});

test("without decisions all is still to be screened", () => {
  expect(flowOf(sampleMap())).toMatchObject({
    screened: 0,
    notScreened: 4,
    included: 0,
    duplicatesRemoved: 0,
  });
});

test("as a diagram, every number with its word; long names and many sources stay in their boxes", () => {
  const inputs = Array.from({ length: 20 }, (_, i) => ({
    name: `an export of the database with a long name, number ${i}.csv`,
    format: "csv",
    sha256: "",
    papers: 2,
  }));
  const svg = [...toFlowSvg({ ...screened, inputs })].join("");
  const texts = [...parseXml(svg).getElementsByTagName("text")].map(({ textContent }) => textContent);
  expect(texts).toContain("Records identified (n = 40)");
  expect(texts).toContain("8 more sources (n = 16)");
  expect(texts).toContain("Duplicate records (n = 36)");
  expect(texts).toContain("Records screened (n = 3)");
  expect(texts.filter((text) => /^an export of.*… \(n = 2\)$/.test(text ?? ""))).toHaveLength(12);
});

describe("decisions leave", () => {
  test("as ASReview's column: 1, 0, or nothing; and come back as they were", async () => {
    const text = [...toAsreviewCsv(screened)].join("");
    expect(text.split("\n")[0]).toBe(
      "title,abstract,authors,keywords,year,journal,doi,url,label_included,decision",
    );
    expect(
      text
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",").slice(-2)),
    ).toEqual([
      ["1", "included"],
      ["0", "excluded"],
      ["", "maybe"],
      ["", "unseen"],
    ]);
    expect([...decisionsOf(await read(text))]).toEqual([0, 1, 2, 3]);
  });

  test("as notes in RIS, in the place of marks of what was decided before; and come back", async () => {
    const notes = [
      "ASReview_irrelevant",
      'RAYYAN-INCLUSION: {"A"=>"Included"}',
      "good; ASReview_relevant",
      "",
    ];
    const before = await read(
      notes
        .map((note, i) => `TY  - JOUR\nTI  - The study ${i} of it\nPY  - 2001\nN1  - ${note}\nER  - \n\n`)
        .join(""),
    );
    const others = (before.fields ?? []).filter(({ name }) => name !== "decision");
    const map = { ...screened, papers: before.papers, fields: [...others, fieldOfDecisions([0, 1, 2, 3])] };
    const text = [...toRis(map)].join("");
    expect(
      [...text.matchAll(/^N1 {2}- (.*)\r$/gm)].map(([, note]) => note).filter((note) => !/^Topic/.test(note)),
    ).toEqual([
      "ASReview_relevant",
      'RAYYAN-INCLUSION: {"A"=>"Included"}',
      "ASReview_irrelevant",
      "good",
      "Decision: maybe",
      "ASReview_not_seen",
    ]);
    const again = await read(text);
    expect(Array.from(decisionsOf(again), (code) => DECISIONS[code])).toEqual([
      "included",
      "excluded",
      "maybe",
      "unseen",
    ]);
  });
});
