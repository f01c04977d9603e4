import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { messages, read, titles } from "./reading.ts";

/** [file name, content, titles that must be read, what the messages must say (none at all where absent)] */
type Row = readonly [name: string, content: string, titles: readonly string[], says?: RegExp];

const bib = (key: string, title: string) => `@article{${key},\n  title = {${title}},\n  year = {2001}\n}\n`;
const ris = (title: string) => `TY  - JOUR\nTI  - ${title}\nER  - \n`;
const medline = (title: string, id: number) =>
  `<PubmedArticle><MedlineCitation><PMID>${id}</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n`;
const XML = '<?xml version="1.0"?>\n<PubmedArticleSet>\n';

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "line ends, marks and NULs": [
    ["cr.bib", (bib("a", "One") + bib("b", "Two")).replaceAll("\n", "\r"), ["One", "Two"]],
    [
      "mixed.ris",
      `${ris("One").replaceAll("\n", "\r\n")}${ris("Two").replaceAll("\n", "\r")}`,
      ["One", "Two"],
    ],
    ["cr.csv", "title,abstract\rOne,Text\rTwo,Text\r", ["One", "Two"]],
    ["joined.jsonl", '\ufeff{"title":"One"}\n\ufeff{"title":"Two"}\n', ["One", "Two"]],
    ["joined.bib", `\ufeff${bib("a", "One")}\ufeff\ufeff${bib("b", "Two")}`, ["One", "Two"]],
    ["twice.csv", "\u00ef\u00bb\u00bftitle,abstract\nOne,Text\n", ["One"]],
    ["padded.csv", `title,abstract\nOne,Text\n${"\0".repeat(99)}`, ["One"], /99 NUL characters.*dropped/],
    ["nul.csv", "title,abstract\nOne\0,Te\0xt\n", ["One"], /2 NUL characters/],
  ],
  BibTeX: [
    [
      "brace.bib",
      `@article broken,\n title = {One},\n year = {2002}\n}\n${bib("b", "Two")}`,
      ["One", "Two"],
      /line 1: .*no "\{" after @article/,
    ],
    [
      "bomb.bib",
      `@string{a = {xxxxxxxxxx}}\n${"@string{a = a # a # a # a # a # a # a # a # a # a}\n".repeat(12)}@misc{k, title = {Kept}, note = a}`,
      ["Kept"],
    ],
    ["macro.bib", "@misc{a, title = constructor # { and } # __proto__}", ["constructor and __proto__"]],
    ["fence.txt", `Here:\n\`\`\`bibtex\n${bib("a", "One")}\`\`\`\n`, ["One"]],
    ["mail.txt", `From: a@b.org\nSubject: refs\n\n${bib("a", "One")}${bib("b", "Two")}`, ["One", "Two"]],
    ["commas.bib", "@article{a,, title={One}, , year={2001},,}", ["One"]],
    [
      "cut.bib",
      `${bib("a", "One")}@article{cut, title={Two}, author={Doe, J. and Ro`,
      ["One", "Two"],
      /cut: .*not closed/,
    ],
  ],
  RIS: [
    ["tight.ris", "TY-JOUR\nTI-One\nER-\n\nTY-JOUR\nTI-Two\nER-\n", ["One", "Two"]],
    ["tabs.ris", "TY\t-\tJOUR\nTI\t-\tOne\nER\t-\t\n", ["One"]],
    ["dash.ris", "TY  - JOUR\nTI  - One\nAD-related words\nER  - \n", ["One AD-related words"]],
    ["no-end.ris", "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n", ["One", "Two"], /expected ER/],
  ],
  CSV: [
    ["sep.csv", "sep=;\ntitle;abstract\nOne;Text\n", ["One"]],
    ["tab.csv", "title\tabstract\nOne\tText, with, commas\n", ["One"]],
    ["escaped.csv", 'title,abstract\n"A ""quoted"" one","Text, more"\n', ['A "quoted" one']],
    ["inner.csv", 'title,abstract\n"Two "inner" quotes","Text"\nThree,T\n', ['Two "inner" quotes', "Three"]],
    ["twice.csv", "title,abstract\nOne,Text\ntitle,abstract\nTwo,Text\n", ["One", "Two"]],
    ["other.csv", "title,abstract,year\nOne,Text,2001\nyear,title,abstract\n2002,Two,Text\n", ["One", "Two"]],
    ["open.csv", 'title,abstract\n"Torn,Text\nGood two,Text\n', ["Torn", "Good two"], /line 2: .*quote/],
    [
      "swallow.csv",
      'title,abstract\n"Torn,Text\n"Good two","Text"\n"Good three","Text"\n',
      ["Torn", "Good two", "Good three"],
      /line 2: .*quote/,
    ],
    ["header.csv", '"title,abstract\nOne,Text\n', ["One"], /line 1: .*quote/],
    ["years.csv", "title,year\nOne,in press\nTwo,2021a\n", ["One", "Two"]],
    ["hostile.csv", "title,__proto__,constructor\nOne,1,2\n", ["One"]],
    ["chinese.csv", "题名,摘要\n深度学习,本文研究\n", ["深度学习"]],
  ],
  JSON: [
    ["nested.json", '[[{"title":"One"}],[{"title":"Two"}]]', ["One", "Two"]],
    ["unknown.json", '{"meta":1,"mine":[{"title":"One"},{"title":"Two"}]}', ["One", "Two"]],
    ["ids.json", '{"p1":{"title":"One"},"p2":{"title":"Two"}}', ["One", "Two"]],
    ["frame.json", '{"title":{"0":"One","1":"Two"},"year":{"0":2001}}', ["One", "Two"]],
    ["lists.json", '{"title":["One","Two"],"year":[2001,2002]}', ["One", "Two"]],
    ["split.json", '{"columns":["year","title"],"data":[[2001,"One"],[2002,"Two"]]}', ["One", "Two"]],
    ["var.json", 'var papers = [{"title":"One"},{"title":"Two"}];', ["One", "Two"]],
    [
      "remark.json",
      '// mine\n[{"title":"One"}, /* next */ {"title":"Two"}]',
      ["One", "Two"],
      /remark dropped/,
    ],
    ["python.json", '[{"title":"One","year":None,"x":True}]', ["One"], /read as/],
    [
      "newline.json",
      '[\n{"title":"One\ntwo"},\n{"title":"Three"}\n]',
      ["One two", "Three"],
      /line 2: .*line ends in a string/,
    ],
    ["quote.json", '[\n{"title":"One},\n{"title":"Two"}\n]', ["Two"], /begins in line 2/],
    ["lines.jsonl", '{\n "title": "One"\n}\n{\n "title": "Two"\n}\n', ["One", "Two"]],
    ["commas.jsonl", '{"title":"One"},\n{"title":"Two"},\n', ["One", "Two"]],
    ["string.json", '"just a string"', [], /expected an array or object/],
    ["true.json", "true\n", [], /expected an array or object/],
    [
      "network.json",
      '{"network":{"items":[{"id":1,"label":"x"}]},"info":{"title":"x"}}',
      [],
      /not recognised/,
    ],
  ],
  XML: [
    ["mail.txt", `Results:\n${XML}${medline("One", 1)}</PubmedArticleSet>`, ["One"]],
    [
      "two.xml",
      `${XML}${medline("One", 1)}</PubmedArticleSet>\n${XML}${medline("Two", 2)}</PubmedArticleSet>`,
      ["One", "Two"],
      /XML/,
    ],
    ["part.bib", '<div class="error">Your session has expired</div>', [], /HTML/],
    ["script.ris", '<script>location="/login"</script>', [], /HTML/],
  ],
  "pasted text": [
    [
      "gaps.txt",
      "1. First title\n2. Second title\n4. Fourth title\n",
      ["First title", "Second title", "Fourth title"],
    ],
    ["pdf.bib", "\n\n  %PDF-1.4\n1 0 obj\n", [], /PDF/],
  ],
};

describe.each(Object.keys(ROWS))("broken files: %s", (group) => {
  for (const [name, content, expected, says] of ROWS[group])
    it(name, async () => {
      const collection = await read(content, name);
      expect(titles(collection)).toEqual(expected);
      if (says === undefined) expect(messages(collection)).toEqual([]);
      else expect(messages(collection).join("\n")).toMatch(says);
    });
});

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
  it.each([
    ["xl/workbook.xml", /Excel/],
    ["word/document.xml", /Word/],
    ["refs.bib", /ZIP/],
  ])("a ZIP archive with %s is refused by name", async (inner, reason) => {
    const zip = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(26), Buffer.from(inner)]);
    expect((await read(zip, "a.csv")).files[0].refusal).toMatch(reason);
  });
});
