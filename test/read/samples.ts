/** Two records, alike in every format: title, abstract, first author, year. */
export const RECORDS = [
  {
    title: "Sparse coding of river gauges",
    abstract: "We measure rivers with a sparse code of their gauges.",
    author: "Mette Larsen",
    year: 2001,
  },
  {
    title: "Bayesian maps of soil carbon",
    abstract: "Soil carbon is mapped with priors from older surveys.",
    author: "Chidi Okafor",
    year: 2003,
  },
] as const;

type Sample = (typeof RECORDS)[number] | { title: string; abstract: string; author: string; year: number };
const family = (name: string) => name.split(" ").slice(-1)[0];
const given = (name: string) => name.split(" ").slice(0, -1).join(" ");
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Writes records in each format that can be written by hand: file name → (records → text), with what begins and ends a file. */
export const WRITERS: Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly begin?: string;
      readonly end?: string;
      record(r: Sample, i: number): string;
    }
  >
> = {
  bibtex: {
    name: "a.bib",
    record: (r, i) =>
      `@article{k${i},\n  title = {${r.title}},\n  abstract = {${r.abstract}},\n  author = {${family(r.author)}, ${given(r.author)}},\n  year = {${r.year}}\n}\n\n`,
  },
  ris: {
    name: "a.ris",
    record: (r) =>
      `TY  - JOUR\nTI  - ${r.title}\nAB  - ${r.abstract}\nAU  - ${family(r.author)}, ${given(r.author)}\nPY  - ${r.year}\nER  - \n\n`,
  },
  wos: {
    name: "a.txt",
    begin: "FN Clarivate Analytics Web of Science\nVR 1.0\n",
    end: "EF\n",
    record: (r, i) =>
      `PT J\nAU ${family(r.author)}, ${given(r.author)}\nTI ${r.title}\nAB ${r.abstract}\nPY ${r.year}\nUT WOS:00000${i}\nER\n\n`,
  },
  nbib: {
    name: "a.nbib",
    record: (r, i) =>
      `PMID- ${1000 + i}\nTI  - ${r.title}\nAB  - ${r.abstract}\nFAU - ${family(r.author)}, ${given(r.author)}\nDP  - ${r.year} Mar\n\n`,
  },
  "endnote-refer": {
    name: "a.enw",
    record: (r) =>
      `%0 Journal Article\n%T ${r.title}\n%X ${r.abstract}\n%A ${family(r.author)}, ${given(r.author)}\n%D ${r.year}\n\n`,
  },
  refworks: {
    name: "a.txt",
    record: (r, i) =>
      `RT Journal Article\nSR Electronic(1)\nID ${i}\nA1 ${family(r.author)},${given(r.author)}\nT1 ${r.title}\nYR ${r.year}\nAB ${r.abstract}\n\n`,
  },
  ovid: {
    name: "a.txt",
    record: (r, i) =>
      `<${i + 1}. >\nVN  - Ovid Technologies\nDB  - Ovid MEDLINE(R)\nAN  - ${1000 + i}\nTI  - ${r.title}.\nAU  - ${family(r.author)}, ${given(r.author)}\nSO  - J Tests. 12(3):1-5, ${r.year}.\nAB  - ${r.abstract}\nPT  - Journal Article\n\n`,
  },
  redif: {
    name: "a.rdf",
    record: (r, i) =>
      `Template-Type: ReDIF-Article 1.0\nTitle: ${r.title}\nAuthor-Name: ${r.author}\nAbstract: ${r.abstract}\nYear: ${r.year}\nHandle: RePEc:xxx:tests:v:1:y:${r.year}:p:${i}\n\n`,
  },
  csv: {
    name: "a.csv",
    begin: "Title,Abstract,Authors,Year\n",
    record: (r) => `${quote(r.title)},${quote(r.abstract)},${quote(r.author)},${r.year}\n`,
  },
  tsv: {
    name: "a.tsv",
    begin: "Title\tAbstract\tAuthors\tYear\n",
    record: (r) => `${r.title}\t${r.abstract}\t${r.author}\t${r.year}\n`,
  },
  jsonl: {
    name: "a.jsonl",
    record: (r) =>
      `${JSON.stringify({ title: r.title, abstract: r.abstract, authors: [r.author], year: r.year })}\n`,
  },
  json: {
    name: "a.json",
    begin: "[\n",
    end: "]\n",
    record: (r, i) =>
      `${i === 0 ? "" : ",\n"}${JSON.stringify({ title: r.title, abstract: r.abstract, authors: [r.author], year: r.year })}`,
  },
  "pubmed-xml": {
    name: "a.xml",
    begin: '<?xml version="1.0"?>\n<PubmedArticleSet>\n',
    end: "</PubmedArticleSet>\n",
    record: (r, i) =>
      `<PubmedArticle><MedlineCitation><PMID>${1000 + i}</PMID><Article><Journal><JournalIssue><PubDate><Year>${r.year}</Year></PubDate></JournalIssue></Journal><ArticleTitle>${escaped(r.title)}</ArticleTitle><Abstract><AbstractText>${escaped(r.abstract)}</AbstractText></Abstract><AuthorList><Author><LastName>${family(r.author)}</LastName><ForeName>${given(r.author)}</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>\n`,
  },
  "arxiv-atom": {
    name: "b.xml",
    begin: '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
    end: "</feed>\n",
    record: (r, i) =>
      `<entry><id>http://arxiv.org/abs/2001.0000${i}v1</id><title>${escaped(r.title)}</title><summary>${escaped(r.abstract)}</summary><published>${r.year}-01-01</published><author><name>${r.author}</name></author></entry>\n`,
  },
};

/** A whole file of records in one format, with optional junk after each record. */
export function write(
  format: string,
  records: readonly Sample[] = RECORDS,
  junk: (i: number) => string = () => "",
): string {
  const { begin = "", end = "", record } = WRITERS[format];
  return begin + records.map((r, i) => record(r, i) + junk(i)).join("") + end;
}
