import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { messages, read, titles } from "./reading.ts";

const bib = (key: string, title: string) => `@article{${key},\n  title = {${title}},\n  year = {2001}\n}\n`;
const medline = (title: string, id: number) =>
  `<PubmedArticle><MedlineCitation><PMID>${id}</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n`;

/** "深度学习在自然语言处理中的应用研究" and the like, in the bytes of each encoding. */
const ENCODED: readonly (readonly [label: string, hex: string, title: string])[] = [
  ["gbk", "c9eeb6c8d1a7cfb0d4dad7d4c8bbd3efd1d4b4a6c0edd6d0b5c4d3a6d3c3", "深度学习在自然语言处理中的应用"],
  ["shift_jis", "905b91778a778f4b82c982e682e989e6919c94468eaf82cc8ca48b86", "深層学習による画像認識の研究"],
  ["euc-jp", "bfbcc1d8b3d8bdaca4cba4e8a4ebb2e8c1fcc7a7bcb1a4ceb8a6b5e6", "深層学習による画像認識の研究"],
  [
    "euc-kr",
    "b5f6b7afb4d7c0bb20c0ccbfebc7d120c0ccb9ccc1f620c0cebdc420bfacb1b8",
    "딥러닝을 이용한 이미지 인식 연구",
  ],
  [
    "big5",
    "b260abd7bec7b2dfaabac0b3a5ceace3a873a5bba4e5a4b6b2d0b260abd7bec7b2df",
    "深度學習的應用研究本文介紹深度學習",
  ],
  ["windows-1251", "c8e7f3f7e5ede8e520f0e5ea20e820eee7b8f02c20ecee", "Изучение рек и озёр, мо"],
  ["koi8-r", "e9dad5dec5cec9c520d2c5cb20c920cfdac5d220cccfd320", "Изучение рек и озер лос"],
];
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const inside = (hex: string) =>
  Buffer.concat([Buffer.from("@misc{k, title = {"), bytesOf(hex), Buffer.from("}, year = 2001}\n")]);

describe("encodings that nothing declares", () => {
  it.each(ENCODED)("%s is known and told of", async (label, hex, title) => {
    const collection = await read(inside(hex), "a.bib");
    expect(collection.files[0].encoding).toBe(label);
    expect(titles(collection)).toEqual([title.trim()]);
    expect(messages(collection).join()).toMatch(/encoding: .*--encoding/);
  });
  it("western text is never taken for an East Asian or Cyrillic one", async () => {
    for (const text of [
      "Größe der Flüsse und Bäche",
      "Étude à Genève où ça s’arrête",
      "“Naïve” – ÆØÅ: Ærø",
    ]) {
      const western = Buffer.from(
        text.replaceAll("’", "\x92").replaceAll("–", "\x96").replace("“", "\x93").replace("”", "\x94"),
        "latin1",
      );
      const { files, papers } = await read(inside(western.toString("hex")), "a.bib");
      expect(files[0].encoding).toBe("windows-1252");
      expect(papers[0].title).toBe(text);
    }
  });
  it("too little to tell: windows-1252, with the way out", async () => {
    const collection = await read(inside("c9eeb6c8"), "a.bib");
    expect(collection.files[0].encoding).toBe("windows-1252");
    expect(messages(collection).join()).toMatch(/--encoding \(gbk, shift_jis/);
  });
  it("an XML declaration is believed", async () => {
    const xml = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-2"?>\n<PubmedArticleSet>${medline("Za\xbf\xf3\xb3\xe6", 1)}</PubmedArticleSet>`,
      "latin1",
    );
    expect(titles(await read(xml, "a.xml"))).toEqual(["Zażółć"]);
  });
  it("UTF-16 without a mark, in Chinese", async () => {
    const text = "title,abstract\n深度学习综述,本文综述\n图神经网络,我们提出一种方法\n";
    expect(titles(await read(Buffer.from(text, "utf16le"), "a.csv"))).toEqual(["深度学习综述", "图神经网络"]);
  });
});

describe("what is wrapped", () => {
  it("gzip in gzip is unpacked", async () => {
    expect(titles(await read(gzipSync(gzipSync(bib("a", "One"))), "a.bib.gz"))).toEqual(["One"]);
  });
  it("what follows a gzip member costs nothing of it", async () => {
    const padded = Buffer.concat([gzipSync(bib("a", "One")), Buffer.from("and more")]);
    const collection = await read(padded, "a.bib.gz");
    expect(titles(collection)).toEqual(["One"]);
    expect(messages(collection).join()).toMatch(/followed by other data/);
  });
  it("of a binary file nothing is told but what it is", async () => {
    const { files } = await read(
      Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 251),
      "a.bib",
    );
    expect(files[0].refusal).toMatch(/binary/);
    expect(files[0].warnings).toEqual([]);
  });
  it.each([
    ["xl/workbook.xml", /Excel/],
    ["word/document.xml", /Word/],
    ["refs.bib", /ZIP/],
  ])("a ZIP archive with %s is refused by name", async (inner, reason) => {
    const zip = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(26), Buffer.from(inner)]);
    expect((await read(zip, "a.csv")).files[0].refusal).toMatch(reason);
  });
});
