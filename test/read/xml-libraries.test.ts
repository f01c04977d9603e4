import { describe, expect, it } from "vitest";
import { one, read, said } from "./reading.ts";

describe("MODS", () => {
  const MODS = `<?xml version="1.0"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="river01">
<titleInfo type="alternative"><title>Rivers</title></titleInfo>
<titleInfo><nonSort>The</nonSort><title>gauges of rivers</title><subTitle>a code</subTitle></titleInfo>
<name type="personal"><namePart type="family">Larsen</namePart><namePart type="given">Mette</namePart><role><roleTerm type="text">author</roleTerm></role></name>
<name type="personal"><namePart type="family">Okafor</namePart><role><roleTerm type="code">edt</roleTerm></role></name>
<abstract>We measure rivers.</abstract><genre>journal article</genre>
<subject><topic>hydrology</topic></subject><language><languageTerm>eng</languageTerm></language>
<relatedItem type="host"><titleInfo><title>Journal of Rivers</title></titleInfo><originInfo><dateIssued>2001-03</dateIssued></originInfo>
<part><detail type="volume"><number>7</number></detail><detail type="issue"><number>2</number></detail><extent unit="pages"><start>11</start></extent></part></relatedItem>
<identifier type="doi">10.1000/182</identifier><identifier type="uri">https://example.org/1</identifier>
</mods></modsCollection>`;
  it("gives all of a record", async () => {
    expect((await read(MODS)).files[0].format).toBe("mods-xml");
    expect(said(await one(MODS))).toMatchObject({
      id: "river01",
      title: "The gauges of rivers: a code",
      abstract: "We measure rivers.",
      authors: ["Mette Larsen"],
      year: 2001,
      venue: "Journal of Rivers",
      doi: "10.1000/182",
      url: "https://example.org/1",
      keywords: ["hydrology"],
    });
  });
});

describe("Crossref's XML", () => {
  const article = (inner: string) =>
    `<?xml version="1.0"?><doi_records><doi_record><crossref>${inner}</crossref></doi_record></doi_records>`;
  it("gives all of an article", async () => {
    const xml =
      article(`<journal><journal_metadata language="en"><full_title>Journal of Rivers</full_title></journal_metadata>
<journal_issue><publication_date media_type="print"><year>2001</year></publication_date><journal_volume><volume>7</volume></journal_volume><issue>2</issue></journal_issue>
<journal_article><titles><title>River gauges</title><subtitle>a code</subtitle></titles>
<contributors><person_name contributor_role="author" sequence="first"><given_name>Mette</given_name><surname>Larsen</surname></person_name><organization contributor_role="author">River Board</organization><person_name contributor_role="editor"><surname>Okafor</surname></person_name></contributors>
<jats:abstract xmlns:jats="x"><jats:p>We measure rivers.</jats:p></jats:abstract>
<doi_data><doi>10.1000/182</doi><resource>https://example.org/1</resource></doi_data>
<citation_list><citation key="1"><doi>10.1000/1</doi></citation><citation key="2"><author>Roe</author><cYear>1999</cYear></citation></citation_list>
</journal_article></journal>`);
    expect((await read(xml)).files[0].format).toBe("crossref-xml");
    expect(said(await one(xml))).toMatchObject({
      id: "10.1000/182",
      title: "River gauges: a code",
      abstract: "We measure rivers.",
      authors: ["Mette Larsen", "River Board"],
      year: 2001,
      venue: "Journal of Rivers",
      references: ["10.1000/1", "Roe, 1999"],
    });
  });
  it.each([
    [
      "a conference paper",
      "<conference><proceedings_metadata><proceedings_title>Rivers 2001</proceedings_title></proceedings_metadata><conference_paper><titles><title>One</title></titles></conference_paper></conference>",
      "Rivers 2001",
    ],
    [
      "a chapter",
      "<book><book_metadata><titles><title>All rivers</title></titles></book_metadata><content_item><titles><title>One</title></titles></content_item></book>",
      "All rivers",
    ],
    [
      "a preprint",
      "<posted_content><titles><title>One</title></titles><institution><institution_name>arXiv</institution_name></institution></posted_content>",
      "arXiv",
    ],
  ])("gives %s and what it is part of", async (_kind, inner, venue) => {
    expect(await one(article(inner))).toMatchObject({ title: "One", venue });
  });
});

