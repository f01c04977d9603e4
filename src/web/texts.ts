import type { EdgeKind } from "../model/edges.ts";
import type { Stage } from "../model/progress.ts";

const number = new Intl.NumberFormat("en");

/** A count with its thousands separated. */
export function count(value: number): string {
  return number.format(value);
}

/** "1 paper", "144 papers". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A share of 0 to 1 as a whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A weight or similarity with two digits that count. */
export function weight(value: number): string {
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1).replace(".0", "") : value.toFixed(2);
}

/** What a link of each kind is called, in the singular sense of "linked by …". */
export const kindName: Readonly<Record<EdgeKind, string>> = {
  keyword: "Similar text",
  concept: "Shared concepts",
  citation: "Citations",
  coupling: "Same references",
  cocitation: "Cited together",
  mention: "Mentions by name",
};

export const kindHint: Readonly<Record<EdgeKind, string>> = {
  keyword: "cosine similarity of the telling terms in title and abstract",
  concept: "methods, data sets, tasks and acronyms that both name",
  citation: "one paper cites the other",
  coupling: "both cite the same works",
  cocitation: "other papers cite both",
  mention: "one paper's text names the method of the other (inferred, not a citation)",
};

export const stageName: Readonly<Record<Stage, string>> = {
  read: "Reading",
  text: "Finding terms",
  edges: "Linking papers",
  topics: "Finding topics",
  layout: "Drawing the map",
  names: "Naming topics",
  write: "Finishing",
};

