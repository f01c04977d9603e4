import { count, percent, plural } from "../../view/numbers.ts";
import type { DrawingTaken } from "../../worker/page-drawing.ts";

/** The words on the way to a map: the first screen, progress, the read report, failures. */
export const startTexts = {
  /** What the first screen and others say; the rest of it is `firstTexts`. */
  start: {
    headline: "See the shape of a field",
    choose: "Choose files",
    privacy: "Everything happens in this browser. Nothing is sent anywhere.",
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
