import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { mutate } from "./mutations.ts";
import { SHARED } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;
/** One real file of each format. */
export const FILES = [
  "bibtex/scopus_m.bib",
  "bibtex/mendeley_collection.bib",
  "ris/embase_asreview.ris",
  "wos-plain/wos_metaknowledge.isi",
  "wos-ciw/wos_synthesisr.ciw",
  "wos-tab/wos_tobler_tab.txt",
  "scopus-csv/scopus_tobler.csv",
  "lens-csv/lens_tobler.csv",
  "ieee-csv/ieee_litstudy_1.csv",
  "springer-csv/springer_litstudy.csv",
  "embase-csv/embase_asreview.csv",
  "zotero-csv/zotero_tobler.csv",
  "pop-csv/publish_or_perish_tobler.csv",
  "generic-csv/asreview_generic.csv",
  "medline-nbib/pubmed_mcda.txt",
  "pubmed-xml/pubmed_result_jamison.xml",
  "endnote-xml/endnote_reflib.xml",
  "enw/endnote_jabref.enw",
  "csl-json/zotero_bbt_eschultz.json",
  "crossref-json/test_works_field_queries_0.json",
  "arxiv-atom/q_testing_s0_m10_bc5a6c384fe9.xml",
  "openalex-json/openalex_W2741809807.json",
];
/** 200 a format in the test run; MUTATIONS=20000 npx vitest run test/read/mutate.test.ts is the nightly one. */
const RUNS = Number(process.env.MUTATIONS ?? 200);

describe.skipIf(!existsSync(FOLDER))("single-byte mutations of real files", () => {
  it.each(FILES)("%s", { timeout: 60_000 + RUNS * 100 }, async (file) => {
    const content = new Uint8Array(readFileSync(`${FOLDER}/${file}`));
    expect(await mutate(basename(file), content, RUNS, 7)).toEqual([]);
  });
});
