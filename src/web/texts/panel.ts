import { count, percent, plural } from "../../view/numbers.ts";

/** The words of the side panel: search, topics, papers, filters, years. */
export const panelTexts = {
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
    kinds: { topic: "Topic", author: "Author", venue: "Venue", term: "Term" },
    results: "Papers",
  },

  topics: {
    showAll: "Show all",
    onMap: "Topics on the map",
    filtered: (n: number) => `Only ${plural(n, "topic")} shown`,
    hint: "Click a topic to show only it, more to add them; double-click to rename.",
    details: (name: string) => `About the topic ${name}`,
    papers: (n: number) => (n === 1 ? "paper" : "papers"),
    none: "No topics: the papers share too little text.",
    pulled: "Typical terms",
    stability: "How stable is it",
    stabilityHint: (s: number) => `In repeated runs, ${percent(s)} of its pairs of papers stayed together.`,
    examples: "Central papers",
    newest: "Newest papers",
    subtopics: "Sub-topics",
    bridges: "Bridges to other topics",
    bridgeLinks: (n: number) => plural(n, "link"),
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
    star: "Star",
    starred: (n: number) => `${plural(n, "paper")} starred`,
    unstarred: (n: number) => `${plural(n, "star")} taken away`,
    export: "Export",
    select: (title: string) => `Select ${title}`,
    starOne: (title: string) => `Star ${title}`,
    addAll: "Add all",
    shownOf: (n: number, all: number) => (n === all ? plural(all, "paper") : `${count(n)} of ${count(all)}`),
    addAllHint: "adds all in this list to the selection",
    onlySelection: "Only these",
    table: "Table",
    tableHint: "these papers as a table, to sort and select (B)",
    untitled: "(no title)",
  },

  filters: {
    clear: "Clear all",
    none: "Everything is shown.",
    years: "Years",
    from: "First year shown",
    to: "Last year shown",
    yearRange: (a: number, b: number) => (a === b ? `${a}` : `${a} to ${b}`),
    kinds: "Links",
    strength: "Only the strongest links",
    strengthValue: (share: number) => (share >= 1 ? "all links" : `strongest ${percent(share)}`),
    special: "Only",
    only: {
      bridges: "Papers that bridge topics",
      selection: "My selection",
      starred: "Starred papers",
    },
    bridgesHint: "with a strong link into another topic",
    around: (title: string, steps: number) => `${steps === 1 ? "Neighbours" : "Two steps"} of ${title}`,
    concepts: "Concepts",
    venues: "Venues",
    authors: "Authors",
    find: (all: number) => `Search ${count(all)}`,
    more: "Show more",
    chosen: "What is chosen",
    without: (kind: string) => `Without ${kind.toLowerCase()}`,
    remove: (what: string) => `Remove the filter ${what}`,
  },

  years: {
    label: "Papers by year",
    bar: (year: number, shown: number, all: number) =>
      shown === all ? `${year}: ${plural(all, "paper")}` : `${year}: ${shown} of ${plural(all, "paper")}`,
  },

  panel: "Topics, papers and filters",
} as const;
