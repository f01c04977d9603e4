import { wholeMap } from "../ask/whole-map.ts";
import { tell } from "../page/actions.ts";
import { linkToView } from "../page/address.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** Saves the map as it is; it opens here again. */
export async function saveMap(): Promise<void> {
  const { encodeMap } = await import("../../model/encode.ts");
  const map = await wholeMap();
  if (map) download(encodeMap(map), `${fileName()}.json`, "application/json");
}

/** Saves the graph for Gephi. */
export async function saveGexf(): Promise<void> {
  const { toGexf } = await import("../../export/gexf.ts");
  const map = await wholeMap();
  if (map) download(toGexf(map), `${fileName()}.gexf`, "application/xml");
}

/** Saves the selected papers, else those that are shown, as a reading list. */
export async function saveList(format: "ris" | "bib" | "csv"): Promise<void> {
  const map = state.atlas.peek()?.map;
  if (!map) return;
  const papers = chosen();
  if (format === "ris")
    download(
      (await import("../../export/ris.ts")).toRis(map, papers),
      `${fileName()}.ris`,
      "application/x-research-info-systems",
    );
  else if (format === "bib")
    download(
      (await import("../../export/bibtex.ts")).toBibtex(map, papers),
      `${fileName()}.bib`,
      "application/x-bibtex",
    );
  else
    download((await import("../../export/csv.ts")).toNodesCsv(map, papers), `${fileName()}.csv`, "text/csv");
}

function chosen(): number[] {
  const selected = [...state.selection.peek()].sort((a, b) => a - b);
  if (selected.length > 0) return selected;
  const mask = state.mask.peek();
  return [...mask.keys()].filter((i) => mask[i] === 1);
}

/** Puts the address of this very view on the clipboard. */
export async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(linkToView());
    tell(texts.bar.linkCopied);
  } catch {
    tell(texts.bar.copyFailed);
  }
}

/** Hands a file to the browser's downloads. */
export function download(pieces: Iterable<BlobPart>, name: string, type: string): void {
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
