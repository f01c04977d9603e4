import { write } from "./samples.ts";

/** What is repeated in a field: what makes careless patterns, rescans and recursion slow. */
export const PATTERNS: readonly string[] = [
  ..."a A 1 . , ; : - _ / \\ | ' \" ` ^ ~ @ # $ % & * + = ? ! ( ) [ ] { } < >".split(" "),
  ..."é 深 Σ ﬁ “ ” – \u00a0 \u0301 😀".split(" "),
  " ",
  "\n",
  "\t",
  "\n\n",
  " \n",
  "\n ",
  " ,",
  ", ",
  '"a",',
  '"",',
  '""',
  '"\n',
  ',"x"y',
  ' "a',
  '\\"',
  "\\'",
  "\\'{",
  "\\alpha ",
  "\\{",
  "{a}",
  "{{",
  "}{",
  "{\\",
  "$x_",
  "$x$",
  "$$",
  "a = {b},\n",
  'a = "b\n',
  "\n a = {",
  "\n@misc{k,",
  "@a{",
  "@article{a, ",
  "<i",
  "<i>",
  "</i>",
  "<i></i>",
  "<b><i>",
  "<!--",
  "<![CDATA[",
  "<![CDATA[a]]>",
  "]]>",
  "<?xml ",
  "&",
  "&amp",
  "&amp;",
  "&lt;i&gt;",
  "&#x41;",
  "&#",
  "word ",
  "Word. ",
  "A and ",
  " and and",
  "A, B; ",
  "et al. ",
  "© 2020 ",
  "Abstract: ",
  "http://a.b/c ",
  "10.1000/182 ",
  "doi:10.1000/(a)<b>;",
  "(a",
  "[1] ",
  "2001, ",
  "<<a>>",
  "TI  - a\n",
  "TY  - JOUR\n",
  "ER  - \n",
  "PMID- 1\n",
  "%0 Book\n",
  "\nER\n",
  '{"title":',
  "[[",
  "],[",
  '{"a":"',
  "\\u00",
  "1. a\n",
  "- a\n",
  "Title: a\n",
  "a\n\nb\n",
];

/** Formats whose fields take any text, and which. */
export const FIELDS = ["title", "abstract", "author", "year"] as const;

/** A file of two records, one of whose fields is a pattern repeated to a length, as it stands: hostile files escape nothing. */
export function hostileFile(
  format: string,
  field: (typeof FIELDS)[number],
  pattern: string,
  length: number,
): string {
  const mark = "MARKEDFIELD";
  const plain = { title: "A title of one", abstract: "A text of one.", author: "Jane Doe", year: 2001 };
  const marked = { ...plain, [field]: field === "author" ? `Jane ${mark}` : mark } as typeof plain;
  const long = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  return write(format, [marked, { ...plain, title: "Another title" }]).replace(mark, () => long);
}

/** The same without a format: a file that is nothing but the pattern, or begins with it. */
export function bareFile(begin: string, pattern: string, length: number): string {
  return begin + pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

/** What a file may begin with before a pattern fills it: each makes its reader wait for an end. */
export const BEGINNINGS: Readonly<Record<string, string>> = {
  nothing: "",
  "an open quote in BibTeX": '@article{k,title="',
  "an open brace in BibTeX": "@article{k,title={",
  "a key in BibTeX": "@article{",
  "words in BibTeX": "@article{k,title=one ",
  "between entries of BibTeX": "@article{k,title={One}}\n",
  "an open quote in a table": 'title,abstract\nOne,"',
  "a header row": '"title","abstract"',
  "a row of a table": "title,abstract\n",
  "a row of tabs": "title\tabstract\n",
  "an open string in JSON": '[{"title":"',
  "an open object in JSON": '[{"title":"One",',
  "a line of JSON": '{"title":"One"}\n{"title":"',
  "an open element": '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation>',
  "an open tag": '<?xml version="1.0"?><PubmedArticleSet><a b="',
  "an open record of RIS": "TY  - JOUR\nTI  - One\n",
  "an open record of Web of Science": "FN ISI\nPT J\nTI One\n",
  "an open record of PubMed": "PMID- 1\nTI  - One\n",
  "an open record of EndNote": "%0 Book\n%T One\n",
};
