import { describe, expect, it } from "vitest";
import { messages, one, read, said, titles } from "./reading.ts";

const paper = async (text: string) => said(await one(text, "a.xml"));

describe("PubMed's XML", () => {
  const article = (inside: string, citation = "", data = "") =>
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID>${citation}<Article>${inside}</Article></MedlineCitation><PubmedData>${data}</PubmedData></PubmedArticle></PubmedArticleSet>`;

  it("gives all of an article", async () => {
    const text = `<?xml version="1.0"?>
<PubmedArticleSet><PubmedArticle>
<MedlineCitation>
  <PMID Version="1">31048553</PMID>
  <Article>
    <Journal>
      <JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue>
      <Title>Water</Title><ISOAbbreviation>Wat.</ISOAbbreviation>
    </Journal>
    <ArticleTitle>River <i>gauges</i>.</ArticleTitle>
    <ELocationID EIdType="pii">S1</ELocationID>
    <ELocationID EIdType="doi">10.1000/182</ELocationID>
    <Abstract>
      <AbstractText Label="METHODS">We count.</AbstractText>
      <AbstractText Label="UNLABELLED">They are few.</AbstractText>
      <AbstractText>So be it.</AbstractText>
    </Abstract>
    <AuthorList>
      <Author><LastName>Larsen</LastName><ForeName>Mette</ForeName><Initials>M</Initials></Author>
      <Author><LastName>Okafor</LastName><Initials>C</Initials></Author>
      <Author><LastName>Plato</LastName></Author>
      <Author><CollectiveName>River Group</CollectiveName></Author>
      <Author><Identifier>0000</Identifier></Author>
    </AuthorList>
    <Language>eng</Language>
  </Article>
  <KeywordList><Keyword>gauge</Keyword></KeywordList>
  <MeshHeadingList><MeshHeading><DescriptorName>Rivers</DescriptorName></MeshHeading></MeshHeadingList>
</MedlineCitation>
<PubmedData>
  <ArticleIdList><ArticleId IdType="pubmed">1</ArticleId><ArticleId IdType="pmc">PMC8</ArticleId></ArticleIdList>
  <ReferenceList>
    <Reference><Citation>Doe 1999</Citation><ArticleIdList><ArticleId IdType="pubmed">9</ArticleId><ArticleId IdType="doi"> 10.1/2 </ArticleId></ArticleIdList></Reference>
    <Reference><Citation>Roe 2000</Citation><ArticleIdList><ArticleId IdType="pubmed">9</ArticleId></ArticleIdList></Reference>
    <Reference><Citation>Poe 2001</Citation></Reference>
    <Reference/>
  </ReferenceList>
</PubmedData>
</PubmedArticle></PubmedArticleSet>`;
    expect(await paper(text)).toEqual({
      id: "31048553",
      title: "River gauges",
      abstract: "METHODS: We count. They are few. So be it.",
      authors: ["Mette Larsen", "C Okafor", "Plato", "River Group"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      keywords: ["gauge", "Rivers"],
      references: ["10.1/2", "pmid:9", "Poe 2001"],
      aliases: ["pmid:31048553", "pmcid:PMC8"],
      language: "en",
    });
  });
  const ONE = "<ArticleTitle>One</ArticleTitle>";
  it.each([
    [article("<VernacularTitle>Eins</VernacularTitle>"), { title: "Eins" }],
    [
      article(
        `${ONE}<Journal><JournalIssue><PubDate><MedlineDate>2018 Mar-Apr</MedlineDate></PubDate></JournalIssue></Journal>`,
      ),
      { year: 2018 },
    ],
    [article(`${ONE}<ArticleDate><Year>2017</Year></ArticleDate>`), { year: 2017 }],
    [article(`${ONE}<Journal><ISOAbbreviation>Wat.</ISOAbbreviation></Journal>`), { venue: "Wat." }],
    [
      article(ONE, "<MedlineJournalInfo><MedlineTA>Water</MedlineTA></MedlineJournalInfo>"),
      { venue: "Water" },
    ],
    [
      article(ONE, "", '<ArticleIdList><ArticleId IdType="doi">10.1000/182</ArticleId></ArticleIdList>'),
      { doi: "10.1000/182" },
    ],
    [
      "<MedlineCitation><PMID>7</PMID><Article><ArticleTitle>One</ArticleTitle></Article></MedlineCitation>",
      {},
    ],
    [
      '<PubmedArticle><MedlineCitation><Article><ArticleTitle>One</ArticleTitle></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed"> 7 </ArticleId></ArticleIdList></PubmedData></PubmedArticle>',
      {},
    ],
  ])("%s says %j", async (text, expected) => {
    expect(await paper(text)).toEqual({ id: "7", title: "One", aliases: ["pmid:7"], ...expected });
  });
  it("reads chapters of books", async () => {
    const text = `<PubmedBookArticle><BookDocument><PMID>7</PMID><ArticleIdList><ArticleId IdType="doi">10.1000/182</ArticleId></ArticleIdList>
<Book><BookTitle>Book of Water</BookTitle><PubDate><Year>2016</Year></PubDate></Book></BookDocument></PubmedBookArticle>`;
    expect(await paper(text)).toEqual({
      id: "7",
      title: "Book of Water",
      year: 2016,
      doi: "10.1000/182",
      aliases: ["pmid:7"],
    });
  });
});

describe("arXiv's feed", () => {
  const entry = (inside: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`;

  it("gives all of an entry", async () => {
    const text = entry(`
<id> http://arxiv.org/abs/2001.00001v2 </id>
<title>River gauges</title>
<summary>Gauges are few.</summary>
<published>2020-01-01T00:00:00Z</published><updated>2021-01-01T00:00:00Z</updated>
<author><name>Mette Larsen</name></author><author><name>Chidi Okafor</name></author><author/>
<link rel="related" href="https://example.org/pdf"/><link rel="alternate" href="https://arxiv.org/abs/2001.00001"/>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/182</arxiv:doi>
<arxiv:journal_ref>Water 7 (2020)</arxiv:journal_ref>
<category term="cs.DL"/><category/>`);
    expect(await paper(text)).toEqual({
      id: "arXiv:2001.00001",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2020,
      venue: "Water 7 (2020)",
      doi: "10.1000/182",
      url: "https://arxiv.org/abs/2001.00001",
      keywords: ["cs.DL"],
      // The id in the other spelling.
      aliases: ["arxiv:2001.00001"],
    });
  });
  it.each([
    [
      "<id>http://arxiv.org/abs/math/0309136v1</id>",
      {
        id: "arXiv:math/0309136",
        url: "http://arxiv.org/abs/math/0309136v1",
        venue: "arXiv",
        aliases: ["arxiv:math/0309136"],
      },
    ],
    ["<id>tag:example.org</id><content>Few.</content>", { id: "tag:example.org", abstract: "Few." }],
    ["<updated>2021-01-01</updated>", { year: 2021 }],
    ["<id>http://example.org/1</id>", { id: "http://example.org/1", url: "http://example.org/1" }],
  ])("%s says %j", async (inside, expected) => {
    expect(await paper(entry(`<title>One</title>${inside}`))).toEqual({ id: "1", title: "One", ...expected });
  });
  it.each([
    [
      "<id>http://arxiv.org/api/errors#x</id><title> Error </title><summary> bad id </summary>",
      /papers: bad id$/,
    ],
    ["<title>error</title>", /papers: no reason given$/],
  ])("%s is an error", async (inside, says) => {
    const collection = await read(entry(inside));
    expect(titles(collection)).toEqual([]);
    expect(messages(collection).join("\n")).toMatch(says);
  });
  it("a paper may be called Error, or begin so", async () => {
    const id = "<id>http://arxiv.org/abs/2001.00001</id>";
    expect(titles(await read(entry(`${id}<title>Error</title>`)))).toEqual(["Error"]);
    expect(titles(await read(entry("<id>error1</id><title>Error bars</title>")))).toEqual(["Error bars"]);
    expect(titles(await read(entry("<id>error1</id><title>On error</title>")))).toEqual(["On error"]);
  });
});