describe("Zotero RDF", () => {
  const rdf = (inner: string) =>
    `<rdf:RDF xmlns:rdf="r" xmlns:z="z" xmlns:dcterms="t" xmlns:bib="b" xmlns:foaf="f" xmlns:dc="d" xmlns:prism="p">${inner}</rdf:RDF>`;
  const ARTICLE = `<bib:Article rdf:about="http://example.org/1"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1234"/>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Larsen</foaf:surname><foaf:givenName>Mette</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dc:subject>hydrology</dc:subject><dc:title>River gauges</dc:title><dcterms:abstract>We measure rivers.</dcterms:abstract><dc:date>March 2001</dc:date>
<dc:identifier><dcterms:URI><rdf:value>https://example.org/1</rdf:value></dcterms:URI></dc:identifier></bib:Article>`;
  const JOURNAL = `<bib:Journal rdf:about="urn:issn:1234"><dc:title>Journal of Rivers</dc:title><prism:volume>7</prism:volume><dc:identifier>DOI 10.1000/182</dc:identifier></bib:Journal>`;
  it.each([
    ["before it", rdf(JOURNAL + ARTICLE)],
    ["behind it", rdf(ARTICLE + JOURNAL)],
    [
      "in it",
      rdf(
        ARTICLE.replace(
          '<dcterms:isPartOf rdf:resource="urn:issn:1234"/>',
          `<dcterms:isPartOf>${JOURNAL}</dcterms:isPartOf>`,
        ),
      ),
    ],
  ])("gives an article whose journal stands %s", async (_where, text) => {
    expect((await read(text)).files[0].format).toBe("zotero-rdf");
    expect(said(await one(text))).toMatchObject({
      title: "River gauges",
      abstract: "We measure rivers.",
      authors: ["Mette Larsen"],
      year: 2001,
      venue: "Journal of Rivers",
      doi: "10.1000/182",
      url: "https://example.org/1",
      keywords: ["hydrology"],
    });
  });
  it("passes over attachments, notes and collections", async () => {
    const text = rdf(
      `<z:Attachment rdf:about="#a"><z:itemType>attachment</z:itemType><dc:title>Full text</dc:title></z:Attachment>${ARTICLE}<bib:Memo rdf:about="#n"><rdf:value>A note</rdf:value></bib:Memo><z:Collection rdf:about="#c"><dc:title>Rivers</dc:title></z:Collection>`,
    );
    expect((await one(text)).title).toBe("River gauges");
  });
  it("gives a conference paper, which is a plain description", async () => {
    const text = rdf(
      `<rdf:Description rdf:about="#1"><z:itemType>conferencePaper</z:itemType><dc:title>One</dc:title><dcterms:isPartOf><bib:Journal><dc:title>Proceedings</dc:title></bib:Journal></dcterms:isPartOf></rdf:Description>`,
    );
    expect(await one(text)).toMatchObject({ title: "One", venue: "Proceedings" });
  });
});

describe("XML that is not read", () => {
  it.each([
    [
      '<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>01</leader></record></collection>',
      /MARC/,
    ],
    ["<CitaviExchangeData><Reference/></CitaviExchangeData>", /Citavi.*export RIS/],
    ["<b:Sources xmlns:b='x'><b:Source/></b:Sources>", /Word/],
    ["<gexf><graph/></gexf>", /graph.*collection/],
  ])("%s is refused by name", async (text, called) => {
    expect((await read(text)).files[0].refusal).toMatch(called);
  });
});
