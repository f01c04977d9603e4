/** The words of the first screen beside those that others say, too: a page in one file has none of it. */
export const firstTexts = {
  lead: "Drop a pile of papers. Get a map of its topics, what links them, and why.",
  chooseFolder: "Choose a folder",
  chooseFolderHint: "a map that was written as a folder, or a folder of papers",
  drop: "or drop them anywhere on this page",
  formats: "BibTeX, RIS, CSV, Web of Science, Scopus, PubMed, OpenAlex, arXiv, JSONL, or a saved map",
  paste: "Paste text",
  pasteLabel: "Paste titles and abstracts, one after the other, or the contents of an export file",
  pasteGo: "Make the map",
  pasteName: "pasted text",
  demos: "Or try a collection",
  /** Collections that come with the page: the title of the map, and what is in it. */
  demo: {
    infovis: {
      title: "Twenty years of information visualization",
      hint: "683 papers of 1995 to 2015, with years, authors, venues, keywords and who cites whom",
    },
    resnet: {
      title: "Residual networks and their kin",
      hint: "144 titles and abstracts, as they were copied from a web page",
    },
  },
  back: "Back to the map",
  cancelPaste: "Not now",
  what: [
    {
      title: "Topics, named",
      text: "Papers that share distinctive terms and citations sit together, under names people would say.",
    },
    {
      title: "A reason for every line",
      text: "Click a link: the shared terms, the concepts, the sentences side by side.",
    },
    {
      title: "Yours to take along",
      text: "Reading lists as RIS, BibTeX or CSV; the graph for Gephi; the map as a file.",
    },
  ],
};

/** The words about maps that the browser keeps. */
export const recentTexts = {
  title: "Your maps",
  consent: "Keep the maps in this browser for next time",
  forget: (title: string) => `Forget the map ${title}`,
};
