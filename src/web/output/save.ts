import type { TopicMap } from "../../model/map.ts";
import { askWorker } from "../ask/client.ts";
import { measuresOf } from "../ask/measures.ts";
import { hasPapers, hasWhole } from "../ask/whole.ts";
import { messageOf, tell } from "../page/actions.ts";
import { linkToView } from "../page/address.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { slides } from "./slides.ts";

/** A file of the map: what its name ends in, its type, and how it is written. */
interface Format {
  readonly end: string;
  readonly type: string;
  /** A reading list holds the papers chosen, not the map. */
  readonly isList?: true;
  write(map: TopicMap, papers: readonly number[]): Promise<Iterable<BlobPart>>;
}

export type FormatName = keyof typeof texts.bar.formats;

/** What is saved under which name of the menu (texts/bar.ts), in its order. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  map: {
    end: "json",
    type: "application/json",
    write: async (map) => (await import("../../model/encode.ts")).encodeMap(await whole(map)),
  },
  html: {
    end: "html",
    type: "text/html",
    write: async (map) => (await import("./one-page.ts")).onePage(withTour(map)),
  },
  slides: {
    end: "pptx",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    write: (map) => slides(withTour(map)),
  },
  gexf: {
    end: "gexf",
    type: "application/xml",
    write: async (map) => (await import("../../export/gexf.ts")).toGexf(await whole(map)),
  },
  graphml: {
    end: "graphml",
    type: "application/xml",
    write: async (map) => (await import("../../export/graphml.ts")).toGraphml(await whole(map)),
  },
  vosviewer: {
    end: "vosviewer.json",
    type: "application/json",
    write: async (map) => (await import("../../export/vosviewer.ts")).toVosviewer(await whole(map)),
  },
  cyjs: {
    end: "cyjs",
    type: "application/json",
    write: async (map) => (await import("../../export/cyjs.ts")).toCyjs(await whole(map)),
  },
  ris: {
    end: "ris",
    isList: true,
    type: "application/x-research-info-systems",
    write: async (map, papers) => (await import("../../export/ris.ts")).toRis(map, papers),
  },
  bibtex: {
    end: "bib",
    isList: true,
    type: "application/x-bibtex",
    write: async (map, papers) => (await import("../../export/bibtex.ts")).toBibtex(map, papers),
  },
  csl: {
    end: "csl.json",
    isList: true,
    type: "application/vnd.citationstyles.csl+json",
    write: async (map, papers) => (await import("../../export/csl.ts")).toCslJson(map, papers),
  },
  csv: {
    end: "csv",
    isList: true,
    type: "text/csv",
    write: async (map, papers) => (await import("../../export/csv.ts")).toNodesCsv(withTour(map), papers),
  },
};

/** Saves a file of the map, or of the selected papers, else those that are shown. */
export async function save({ end, type, isList, write }: Format): Promise<void> {
  const now = state.current.peek();
  if (!now) return;
  const selected = [...now.selection.peek()].sort((a, b) => a - b);
  const mask = now.mask.peek();
  const papers = selected.length > 0 ? selected : [...mask.keys()].filter((i) => mask[i] === 1);
  if (!(await (isList ? hasPapers(now, papers) : hasWhole(now)))) return;
  try {
    download(await write(now.atlas.peek().map, papers), `${fileName()}.${end}`, type);
  } catch (error) {
    tell(`${texts.bar.saveFailed} ${messageOf(error)}`);
  }
}

/** The map with its tour as it is now, and with measures where somebody asked for them. */
function withTour(map: TopicMap): TopicMap {
  const tour = state.current.peek()?.tour.peek();
  const measures = measuresOf(map);
  return { ...map, ...(measures ? { measures } : {}), ...(tour ? { tour } : {}) };
}

/** The same with the shared terms of each link, which a page in one file leaves out. */
async function whole(map: TopicMap): Promise<TopicMap> {
  const lacks = map.edges.some(
    ({ kind, readout }) => (kind === "keyword" || kind === "concept") && readout === undefined,
  );
  return { ...withTour(map), ...(lacks ? { edges: await askWorker("readouts", {}) } : {}) };
}

/** Puts a text on the clipboard. */
export async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    tell(texts.bar.copyFailed);
  }
}

/** Puts the address of this very view on the clipboard. */
export const copyLink = () => copy(linkToView(), texts.bar.linkCopied);

/** Hands a file to the browser's downloads. */
export function download(pieces: Iterable<BlobPart>, name: string, type = "text/plain"): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The title of the map as a name for files. */
export function fileName(): string {
  const title = state.atlas.peek()?.map.title ?? "";
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      .toLowerCase() || "map"
  );
}
