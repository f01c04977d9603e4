/** One option of the command line. `value` is what its argument is called in the help; absent for a switch. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  readonly value?: string;
  readonly many?: boolean;
  readonly help: string;
}

export const OPTIONS: readonly Option[] = [
  {
    name: "output",
    short: "o",
    value: "FILE",
    many: true,
    help: "file to write; its extension picks the format; - is JSON to standard output; may be repeated",
  },
  { name: "title", value: "TEXT", help: "title of the map" },
  { name: "neighbours", value: "K", help: "most similar papers each paper is linked to, 1 to 100 (15)" },
  { name: "topics", value: "N", help: "number of topics (default: chosen from the collection)" },
  { name: "resolution", value: "R", help: "Louvain resolution, instead of a number of topics" },
  { name: "seed", value: "S", help: "seed of everything random (1)" },
  { name: "edges", value: "KINDS", help: "kinds of edges to write, such as keyword,citation (all)" },
  {
    name: "weights",
    value: "LIST",
    help: "what each kind counts in topics and layout: keyword=1,citation=0.5",
  },
  {
    name: "vectors",
    value: "FILE",
    help: "vectors of the papers, such as a sentence encoder gives: .npy (keys in NAME.keys.txt), Parquet, JSONL, CSV; FILE#COLUMN names one; adds semantic links, mixed at weight 1",
  },
  { name: "title-weight", value: "N", help: "how often a word of a title counts, 1 to 10 (2)" },
  { name: "min-df", value: "N", help: "use terms that stand in at least N papers (2)" },
  { name: "stop-words", value: "FILE", help: "words or phrases to leave out, one a line; # begins a remark" },
  {
    name: "synonyms",
    value: "FILE",
    help: "lines of phrases, comma-separated; the first stands for the others (neural-network, neural network keeps a phrase together; deep | learning, deep learning cuts it)",
  },
  {
    name: "background",
    value: "WHAT",
    help: "default: words are weighed against those of all of science, too, which tells where the collection is small; none: by the collection alone",
  },
  { name: "columns", value: "LIST", many: true, help: "columns of a table: title=Naslov,abstract=Povzetek" },
  {
    name: "fields",
    value: "LIST",
    help: "what the files say of papers beside title, authors and the like that is kept: all (default), none, or names as inspect lists them; all,file keeps what is left out of all, too",
  },
  {
    name: "group",
    value: "NAME=GLOB",
    many: true,
    help: "papers of these files are in this group: mine=mine.bib, field=field/*.ris; sets the field group; may be repeated",
  },
  {
    name: "merge",
    value: "WHAT",
    help: "works (default): records of one work become one paper; versions: those at a conference and in a journal, too",
  },
  {
    name: "keep-apart",
    value: "FILE",
    help: "records that are not to be merged, one a line, as inspect --json names them",
  },
  { name: "language", value: "CODE", help: "language of all texts, such as en (default: noticed per paper)" },
  { name: "encoding", value: "NAME", help: "encoding of the files, such as windows-1252 (default: noticed)" },
  {
    name: "base",
    value: "MAP",
    help: "earlier map to continue: its places, topics, names, colours, corrections and parameters are kept",
  },
  {
    name: "places",
    value: "FILE",
    help: "graph of the map as Gephi saved it (.gexf, .graphml): places, topics (its topic columns, else modularity classes), colours and labels that were changed there become corrections",
  },
  {
    name: "measures",
    help: "measure the graph: degree, weightedDegree, betweenness, clustering and component of each paper over its links of any kind, pageRank over citations where there are any (betweenness above 5,000 papers from 1,000 of them)",
  },
  { name: "gexf-version", value: "V", help: "1.3 (for Gephi) or 1.2 (networkx, one kind)" },
  { name: "dynamic", help: "GEXF with time: papers appear in their year" },
  {
    name: "view",
    value: "NAME",
    help: "what .svg, .png, .pdf and .pptx show: map, time (topics over years), citations (lanes, main path), thematic (centrality, density) (map)",
  },
  { name: "shape", value: "NAME", help: "topics over years as stream, stacked or lanes (stream)" },
  { name: "measure", value: "NAME", help: "what --view time counts: papers, share or citations (papers)" },
  { name: "frames", value: "N", help: "a strip of N small maps, one a period of years; with --view time" },
  { name: "theme", value: "NAME", help: "light or dark, for pictures (light)" },
  {
    name: "look",
    value: "NAME",
    help: "flat or relief (hills of papers without links), for pictures (flat)",
  },
  {
    name: "color",
    value: "FIELD",
    help: "what dots are coloured by in pictures, slides and .html: year, citations, localCitations (by papers of the map), or any field (its topics)",
  },
  { name: "ring", value: "FIELD", help: "a second field, as rings around dots" },
  { name: "label", value: "FIELD", help: "what papers are called in place of their titles" },
  {
    name: "size",
    value: "WxH|FIELD",
    many: true,
    help: "of pictures in pixels, or a0 to a4, or 16:9 (1600x1000); any other word is a field whose numbers size the dots; may be given once for each",
  },
  { name: "scale", value: "N", help: "draw pictures N times larger, 1 to 8 (1)" },
  { name: "dpi", value: "N", help: "pixels an inch of .png, 48 to 768, which sets its scale (96 × --scale)" },
  {
    name: "font",
    value: "FILE",
    many: true,
    help: "font for letters of .png and .pdf that Inter lacks (.ttf, .otf, .ttc, .otc), asked before those of the system; for .pptx by its name; may be repeated",
  },
  {
    name: "without",
    value: "LIST",
    help: "leave out of pictures: background, labels, legend, title, parameters; of all that is written: abstracts, or closed (those of papers that are not open access), with every sentence from them",
  },
  {
    name: "marks",
    value: "FILE",
    help: "stars, notes and tags of papers, kept in the map: a file of papers with columns starred, note, tags, such as our own .nodes.csv",
  },
  {
    name: "topics-as",
    value: "WHAT",
    help: "how reading lists say the topic of a paper: note, keyword, group (of JabRef, in .bib) or none (group in .bib, note in .ris and .csl.json)",
  },
  { name: "watch", help: "follow the collection: write the map again whenever it has changed, until Ctrl-C" },
  { name: "strict", help: "warnings are errors: exit with 3 and write nothing" },
  { name: "threads", value: "N", help: "worker threads (default: one per processor); the map is the same" },
  { name: "port", value: "N", help: "port to serve on (4173), or that Zotero listens on (23119)" },
  {
    name: "no-token",
    help: "serve without a token in the address: every user of this machine can then read the map",
  },
  { name: "json", help: "report as JSON" },
  { name: "number", short: "n", value: "N", help: "how many papers to list (10)" },
  { name: "quiet", short: "q", help: "no progress, no summary; warnings and errors stay" },
  { name: "version", help: "print the version" },
  { name: "help", short: "h", help: "print this help" },
];

/** Spellings that people try. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ["neighbors", "neighbours"],
  ["out", "output"],
  ["k", "neighbours"],
  ["stopwords", "stop-words"],
  ["min-document-frequency", "min-df"],
]);
