import { count, percent, plural } from "../../view/numbers.ts";
import type { DrawingTaken } from "../../worker/page-drawing.ts";

/** The words on the way to a map: the first screen, progress, the read report, failures. */
export const startTexts = {
  start: {
    headline: "See the shape of a field",
    lead: "Drop a pile of papers. Get a map of its topics, what links them, and why.",
    choose: "Choose files",
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
    privacy: "Everything happens in this browser. Nothing is sent anywhere.",
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
  },

  recent: {
    title: "Your maps",
    consent: "Keep the maps in this browser for next time",
    forget: (title: string) => `Forget the map ${title}`,
  },

  /** Pages in one file. */
  single: {
    lead: "This page holds one map and needs no network. It opens other saved maps too; to map papers of your own, use Topograph itself.",
    back: "Back to the map",
    open: "Open a saved map",
  },

  working: {
    title: (name: string) => `Making the map of ${name}`,
    files: (n: number) => plural(n, "file"),
    loading: "Opening the map",
    drawing: (name: string, { papers, unknown, unknownCount }: DrawingTaken) =>
      `${name}: ${plural(papers, "paper")} found${unknownCount > 0 ? `, ${plural(unknownCount, "node")} of no paper here (${unknown.join("; ")}${unknownCount > unknown.length ? " …" : ""})` : ""}.`,
    restoring: "the abstracts",
    restored: (found: number, missing: number) =>
      `The abstracts of ${plural(found, "paper")} are back${missing > 0 ? `; ${plural(missing, "paper")} of the map ${missing === 1 ? "is" : "are"} not in the files` : ""}.`,
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing was changed.",
  },

  report: {
    title: "What was read",
    papers: (n: number) => plural(n, "paper"),
    merged: (n: number) => `${plural(n, "duplicate")} merged`,
    warnings: (n: number) => plural(n, "warning"),
    more: (n: number) => `and ${count(n)} more`,
    told: (papers: number, warnings: number) =>
      `${plural(papers, "paper")} read, ${plural(warnings, "remark")}: see “What was read”.`,
    close: "Show the map",
    unread: "could not be read",
    missing: (n: number, what: string) => `${count(n)} without ${what}`,
    format: (format: string, encoding: string) => `${format}, ${encoding}`,
    unknown:
      "A saved map knows the files it was made of, not what was wrong in them: topograph inspect says that of the files.",
    inputs: "Made from",
    notes: "Remarks",
    matches: (n: number) => `${plural(n, "record")} of papers read before, and why`,
    versions: "Conference and journal versions are one paper",
    place: (file: string, line: number | undefined, id: string) =>
      `${file}${line === undefined ? "" : `, line ${line}`}, ${id}`,
    gave: (fields: readonly string[]) => `gave ${fields.join(", ")}`,
    gaveNothing: "gave nothing new",
    apart: "kept apart",
    keepApart: "Keep apart",
    apartByCommand:
      "To keep some apart, put the names at the end of their lines into a file, one a line, and give --keep-apart FILE.",
    again: "Make the map again",
  },

  /** Of a map that is read out of a folder. */
  coming: {
    title: "…",
    abstract: "Loading …",
    links: "Links are loading …",
    share: (share: number) => `loading texts and links: ${percent(share)}`,
  },

  failed: {
    title: "That did not work",
    back: "Back",
    fetch: (name: string, why: string) => `The map ${name} could not be loaded: ${why}.`,
    otherHost: (address: string) =>
      `This page opens maps of its own host only; ${address} lies on another. Download it, and drop it here.`,
    noAddress: (address: string) => `“${address}” is no address of a map.`,
    worker: "The background worker could not be started. Reload the page, or try another browser.",
    stopped: "The background worker stopped, perhaps for want of memory. The next question starts it again.",
    scene: "The map could not be drawn here. The list still has every paper, topic and link.",
  },

  drop: "Drop to make a map",
} as const;
