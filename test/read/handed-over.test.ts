import { describe, expect, test } from "vitest";
import type { Collection } from "../../src/model/collection.ts";
import { fieldValue } from "../../src/model/field.ts";
import { countryCode, countryOf, institutionOf } from "../../src/read/columns/countries.ts";
import { read } from "./reading.ts";

/** What the only paper has in each field. */
async function handed(content: string, name = "file"): Promise<Record<string, unknown>> {
  const { fields = [] }: Collection = await read(content, name);
  return Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, 0)]));
}

describe("what a reader does not use itself has one name in all formats", () => {
  test("Web of Science", async () => {
    const file = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Doe, J
TI A title of some length
DT Article; Proceedings Paper
C1 [Doe, J.] Univ Oslo, Dept Math, Oslo, Norway.
   [Roe, R.] MIT, Cambridge, MA 02139 USA.
PU WILEY
SN 0887-6266
EI 1099-0488
VL 55
BP 980
EP 989
WC Polymer Science; Chemistry, Physical
OA gold
FU Research Council of Norway [231, 4]; EU Funding Source: EU
GA EU7BQ
UT WOS:000400000000001
ER
EF
`;
    const { leftOut } = await read(file);
    expect(await handed(file)).toEqual({
      affiliations: [
        "[Doe, J.] Univ Oslo, Dept Math, Oslo, Norway.",
        "[Roe, R.] MIT, Cambridge, MA 02139 USA.",
      ],
      institutions: ["Univ Oslo", "MIT"],
      countries: ["NO", "US"],
      type: ["Article", "Proceedings Paper"],
      publisher: "WILEY",
      issn: ["0887-6266", "1099-0488"],
      volume: 55,
      pages: "980-989",
      WC: ["Polymer Science", "Chemistry, Physical"],
      openAccess: "gold",
      FU: ["Research Council of Norway [231, 4]", "EU Funding Source: EU"],
      funders: ["Research Council of Norway", "EU"],
    });
    expect(leftOut).toEqual([{ name: "GA", reason: expect.stringContaining("bookkeeping") }]);
  });

  test("PubMed", async () => {
    const file = `PMID- 1
OWN - NLM
TI  - A title of some length
AD  - Department of Informatics, University of Bergen, Bergen, Norway.
      jane@example.org
PT  - Journal Article
PT  - Review
IS  - 1932-6203 (Electronic)
GR  - R01/HL/NHLBI NIH HHS/United States
GR  - AL 1887/1-1/Deutsche Forschungsgemeinschaft
PG  - 438-447
VI  - 40
`;
    expect(await handed(file, "a.nbib")).toEqual({
      affiliations: ["Department of Informatics, University of Bergen, Bergen, Norway. jane@example.org"],
      institutions: ["University of Bergen"],
      countries: ["NO"],
      type: ["Journal Article", "Review"],
      issn: ["1932-6203"],
      GR: ["R01/HL/NHLBI NIH HHS/United States", "AL 1887/1-1/Deutsche Forschungsgemeinschaft"],
      funders: ["NHLBI NIH HHS", "Deutsche Forschungsgemeinschaft"],
      pages: "438-447",
      volume: 40,
    });
  });

  test("RIS: several serial numbers in one tag, funders and publisher of Web of Science", async () => {
    const file =
      "TY  - JOUR\nTI  - A title of some length\nPU  - WILEY\nSN  - 1895-5770 0894-986X\nFU  - EU [7]\nER  - \n";
    expect(await handed(file)).toEqual({
      type: "JOUR",
      publisher: "WILEY",
      issn: ["1895-5770", "0894-986X"],
      FU: "EU [7]",
      funders: ["EU"],
    });
  });

  test("BibTeX: an id of arXiv is no number", async () => {
    const file = "@article{a, title = {A title of some length}, eprint = {1904.11010}, oa = {gold}}";
    expect(await handed(file)).toEqual({ type: "article", eprint: "1904.11010", openAccess: "gold" });
  });

  test("OpenAlex, nested values by the path to them", async () => {
    const work = {
      id: "https://openalex.org/W1",
      title: "A title of some length",
      type: "article",
      publication_date: "2018-02-13",
      authorships: [
        {
          author: { display_name: "Jane Doe", orcid: null },
          countries: ["NO"],
          institutions: [
            { display_name: "University of Oslo", ror: "https://ror.org/01xtthb56", country_code: "NO" },
          ],
          raw_affiliation_strings: ["University of Oslo, Norway"],
        },
      ],
      biblio: { volume: "6", issue: null, first_page: "1", last_page: "9" },
      primary_location: { source: { issn: ["2167-8359"], host_organization_name: "PeerJ" } },
      open_access: { is_oa: true, oa_status: "gold" },
      grants: [{ funder_display_name: "Research Council" }],
      fwci: 1.5,
      apc_list: { value: 1395, currency: "USD" },
      topics: [{ display_name: "Scientometrics" }],
      counts_by_year: [{ year: 2020, cited_by_count: 3 }],
      my_own: [[1], [2]],
    };
    const { leftOut } = await read(JSON.stringify([work]), "a.json");
    expect(await handed(JSON.stringify([work]), "a.json")).toEqual({
      affiliations: ["University of Oslo, Norway"],
      institutions: ["University of Oslo"],
      ror: ["https://ror.org/01xtthb56"],
      countries: ["NO"],
      type: "article",
      publisher: "PeerJ",
      issn: ["2167-8359"],
      funders: ["Research Council"],
      openAccess: "gold",
      pages: "1-9",
      volume: 6,
      publication_date: "2018-02-13",
      "open_access.is_oa": true,
      fwci: 1.5,
      "apc_list.value": 1395,
      "apc_list.currency": "USD",
      topics: ["Scientometrics"],
    });
    expect(leftOut?.map(({ name }) => name)).toEqual(["counts_by_year", "my_own"]);
  });

  test("Scopus", async () => {
    const table = `Authors,Title,Year,Source title,Volume,Page start,Page end,Affiliations,Document Type,Open Access,EID,Funding Details
"Doe J.","A title of some length",2020,"J Tests",3,10,12,"Department of Physics, University of Oslo, Oslo, Norway; ETH Zurich, Zurich, Switzerland",Article,"All Open Access; Gold",2-s2.0-1,Research Council; ERC
`;
    expect(await handed(table, "scopus.csv")).toEqual({
      affiliations: [
        "Department of Physics, University of Oslo, Oslo, Norway",
        "ETH Zurich, Zurich, Switzerland",
      ],
      institutions: ["University of Oslo", "ETH Zurich"],
      countries: ["NO", "CH"],
      type: "Article",
      openAccess: "All Open Access; Gold",
      pages: "10-12",
      volume: 3,
      funders: ["Research Council", "ERC"],
    });
  });

  test("Zotero: tags, and a date that says more than the year", async () => {
    const table = `Key,Item Type,Publication Year,Author,Title,Date,Manual Tags,Abstract Note\nAB12,journalArticle,2020,"Doe, Jane",A title of some length,2020-03-04,to read; maps,\n`;
    expect(await handed(table, "zotero.csv")).toEqual({
      type: "journalArticle",
      Date: "2020-03-04",
      tags: ["to read", "maps"],
    });
  });

  test("a saved map gives its fields again, with what other programs added", async () => {
    const map = {
      attributes: {
        generator: "topograph 0.1.0",
        schema: 1,
        fields: [{ name: "C1", type: "category", from: ["ris:C1"] }],
      },
      nodes: [
        {
          key: "p1",
          attributes: {
            id: "a",
            identity: "x",
            label: "A title of some length",
            x: 0,
            y: 0,
            mine: 7,
            fields: { C1: "b", ok: true },
          },
        },
      ],
      edges: [],
    };
    const { fields } = await read(JSON.stringify(map), "map.json");
    expect(fields?.map(({ name, type, from }) => [name, type, from])).toEqual([
      ["C1", "category", ["ris:C1"]],
      ["ok", "boolean", undefined],
      ["mine", "number", undefined],
    ]);
  });
});

describe("countries of addresses", () => {
  test.each([
    ["[Doe, J] Penn State Univ, University Pk, PA 16802 USA", "US"],
    ["Univ Cambridge, Cambridge CB2 1TN, England.", "GB"],
    ["Chinese Acad Sci, Beijing, Peoples R China", "CN"],
    ["Seoul Natl Univ, Seoul 08826, South Korea", "KR"],
    ["Boğaziçi University, Istanbul, Türkiye", "TR"],
    ["Georgia Institute of Technology, Atlanta, Georgia", "US"],
    ["Tbilisi State University, Tbilisi, Georgia", "GE"],
    ["Rutgers University, New Jersey", undefined],
    ["Univ Vienna, Vienna, Austria. Electronic address: a@b.at", "AT"],
    ["Institute, Berlin, Germany, 10115", "DE"],
    ["42 Main Street, Springfield, IL 62701", "US"],
    ["", undefined],
  ])("%s", (address, country) => expect(countryOf(address)).toBe(country));

  test("names and codes", () => {
    expect(["Côte d'Ivoire", "NO", "the Netherlands", "Atlantis"].map(countryCode)).toEqual([
      "CI",
      "NO",
      "NL",
      undefined,
    ]);
  });
  test("institutions, not their parts", () => {
    expect(institutionOf("School of Geography, University of Leeds, Leeds, United Kingdom")).toBe(
      "University of Leeds",
    );
    expect(institutionOf("12 Main Street, Springfield")).toBeUndefined();
  });
});
