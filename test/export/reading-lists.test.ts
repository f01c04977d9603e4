import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBibtex } from "../../src/export/bibtex.ts";
import { toCslJson } from "../../src/export/csl.ts";
import { toRis } from "../../src/export/ris.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { namesOf, nameText, packUnlessPlain, personOf } from "../../src/model/name.ts";
import { readPapers } from "../../src/read/read.ts";
import { anyText, sampleMap, samplePaper } from "../sample-map.ts";

const all = (chunks: Iterable<string>) => [...chunks].join("");

describe("reading lists are read back by our own readers", () => {
  const LISTS = [
    ["list.ris", (map: TopicMap) => toRis(map)],
    ["list.bib", (map: TopicMap) => toBibtex(map)],
    ["list.csl.json", (map: TopicMap) => toCslJson(map)],
  ] as const;

  const read = async (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const chunks = async function* () {
      yield bytes;
    };
    return (await readPapers([{ name, chunks }])).papers;
  };

  test.each(LISTS)("%s: title, authors, year, venue, DOI, URL, abstract, keywords", async (name, write) => {
    const paper = {
      title: "50% of R&D_costs: {braces}, $5 & C#",
      authors: ["Ada Lovelace", "Jörg Müller"],
      year: 2021,
      venue: "Maps & Graphs",
      doi: "10.1000/a_b(c)",
      url: "https://example.org/a_b?x=1&y=~z#q",
      abstract: "About 10 % of x_1 costs more.",
      keywords: ["graph", "R&D"],
    };
    const [found] = await read(name, all(write(sampleMap({ papers: [samplePaper(0, paper)] }))));
    expect(found).toMatchObject(paper);
  });

  test.each(LISTS)("%s: names in their parts", async (name, write) => {
    const names = [
      personOf("Pérez García", "Juan"),
      personOf("Waals", "J. D.", "van der"),
      personOf("King", "Martin L.", "", "Jr."),
      personOf("Vallée Poussin", "Charles", "de la"),
      { literal: "Rivers, Lakes and Sons" },
      personOf("Plato"),
    ];
    const authors = names.map(nameText);
    const packed = names.map((one, i) => packUnlessPlain(one, authors[i]));
    const map = sampleMap({ papers: [samplePaper(0, { authors, names: packed })] });
    const [found] = await read(name, all(write(map)));
    expect(namesOf(found)).toEqual(names);
  });

  test.each(LISTS)("%s: any texts, the same number of records", async (name, write) => {
    const title = anyText.map((text) => `Some ${text} title`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(title, anyText, anyText), { minLength: 1, maxLength: 5 }),
        async (given) => {
          const papers = given.map(([text, abstract, id], i) =>
            samplePaper(i, {
              title: `${text} number ${i}`,
              abstract,
              id,
              authors: ["Lovelace, Ada"],
              doi: `10.1000/${i}`,
            }),
          );
          expect(await read(name, all(write(sampleMap({ papers }))))).toHaveLength(papers.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
