import { type EdgeReadout, NO_LABEL } from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import { isObject } from "../model/take.ts";
import { OLD_EVIDENCE } from "./evidence-shapes.ts";
import { isRow } from "./links.ts";
import type { OpenFolder } from "./open.ts";
import type { Cells, TableReader } from "./parquet-reader.ts";
import { textIn } from "./points.ts";
import { restOf } from "./rest.ts";
import { REST } from "./shapes.ts";

const SLOTS = 3;

/**
 * The evidence of all links of a folder: slots 3r … 3r + 2 belong to row r of `edges`. Undefined where it says none.
 * @throws TopographError (input) for evidence of a link or by a term that is not there
 */
export async function readEvidence(folder: OpenFolder): Promise<EdgeReadout | undefined> {
  const [edges, evidence] = await Promise.all([folder.need("edges"), folder.table("evidence")]);
  if (!evidence) return edges.has(OLD_EVIDENCE.name) ? readOld(edges) : undefined;
  const { label, share, put } = slotsOf(edges.rows);
  const terms = await folder.need("terms");
  const labels: string[] = [];
  for (let g = 0; g + 1 < terms.groups.length; g++)
    labels.push(...termsIn(await terms.group(g, TERM_COLUMNS)));
  for (let g = 0; g + 1 < evidence.groups.length; g++) {
    const [links, numbers, shares] = await evidence.passing(g, EVIDENCE_COLUMNS);
    for (let i = 0; i < links.length; i++) {
      const [link, number] = [links[i], numbers[i]];
      if (!isRow(link, edges.rows)) throw fault(`there is no link ${link}`);
      if (!isRow(number, labels.length)) throw fault(`there is no term ${number}`);
      put(link, number, shares[i]);
    }
  }
  return { labels, label, share };
}

/** Columns in the order in which they are read here. */
export const EVIDENCE_COLUMNS = ["link", "term", "share"] as const;
export const TERM_COLUMNS = ["term", REST] as const;

/** The terms of a row group. */
export function termsIn([terms, rest]: readonly Cells[]): string[] {
  return Array.from(terms, (term, row) => textIn(restOf(rest[row]).values.get("term")) ?? textIn(term) ?? "");
}

/** Room for three terms of each link. */
function slotsOf(links: number) {
  const label = new Uint32Array(SLOTS * links).fill(NO_LABEL);
  const share = new Float32Array(SLOTS * links);
  return {
    label,
    share,
    /** Puts a term behind those that a link has; a fourth is left out. */
    put(link: number, number: number, part: unknown): void {
      for (let slot = SLOTS * link; slot < SLOTS * (link + 1); slot++) {
        if (label[slot] !== NO_LABEL) continue;
        label[slot] = number;
        share[slot] = typeof part === "number" ? part : 0;
        return;
      }
    },
  };
}

/** Of a folder that has JSON. */
async function readOld(edges: TableReader): Promise<EdgeReadout> {
  const ids = new Map<string, number>();
  const { label, share, put } = slotsOf(edges.rows);
  for (let g = 0; g + 1 < edges.groups.length; g++) {
    const [cells] = await edges.passing(g, [OLD_EVIDENCE.name]);
    for (let i = 0; i < cells.length; i++) {
      const text = textIn(cells[i]);
      for (const item of text === undefined ? [] : listIn(text)) {
        if (!isObject(item) || typeof item.term !== "string") continue;
        const id = ids.get(item.term) ?? ids.size;
        ids.set(item.term, id);
        put(edges.groups[g] + i, id, item.share);
      }
    }
  }
  return { labels: [...ids.keys()], label, share };
}

function listIn(text: string): readonly unknown[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function fault(message: string): TopographError {
  return new TopographError("input", `evidence.parquet: ${message}`);
}
