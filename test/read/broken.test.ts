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
      "bare.bib",
      "@misc{a,\n title = Words, and more words,\n year = 2001\n}\n@misc{b, title='Single', note: {x}}\n",
      ["Words, and more words", "'Single'"],
      /line 2: a: found no brace or quote/,
    ],
    [
      "year.bib",
      "@misc{a,\n title = {One},\n year = {20x8}\n}\n@misc{b, title = {Two}, year = {in press}}\n",
      ["One", "Two"],
      /^line 1: a: found "20x8", expected a year/,
    ],
    ["colon.bib", "@misc{a,\n title: {One},\n}", ["One"], /no "=" after "title:"/],
    [
      "key.bib",
      `@article{doe99\n title = {One},\n year = {1999}\n}\n@misc{roe title = {Two}}\n`,
      ["One", "Two"],
      /line 1: doe99: found no "," after the key/,
    ],
    ["curly.bib", "@article{a,\n title = “One, curly”,\n year = ”2001”\n}", ["One, curly"]],
    [
      "at.bib",
      `${bib("a", "One")}article{b,\n title = {Two},\n}\n\nAn article {of faith, and more}\n${bib("c", "Three")}`,
      ["One", "Two", "Three"],
      /line 5: : found no "@" before article/,
    ],
    ["no-at.bib", "article{a,\n title = {One},\n}\nbook{b,\n title = {Two},\n}\n", ["One", "Two"], /no "@"/],
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
    ["fence.txt", `Here:\n\`\`\`bibtex\n${bib("a", "One")}\`\`\`\n`, ["One"], /2 lines outside.*Here/],
    [
      "mail.txt",
      `From: a@b.org\nSubject: refs\n\n${bib("a", "One")}${bib("b", "Two")}`,
      ["One", "Two"],
      /2 lines outside.*From/,
    ],
    ["commas.bib", "@article{a,, title={One}, , year={2001},,}", ["One"]],
    [
      "cut.bib",
      `${bib("a", "One")}@article{cut, title={Two}, author={Doe, J. and Ro`,
      ["One", "Two"],
      /cut: .*not closed/,
    ],
  ],
  RIS: [
    ["dashes.ris", "TY  – JOUR\nTI  – One\nER  – \n", ["One"]],
    ["tabbed.ris", "TY  - \tJOUR\t\nTI  - \tOne\nER  - \n", ["One"]],
    ["numbered.ris", `<1>\n${ris("One")}2.\n${ris("Two")}`, ["One", "Two"]],
    ["joined.ris", `${ris("One")}@misc{a,\n title = {Lost}\n}\n${ris("Two")}`, ["One", "Lost", "Two"]],
    ["tight.ris", "TY-JOUR\nTI-One\nER-\n\nTY-JOUR\nTI-Two\nER-\n", ["One", "Two"]],
    ["tabs.ris", "TY\t-\tJOUR\nTI\t-\tOne\nER\t-\t\n", ["One"]],
    ["dash.ris", "TY  - JOUR\nTI  - One\nAD-related words\nER  - \n", ["One AD-related words"]],
    ["no-end.ris", "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n", ["One", "Two"], /expected ER/],
  ],
  CSV: [
    [
      "preamble.csv",
      '"About the data: Exported on 1 May 2020, Criteria: x"\n\nTitle,Abstract,PubYear\nOne,"Text\n',
      ["One"],
      /line 1: : 2 lines before the header row[\s\S]*line 4: : a quote/,
    ],
    ["column.csv", 'Title\nOne, with comma\n"Two ""quoted"""\n', ["One, with comma", 'Two "quoted"']],
    ["column.txt", "title\nOne\nTwo\n", ["One", "Two"]],
    [
      "backslash.csv",
      'title,abstract\n"One \\"quoted\\" word","Text"\nTwo,T\n',
      ['One "quoted" word', "Two"],
    ],
    [
      "twice-encoded.csv",
      "title,abstract\nÃ‰tude sur les forÃªts â€“ deux,Text\n",
      ["Étude sur les forêts – deux"],
      /encoded once more/,
    ],
    ["not-twice.csv", "title,abstract\nÉtude Ã© à Genève,Été\n", ["Étude Ã© à Genève"]],
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
    [
      "concatenated.json",
      '{"title":"One"}{"title":"Two"}\n{"title":"Three"}',
      ["One", "Two", "Three"],
      /2 values/,
    ],
    ["no-comma.json", '[{"title":"One"}\n {"title":"Two"}]', ["One", "Two"], /found 2 values/],
    ["junk.jsonl", '{"title":"One"} ok\n{"title":"Two"}\n', ["One", "Two"], /a value and other text/],
    ["latex.json", '[{"title":"The \\alpha and \\\\beta of it"}]', ["The α and β of it"], /begins no escape/],
    ["sequence.json", '\x1e{"title":"One"}\n\x1e{"title":"Two"}\n', ["One", "Two"]],
    [
      "limit.json",
      '{"error":{"code":429,"message":"Rate limit exceeded"}}',
      [],
      /message instead of papers: Rate limit/,
    ],
    ["nothing.json", "{}", [], /object is empty/],
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
      /1 item of the network is no paper, “x”/,
    ],
  ],
  XML: [
    ["less.xml", `${XML}${medline("p < 0.05, n <5", 1)}</PubmedArticleSet>`, ["p < 0.05, n <5"], /bare "<"/],
    ["declaration.xml", '<?xml version="1.0"?>', [], /no elements/],
    ["none.xml", `${XML}</PubmedArticleSet>`, [], /holds no records: it is empty/],
    ["cut.xml", `${XML}${medline("One", 1)}<PubmedArticle><Med`, ["One"], /line 4: : .*unexpected end/],
    ["bare.xml", medline("One", 1) + medline("Two", 2), ["One", "Two"], /several documents/],
    [
      "mail.txt",
      `Results:\n${XML}${medline("One", 1)}</PubmedArticleSet>`,
      ["One"],
      /1 line outside.*Results/,
    ],
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
    ["links.txt", "https://a.org/1\n10.1000/2\n", [], /nothing but links/],
    [
      "references.txt",
      '[1] J. Doe, "First," J. Things, 2001.\n[2] R. Roe, "Second," J. Things, 2002.\n',
      ['J. Doe, "First," J. Things, 2001', 'R. Roe, "Second," J. Things, 2002'],
    ],
    ["note.rtf", "{\\rtf1\\ansi Hello}", [], /RTF/],
    ["page.ps", "%!PS-Adobe-3.0\n/Times findfont\n", [], /PostScript/],
    ["paper.tex", "\\documentclass{article}\n\\begin{document}\n", [], /LaTeX.*\.bib/],
    ["refs.yaml", "---\nreferences:\n- id: a\n  title: One\n", [], /YAML/],
    ["matrix.txt", "  1.0000e+00  2.0e+00\n  3.0  4.0\n", [], /no record with a title/],
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
