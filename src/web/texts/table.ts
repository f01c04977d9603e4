import { count, plural } from "../../view/numbers.ts";

/** The words of the table of papers, which comes with it. */
export const tableTexts = {
  label: "Papers in view",
  shown: (rows: number, all: number) =>
    rows === all ? plural(all, "paper") : `${count(rows)} of ${plural(all, "paper")}`,
  selected: (n: number) => `${count(n)} selected`,
  addAll: "Add all",
  addAllHint: "adds all rows to the selection (Ctrl-A)",
  star: "Star",
  starHint: "stars the selected papers, else all rows",
  export: "Export",
  file: "This table (.csv)",
  fileHint: "the columns and the order as shown",
  choose: "Columns",
  close: "Close the table",
  keys: "Enter opens a paper, Space selects it, Shift with arrows a range, S stars it",
  select: "Selected",
  starred: "Starred",
  none: "No paper passes the filters.",
  sorted: (label: string, isDescending: boolean) =>
    `Sorted by ${label}, ${isDescending ? "descending" : "ascending"}`,
  unsorted: "In the order of the list",
  columns: {
    title: "Title",
    authors: "Authors",
    year: "Year",
    venue: "Venue",
    topic: "Topic",
    subtopic: "Sub-topic",
    citations: "Cited",
    cited: "Cited here",
    links: "Links",
    central: "Central",
    confidence: "Fit to its topic",
    terms: "Terms",
    concepts: "Concepts",
    keywords: "Keywords",
    abstract: "Abstract",
    doi: "DOI",
    language: "Language",
  },
} as const;
