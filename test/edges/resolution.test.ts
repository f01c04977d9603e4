import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { resolveReferences } from "../../src/edges/references.ts";
import type { Paper } from "../../src/model/paper.ts";
import { readPapers } from "../../src/read/read.ts";
import { source } from "../read/reading.ts";
import { fileSource, SHARED } from "../read/shared.ts";

/** Links inside a collection, as "citing>cited". */
function linksOf(papers: readonly Paper[]): Set<string> {
  const { start, work } = resolveReferences(papers);
  const links = new Set<string>();
  for (let i = 0; i < papers.length; i++)
    for (let k = start[i]; k < start[i + 1]; k++) if (work[k] < papers.length) links.add(`${i}>${work[k]}`);
  return links;
}

/** Share of what was found that is right, and of what is right that was found. */
function score(found: ReadonlySet<string>, right: ReadonlySet<string>) {
  const both = [...found].filter((link) => right.has(link)).length;
  return { precision: both / found.size, recall: both / right.size };
}

const family = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
/** How a paper is cited in each style. */
const STYLES: Readonly<Record<string, (paper: Paper) => string>> = {
  "a DOI with resolver, in capitals": (p) =>
    p.doi === undefined ? p.title : `https://doi.org/${p.doi.toUpperCase()}`,
  "a reference as Scopus prints it": (p) =>
    `${p.authors
      .slice(0, 3)
      .map((name) => `${family(name)} ${name[0]}.`)
      .join(", ")}, ${p.title}, ${p.venue ?? "IEEE VIS"}, 12, 3, pp. 1682-1687, (${p.year})`,
  "a reference in APA style": (p) =>
    `${p.authors.map((name) => `${family(name)}, ${name[0]}.`).join(", ")} (${p.year}). ${p.title}. ${p.venue ?? "IEEE VIS"}, 12(3), 1-10.`,
};

const VIS = `${SHARED}/corpora/vispubdata.jsonl.gz`;
/**
 * The collection's own 10,944 links, written anew in each style. Measured: DOI 1.000 and 1.000; Scopus and APA
 * precision 1.000, recall 0.981 (what is missing are titles that two papers share, and short ones).
 */
describe.skipIf(!existsSync(VIS))("vispubdata's own links", () => {
  it.each(Object.keys(STYLES))("as %s", { timeout: 60_000 }, async (style) => {
    const text = gunzipSync(readFileSync(VIS));
    const { papers } = await readPapers([source("vis.jsonl", new Uint8Array(text))]);
    const right = linksOf(papers);
    expect(right.size).toBeGreaterThan(10_000);
    const cited = papers.map((): string[] => []);
    for (const link of right) {
      const [from, to] = link.split(">").map(Number);
      cited[from].push(STYLES[style](papers[to]));
    }
    const { precision, recall } = score(
      linksOf(papers.map((paper, i) => ({ ...paper, references: cited[i] }))),
      right,
    );
    expect(precision).toBeGreaterThan(0.999);
    expect(recall).toBeGreaterThan(style.includes("DOI") ? 0.999 : 0.975);
  });
});

const WOS = `${SHARED}/formats/wos-plain/wos_dse.txt`;
const SCOPUS = `${SHARED}/formats/scopus-csv/scopus_dse.csv`;
/**
 * The same search exported by two services: among the 127 papers in both, the links found in Web of Science's
 * cited-reference strings are those found in Scopus's printed references, though nothing in the strings is alike.
 * Measured: 131 and 133 links, 127 of them in both. A sample of 26 links of the Web of Science file read by hand: all
 * right; of 49 unresolved references with surname and year of a paper inside, 8 mean it (no volume nor page in them).
 */
describe.skipIf(!existsSync(WOS))("Web of Science and Scopus agree on who cites whom", () => {
  it("among the papers in both", { timeout: 60_000 }, async () => {
    const { papers: wos } = await readPapers([fileSource(WOS)]);
    const { papers: scopus } = await readPapers([fileSource(SCOPUS)]);
    const among = (papers: readonly Paper[], others: readonly Paper[]) => {
      const dois = new Set(others.map((paper) => paper.doi));
      const doi = (i: string) => papers[Number(i)].doi;
      return new Set(
        [...linksOf(papers)].flatMap((link) => {
          const [from, to] = link.split(">").map(doi);
          return from !== undefined && to !== undefined && dois.has(from) && dois.has(to)
            ? [`${from}>${to}`]
            : [];
        }),
      );
    };
    const { precision, recall } = score(among(scopus, wos), among(wos, scopus));
    expect(precision).toBeGreaterThan(0.93);
    expect(recall).toBeGreaterThan(0.93);
  });
});
