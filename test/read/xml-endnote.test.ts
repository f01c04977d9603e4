import { describe, expect, it } from "vitest";
import { xmlFlavour } from "../../src/read/formats/xml.ts";
import { messages, one, read, said, titles } from "./reading.ts";

const paper = async (text: string) => said(await one(text, "a.xml"));

describe("EndNote's XML", () => {
  const record = (inside: string) => `<xml><records><record>${inside}</record></records></xml>`;

  it("gives all of a record", async () => {
    const text = record(`
<rec-number>7</rec-number><label>Larsen19</label><accession-num>WOS:1</accession-num>
<contributors><authors><author><style face="normal">Larsen, Mette</style></author><author>Okafor, Chidi</author></authors>
<secondary-authors><author>Roe, Ann</author></secondary-authors></contributors>
<titles><title>River <style>gauges</style></title><secondary-title>Water, short</secondary-title></titles>
<periodical><full-title>Water</full-title></periodical><publisher>Springs</publisher>
<dates><year>2019</year><pub-dates><date>May 2018</date></pub-dates></dates>
<electronic-resource-num>10.1000/182</electronic-resource-num>
<urls><related-urls><url>file:a.pdf</url><url> https://example.org/gauges</url></related-urls></urls>
<keywords><keyword>gauge; river</keyword><keyword>city</keyword></keywords>
<abstract>Gauges are few.</abstract><language>eng</language>`);
    expect(await paper(text)).toEqual({
      id: "WOS:1",
      title: "River gauges",
      abstract: "Gauges are few.",
      authors: ["Mette Larsen", "Chidi Okafor"],
      year: 2019,
      venue: "Water",
      doi: "10.1000/182",
      url: "https://example.org/gauges",
      keywords: ["gauge", "river", "city"],
      language: "en",
    });
  });
  const ONE = "<titles><title>One</title></titles>";
  it.each([
    [`${ONE}<rec-number>7</rec-number><label>x</label>`, { id: "7" }],
    [`${ONE}<label>x</label>`, { id: "x" }],
    ["<title>Two</title>", { title: "Two" }],
    [
      "<TITLE>Two</TITLE><ABSTRACT>Few.</ABSTRACT><YEAR>2001</YEAR>",
      { title: "Two", abstract: "Few.", year: 2001 },
    ],
    ["<titles><secondary-title>Two</secondary-title></titles>", { title: "Two", venue: "Two" }],
    [`${ONE}<dates><pub-dates><date>May 2018</date></pub-dates></dates>`, { year: 2018 }],
    [`${ONE}<authors><author>Doe, Jane</author></authors>`, { authors: ["Jane Doe"] }],
    [`${ONE}<AUTHORS><AUTHOR>Doe, Jane</AUTHOR></AUTHORS>`, { authors: ["Jane Doe"] }],
    [
      `${ONE}<contributors><secondary-authors><author>Doe, Jane</author></secondary-authors></contributors>`,
      { authors: ["Jane Doe"] },
    ],
    [`${ONE}<publisher>Springs</publisher>`, { venue: "Springs" }],
  ])("%s says %j", async (inside, expected) => {
    expect(await paper(record(inside))).toEqual({ id: "1", title: "One", ...expected });
  });
});

describe("XML of any sort", () => {
  it.each([
    ["<PubmedArticleSet>", "pubmed-xml"],
    ["<MedlineCitation>", "pubmed-xml"],
    ['<!DOCTYPE x PUBLIC "-//NLM//DTD PubMedArticle//EN">', "pubmed-xml"],
    ["<feed>", "arxiv-atom"],
    ['<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "arxiv-atom"],
    ["<OAI-PMH>", "oai-xml"],
    ["<records>", "endnote-xml"],
    ["<record>", "endnote-xml"],
    ['<source-app name="EndNote">', "endnote-xml"],
    ["<gexf>", "gexf"],
    [`${" ".repeat(5000)}<feed>`, "xml"],
  ])("%s is told to be %s", (head, name) => {
    expect(xmlFlavour(head)).toBe(name);
  });
  it.each([
    ["<gexf><graph/></gexf>", "the XML (<gexf>) is a graph"],
    ["<feed></feed>", "the XML (<feed>) holds no records: it is empty. Did the search find anything?"],
    ["<OAI-PMH></OAI-PMH>", "the XML (<OAI-PMH>) holds no records: it is empty"],
    ["<records></records>", "the XML (<records>) holds no records: it is empty"],
    ["<xml></xml>", "the XML (<xml>) holds no records: it is empty"],
    ["<?xml version='1.0'?><table></table>", "this is a piece of HTML (<table>; a login or error page?)"],
    ["<?xml version='1.0'?><h1>x</h1>", "this is a piece of HTML (<h1>; a login or error page?)"],
    ["<?xml version='1.0'?>", "the XML has no elements: no papers in it"],
  ])("%s: %s", async (text, says) => {
    expect(messages(await read(text, "a.xml")).join("\n")).toContain(says);
  });
  it("numbers records for messages, in the line where they begin", async () => {
    const text =
      "<records>\n<record><year>2001</year></record>\n\n<record><title>Two</title><dates><year>20x8</year></dates></record></records>";
    expect(messages(await read(text))).toEqual([
      expect.stringMatching(/^line 2: record 1: the record has no title/),
      expect.stringMatching(/^line 4: record 2: found "20x8"/),
    ]);
  });
  it("ends a record that was not closed where the next one begins, and the last one with the file", async () => {
    const text =
      "<records><record><title>One</title><record><title>Two</title></record><record><title>Three</title>";
    expect(titles(await read(text))).toEqual(["One", "Two", "Three"]);
  });
  it("keeps the text of what is nested too deep", async () => {
    const deep = (n: number) => `${"<b>".repeat(n)}deep${"</b>".repeat(n)}`;
    expect(
      titles(await read(`<records><record><title>On ${deep(300)} water</title></record></records>`)),
    ).toEqual(["On deep water"]);
  });
});
