import { describe, expect, it } from "vitest";
import { one, read, said, titles } from "./reading.ts";

const entry = (lines: string, type = "article") => `@${type}{k,\n${lines}\n}\n`;

describe("an entry of BibTeX", () => {
  it("gives all of a record", async () => {
    const text = `@Article{larsen19,
  Title = {River {G}auges},
  Subtitle = "A census",
  Author = {Larsen, Mette and Okafor, Chidi and others},
  Journal = {Water {\\&} Air},
  Year = 2019,
  DOI = {10.1000/ 182},
  URL = {https://example.org/a\\_b},
  Abstract = {Gauges are few.},
  Keywords = {gauge; river},
  Keywords-Plus = {CITY},
  References = {Doe J., First (1999); Roe A., Second (2000)},
  Unique-ID = {WOS:0001},
  eprint = {2001.00001v2}, archivePrefix = {arXiv},
  pmid = {31048553},
  Times-Cited = {12},
  langid = {english},
}`;
    expect(said(await one(text))).toEqual({
      id: "larsen19",
      title: "River Gauges: A census",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water & Air",
      doi: "10.1000/182",
      url: "https://example.org/a_b",
      keywords: ["gauge", "river", "CITY"],
      references: ["Doe J., First (1999)", "Roe A., Second (2000)"],
      aliases: ["WOS:0001", "arxiv:2001.00001", "pmid:31048553"],
      citations: 12,
      language: "en",
    });
  });

  it.each([
    ["shorttitle = {Two}", { title: "Two" }],
    ["booktitle = {Two}", { title: "Two", venue: "Two" }],
    ["maintitle = {Two}", { title: "Two", venue: "Two" }],
    ["eventtitle = {Two}", { title: "Two", venue: "Two" }],
    ["issuetitle = {Two}", { title: "Two" }],
    ["chapter = {Two}", { title: "Two" }],
    ["titleaddon = {Two}", { title: "Two" }],
  ])("%s says %j, without a title", async (lines, fields) => {
    expect(said(await one(entry(lines)))).toEqual({ id: "k", ...fields });
  });
  it.each([
    ["howpublished = {Two}", { title: "Two", venue: "Two" }],
    ["note = {Two}", { title: "Two" }],
    ["series = {Two}", { title: "Two" }],
  ])("%s says %j, without a title and not in an article", async (lines, fields) => {
    expect(said(await one(entry(lines, "misc")))).toEqual({ id: "k", ...fields });
    expect(titles(await read(entry(lines, "article")))).toEqual([]);
  });
  it.each([
    ["subtitle = {}", {}],
    ["annote = {Few.}", { abstract: "Few." }],
    ["annotation = {Few.}", { abstract: "Few." }],
    ["abstract = { }, annote = {Few.}", { abstract: "Few." }],
    ["abstract = {{ }}, annote = {Few.}", { abstract: "Few." }],
    ["date = {2018-05-01}", { year: 2018 }],
    ["issued = {2017}", { year: 2017 }],
    ["eventdate = {2016}", { year: 2016 }],
    ["earlyaccessdate = {MAY 2015}", { year: 2015 }],
    ["early-access-date = {MAY 2014}", { year: 2014 }],
    ["urldate = {2013-01-01}", { year: 2013 }],
    ["editor = {Doe, Jane}", { authors: ["Jane Doe"] }],
    ["authors = {Doe, Jane}", { authors: ["Jane Doe"] }],
    ["journaltitle = {Water}", { venue: "Water" }],
    ["journal-full = {Water}", { venue: "Water" }],
    ["school = {Water}", { venue: "Water" }],
    ["institution = {Water}", { venue: "Water" }],
    ["publisher = {Water}", { venue: "Water" }],
    ["link = {https://x.org}", { url: "https://x.org" }],
    ["ee = {https://x.org}", { url: "https://x.org" }],
    ["bdsk-url-1 = {https://x.org}", { url: "https://x.org" }],
    ["local-url = {https://x.org}", { url: "https://x.org" }],
    ["url = {https://x.org/\\%20\\&\\#\\~\\$}", { url: "https://x.org/%20&#~$" }],
    ["author_keywords = {gauge, river}", { keywords: ["gauge", "river"] }],
    ["author-keywords = {gauge}", { keywords: ["gauge"] }],
    ["keyword = {gauge}", { keywords: ["gauge"] }],
    ["keywords_plus = {CITY}", { keywords: ["CITY"] }],
    [
      "cited_references = {{Doe J\\&R, 1999;\nRoe A, 2000}}",
      { references: ["Doe J&R, 1999", "Roe A, 2000"] },
    ],
    ["unique_id = {x}", { aliases: ["x"] }],
    ["eprint = {2001.00001 [cs.CL]}", { aliases: ["arxiv:2001.00001"] }],
    ["eprint = {hep-th/9901001v2}", { aliases: ["arxiv:hep-th/9901001"] }],
    // Two posts are not one paper because both are on Instagram.
    ["eprint = {Instagram}", {}],
    ["eprint = {2001.00001}, eprinttype = {arxiv}", { aliases: ["arxiv:2001.00001"] }],
    [
      "eprint = {2001.00001}, journal = {arXiv e-prints}",
      { venue: "arXiv e-prints", aliases: ["arxiv:2001.00001"] },
    ],
    ["eprint = {2001.00001}, archiveprefix = {SSRN}", {}],
    ["archiveprefix = {arXiv}", {}],
    ["eid = {2-s2.0-77}", { aliases: ["eid:2-s2.0-77"] }],
    [
      "url = {https://x.org/?eid=2-s2.0-77&p=1}",
      { url: "https://x.org/?eid=2-s2.0-77&p=1", aliases: ["eid:2-s2.0-77"] },
    ],
    ["citations = {7}", { citations: 7 }],
    ["cited-by = {7}", { citations: 7 }],
    ["timescited = {7}", { citations: 7 }],
    ["note = {cited By 12}", { citations: 12 }],
    ["note = {Cited  by: 12; more}", { citations: 12 }],
    ["language = {german}", { language: "de" }],
  ])("%s says %j", async (lines, fields) => {
    expect(said(await one(entry(`title = {One}, ${lines}`)))).toEqual({ id: "k", title: "One", ...fields });
  });
  it("is known by its unique id where it has no key", async () => {
    expect((await one("@misc{title = {One}, unique-id = {WOS:1}}")).id).toBe("WOS:1");
  });

  it.each([
    ["aj", "The Astronomical Journal"],
    ["apj", "The Astrophysical Journal"],
    ["apjl", "The Astrophysical Journal Letters"],
    ["apjs", "The Astrophysical Journal Supplement Series"],
    ["aap", "Astronomy and Astrophysics"],
    ["aapr", "Astronomy and Astrophysics Review"],
    ["aaps", "Astronomy and Astrophysics Supplement Series"],
    ["araa", "Annual Review of Astronomy and Astrophysics"],
    ["mnras", "Monthly Notices of the Royal Astronomical Society"],
    ["pasp", "Publications of the Astronomical Society of the Pacific"],
    ["pasj", "Publications of the Astronomical Society of Japan"],
    ["nat", "Nature"],
    ["prd", "Physical Review D"],
    ["prl", "Physical Review Letters"],
    ["prc", "Physical Review C"],
    ["pra", "Physical Review A"],
    ["physrep", "Physics Reports"],
    ["jcap", "Journal of Cosmology and Astroparticle Physics"],
    ["icarus", "Icarus"],
    ["solphys", "Solar Physics"],
    ["ssr", "Space Science Reviews"],
    ["apss", "Astrophysics and Space Science"],
    ["baas", "Bulletin of the American Astronomical Society"],
    ["jgr", "Journal of Geophysical Research"],
    ["grl", "Geophysical Research Letters"],
    ["memsai", "Memorie della Società Astronomica Italiana"],
    ["na", "New Astronomy"],
    ["nar", "New Astronomy Reviews"],
    ["planss", "Planetary and Space Science"],
    ["procspie", "Proceedings of the SPIE"],
    ["rmxaa", "Revista Mexicana de Astronomía y Astrofísica"],
    ["caa", "Chinese Astronomy and Astrophysics"],
  ])("the macro \\%s of astronomers is %s", async (macro, venue) => {
    expect((await one(entry(`title = {One}, journal = { \\${macro} }`))).venue).toBe(venue);
  });
});