/** Every word the page shows that is not data. To translate the page, translate this file. */
export const texts = {
  product: "Topograph",
  counts: (papers: number, topics: number, links: number) =>
    `${plural(papers, "paper")} · ${plural(topics, "topic")} · ${plural(links, "link")}`,
  visibleOf: (visible: number, all: number) => `${count(visible)} of ${plural(all, "paper")} shown`,
  untitled: "Untitled map",
  unnamedTopic: "Unnamed topic",
  noTopic: "No topic",
  noTopicHint: "shares too little with the others",

  bar: {
    open: "Open",
    openHint: "Open papers or a saved map",
    save: "Save",
    saveMap: "Map (.json)",
    saveMapHint: "opens here again, exactly as it is",
    saveGexf: "Graph (.gexf)",
    saveGexfHint: "for Gephi, with colours and positions",
    selectionTitle: (papers: number) => `${plural(papers, "paper")} as a reading list`,
    selectionHint: "what is selected, else what is shown",
    ris: "RIS",
    bibtex: "BibTeX",
    csv: "CSV",
    risHint: "for Zotero, EndNote, Mendeley",
    bibtexHint: "for LaTeX and JabRef",
    csvHint: "for spreadsheets",
    copyLink: "Copy a link to this view",
    linkCopied: "Link copied: it opens this view.",
    copyFailed: "The browser did not allow copying. The address bar holds the link.",
    light: "Use the light theme",
    dark: "Use the dark theme",
    help: "Keys and help",
    more: "More",
    report: "What was read",
    share: "Copy link",
    theme: "Light or dark",
  },

  tools: {
    label: "Map tools",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    home: "Show the whole map",
    lasso: "Select with a lasso",
    lassoActive: "Draw around papers. Esc ends it.",
    sizeBy: "Size of the dots",
    sizes: { score: "Central", degree: "Links", citations: "Cited", year: "Recent" },
  },

  tabs: {
    label: "Views",

    topics: "Topics",
    papers: "Papers",
    filters: "Filters",
  },

  search: {
    label: "Search titles, abstracts, authors and terms",
    placeholder: "Search papers, authors, terms",
    clear: "Clear the search",
    found: (n: number, query: string) => `${plural(n, "paper")} for “${query}”`,
    none: (query: string) => `Nothing found for “${query}”`,
    noneHint: "Try fewer or shorter words: the beginning of a word is enough, and small slips are forgiven.",
    hidden: (n: number) => `${count(n)} more hidden by filters`,
    waiting: "Searching…",
    failed: "The search could not start.",
  },

  topics: {
    showAll: "Show all",
    filtered: (n: number) => `Only ${plural(n, "topic")} shown`,
    hint: "Click a topic to show only it; click more to add them.",
    details: (name: string) => `About the topic ${name}`,
    papers: (n: number) => (n === 1 ? "paper" : "papers"),
    none: "No topics: the papers share too little text.",
    pulled: "typical terms",
    stability: "How stable is it",
    stabilityHint: (s: number) => `In repeated runs, ${percent(s)} of its pairs of papers stayed together.`,
    examples: "Central papers",
    newest: "Newest papers",
    subtopics: "Sub-topics",
    bridges: "Bridges to other topics",
    bridgeLinks: (n: number) => plural(n, "link"),
    years: "Years",
    share: (inside: number, outside: number) =>
      `in ${percent(inside)} of its papers, ${percent(outside)} of the others`,
    only: "Show only this",
    all: "Show all topics",
    select: "Select its papers",
  },

  papers: {
    sort: "Sort by",
    sorts: {
      central: "Most central",
      year: "Newest",
      title: "Title",
      citations: "Most cited",
      topic: "Topic",
    },
    none: "No paper passes the filters",
    noneHint: "Loosen one of them, or clear all.",
    clear: "Clear all filters",
    selected: (n: number) => `${plural(n, "paper")} selected`,
    clearSelection: "Clear",
    onlySelection: "Show only these",
    untitled: "(no title)",
  },

  card: {
    back: "Back",
    close: "Close",
    abstract: "Abstract",
    noAbstract: "The source gives no abstract.",
    topic: "Topic",
    sure: (share: number) => `${percent(share)} sure`,
    next: "next best",
    terms: "Key terms",
    concepts: "Concepts",
    neighbours: "Linked papers",
    noNeighbours: "No links: its text shares too little with the others.",
    cites: "Cites",
    citedBy: "Cited by",
    mentions: "Mentions",
    mentionedBy: "Mentioned by",
    more: (n: number) => `${count(n)} more`,
    similar: "Similar, but neither cites the other",
    open: "Open the paper",
    star: "Star",
    starred: "Starred",
    note: "Note",
    notePlaceholder: "Your note on this paper. It stays in this browser.",
    steps: ["Neighbours", "Two steps"],
    stepsHint: (n: number) =>
      `Show only this paper and what is ${n === 1 ? "linked to it" : "two links away"}`,
    filterConcept: (name: string) => `Show only papers with ${name}`,
    filterTerm: (name: string) => `Search for ${name}`,
    authors: (n: number) => `and ${plural(n, "other")}`,
    cited: (n: number) => `cited ${plural(n, "time")}`,
    why: (title: string) => `Why is it linked with ${title}?`,
    select: "Select",
    selected: "Selected",
  },

  link: {
    title: "Why are these two linked?",
    similarity: (value: number) => `Similarity ${weight(value)}`,
    terms: "Shared terms",
    termsHint: "each with its share of the similarity",
    noTerms: "They share no telling term.",
    rest: (n: number) => `${plural(n, "weaker term")}`,
    concepts: "Shared concepts",
    citations: "Citations",
    citesFirst: "The first cites the second.",
    citesSecond: "The second cites the first.",
    noCitation: "Neither cites the other.",
    references: (n: number) => `Both cite ${plural(n, "work")}`,
    citers: (n: number) => `${plural(n, "paper")} of the map cite both`,
    mentions: "Mentions by name",
    mentionHint: "inferred from the text, not a citation",
    sentences: "In their own words",
    noSentences: "No sentence of one meets a sentence of the other.",
    waiting: "Comparing the two texts…",
    failed: "The evidence could not be computed.",
    drift: (stored: number, found: number) =>
      `The map says ${weight(stored)}, computed afresh it is ${weight(found)}: it was made by another version.`,
    previous: "Previous link",
    next: "Next link",
    order: (i: number, n: number) => `${i} of ${n}`,
    notLinked: "There is no link between them in this map.",
  },

  filters: {
    clear: "Clear all",
    none: "Everything is shown.",
    years: "Years",
    from: "First year shown",
    to: "Last year shown",
    yearRange: (a: number, b: number) => (a === b ? `${a}` : `${a} to ${b}`),
    undated: (n: number) => `${plural(n, "paper")} without a year`,
    allYears: "All years",
    kinds: "Links",
    kindsHint: "which kinds are drawn and followed",
    strength: "Only the strongest links",
    strengthValue: (share: number) => (share >= 1 ? "all links" : `strongest ${percent(share)}`),
    special: "Only",
    bridges: "Papers that bridge topics",
    bridgesHint: "with a strong link into another topic",
    selection: "My selection",
    starred: "Starred papers",
    around: (title: string, steps: number) => `${steps === 1 ? "Neighbours" : "Two steps"} of ${title}`,
    concepts: "Concepts",
    venues: "Venues",
    find: (what: string) => `Find in ${plural(0, what).slice(2)}`,
    remove: (what: string) => `Remove the filter ${what}`,
    active: (n: number) => plural(n, "filter"),
  },

  start: {
    headline: "See the shape of a field",
    lead: "Drop a pile of papers. Get a map of its topics, what links them, and why.",
    choose: "Choose files",
    drop: "or drop them anywhere on this page",
    formats: "BibTeX, RIS, CSV, Web of Science, Scopus, PubMed, OpenAlex, arXiv, JSONL, or a saved map",
    paste: "Paste text",
    pasteLabel: "Paste titles and abstracts, one after the other, or the contents of an export file",
    pasteGo: "Make the map",
    pasteName: "pasted text",
    demo: "Try the demo",
    demoHint: "144 papers on residual networks",
    demoTitle: "Residual networks and their kin",
    privacy: "Everything happens in this browser. Nothing is sent anywhere.",
    cancelPaste: "Not now",
    what: [
      {
        title: "Topics, named",
        text: "Papers that share telling terms and citations sit together, under names people would say.",
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
  },

  recent: {
    title: "Your maps",
    consent: "Keep the maps in this browser for next time",
    forget: (title: string) => `Forget the map ${title}`,
  },

  working: {
    title: (name: string) => `Making the map of ${name}`,
    files: (n: number) => plural(n, "file"),
    loading: "Opening the map",
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing was changed.",
  },

  report: {
    title: "What was read",
    papers: (n: number) => plural(n, "paper"),
    merged: (n: number) => `${plural(n, "duplicate")} merged`,
    lone: (n: number) => `${plural(n, "paper")} linked to no other`,
    warnings: (n: number) => plural(n, "warning"),
    more: (n: number) => `and ${count(n)} more`,
    told: (papers: number, warnings: number) =>
      `${plural(papers, "paper")} read, ${plural(warnings, "remark")}: see “What was read”.`,
    at: (line: number | undefined, record: string | undefined) =>
      [line === undefined ? "" : `line ${line}`, record === undefined ? "" : record]
        .filter(Boolean)
        .join(", "),
    close: "Show the map",
    unread: "could not be read",
    missing: (n: number, what: string) => `${count(n)} without ${what}`,
    format: (format: string, encoding: string) => `${format}, ${encoding}`,
    toMap: "On the map in a moment",
    unknown: "This map came ready-made; it keeps no report of its reading.",
    inputs: "Made from",
    notes: "Remarks",
  },

  failed: {
    title: "That did not work",
    back: "Back",
    none: "No file was given.",
    notMap: (name: string) => `${name} is JSON, but neither a saved map nor a list of papers.`,
    fetch: (name: string, why: string) => `The map ${name} could not be loaded: ${why}.`,
    worker: "The background worker could not be started. Reload the page, or try another browser.",
    noWebgl: "This browser cannot draw with WebGL. The list shows every paper.",
    scene: "The map could not be drawn here. The list still has every paper, topic and link.",
  },

  drop: "Drop to make a map",

  help: {
    title: "Keys",
    close: "Close",
    keys: [
      ["/", "search"],
      ["Tab  Enter", "walk the topics, open one"],
      ["← ↑ → ↓", "move the map"],
      ["+  −", "zoom in and out"],
      ["0", "show the whole map"],
      ["N  P", "next and previous linked paper"],
      ["W", "why is it linked"],
      ["S", "star the paper"],
      ["L", "select with a lasso"],
      ["C", "who cites whom, and back"],
      ["D", "light or dark"],
      ["Esc", "close, clear, step back"],
      ["?", "this help"],
    ] as const,
    reading: [
      "A dot is a paper: the larger, the more central. Its colour is its topic.",
      "Near means similar. A line is a link; click one to see why it is there.",
      "Shift-click or the lasso selects papers; Save turns them into a reading list.",
    ],
  },

  live: {
    paper: (title: string, topic: string, links: number) =>
      `${title}. Topic ${topic}. ${plural(links, "link")}.`,
    topic: (name: string, papers: number) => `Topic ${name}, ${plural(papers, "paper")}.`,
    link: (a: string, b: string) => `Link between ${a} and ${b}.`,
    map: (title: string, papers: number, topics: number) =>
      `Map ready: ${title}, ${plural(papers, "paper")} in ${plural(topics, "topic")}.`,
    theme: (dark: boolean) => (dark ? "Dark theme" : "Light theme"),
    cleared: "Filters cleared",
  },

  years: { label: "Papers by year", bar: (year: number, n: number) => `${year}: ${plural(n, "paper")}` },
  panel: "Topics, papers and filters",
  skip: "Skip the map, go to the list",
} as const;