describe("OAI-PMH", () => {
  const record = (metadata: string) =>
    `<OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>${metadata}</metadata></record></ListRecords></OAI-PMH>`;

  it("gives all of arXiv's own form", async () => {
    const text = record(`
<arXiv><id> 2001.00001 </id><created>2020-01-01</created>
<authors><author><keyname>Larsen</keyname><forenames>Mette</forenames></author><author><keyname>Plato</keyname></author></authors>
<title>River gauges</title><categories>cs.DL  cs.IR</categories>
<journal-ref>Water 7 (2020)</journal-ref><doi>10.1000/182</doi><abstract>Gauges are few.</abstract></arXiv>`);
    expect(await paper(text)).toEqual({
      id: "arXiv:2001.00001",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Plato"],
      year: 2020,
      venue: "Water 7 (2020)",
      doi: "10.1000/182",
      url: "https://arxiv.org/abs/2001.00001",
      keywords: ["cs.DL", "cs.IR"],
      aliases: ["arxiv:2001.00001"],
    });
  });
  it("gives all of arXiv's raw form", async () => {
    const text = record(
      '<arXivRaw><id>2001.00001</id><version version="v1"><date>Wed, 1 Jan 2020</date></version><title>One</title><authors>Mette Larsen, Chidi Okafor and Ann Roe</authors></arXivRaw>',
    );
    expect(await paper(text)).toEqual({
      id: "arXiv:2001.00001",
      title: "One",
      authors: ["Mette Larsen", "Chidi Okafor", "Ann Roe"],
      year: 2020,
      venue: "arXiv",
      url: "https://arxiv.org/abs/2001.00001",
      aliases: ["arxiv:2001.00001"],
    });
  });
  it("gives all of Dublin Core", async () => {
    const text = record(`<oai_dc:dc xmlns:oai_dc="a" xmlns:dc="b">
<dc:title>One</dc:title><dc:creator>Larsen, Mette</dc:creator><dc:creator>Okafor, Chidi</dc:creator>
<dc:subject>Rivers</dc:subject><dc:subject>Cities</dc:subject><dc:description>Gauges are few.</dc:description>
<dc:date>2020-01-01</dc:date><dc:source>Water</dc:source><dc:identifier>local 7</dc:identifier>
<dc:identifier>https://example.org/1</dc:identifier><dc:identifier>doi:10.1000/182</dc:identifier>
<dc:language>en</dc:language></oai_dc:dc>`);
    expect(await paper(text)).toEqual({
      id: "oai:x:1",
      title: "One",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2020,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/1",
      keywords: ["Rivers", "Cities"],
      language: "en",
    });
    const arxiv = record(
      "<dc><title>One</title><identifier>http://arxiv.org/abs/2001.00001</identifier></dc>",
    );
    expect(await paper(arxiv)).toMatchObject({ id: "arXiv:2001.00001", venue: "arXiv" });
  });
  it("passes over records that were deleted", async () => {
    const text = `<OAI-PMH><record><header status="deleted"/></record>${record("<arXiv><title>One</title></arXiv>")}</OAI-PMH>`;
    const collection = await read(text);
    expect(titles(collection)).toEqual(["One"]);
    expect(messages(collection)).toEqual([]);
  });
});
