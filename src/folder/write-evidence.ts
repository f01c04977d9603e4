import { type EdgeList, type EdgeReadout, NO_LABEL } from "../model/edges.ts";
import { sixDigits } from "../model/number.ts";
import { EVIDENCE, EVIDENCE_LINKS, TERM_ROWS, TERMS } from "./evidence-shapes.ts";
import type { LinkOrder } from "./link-order.ts";
import { overflow } from "./rest.ts";
import type { RowGroup } from "./values.ts";
import type { TableRows } from "./write-papers.ts";

/** The evidence of links, and the terms that it names. */
export interface EvidenceRows {
  readonly evidence: TableRows;
  readonly terms: TableRows;
  /** Of each row group of `evidence` the first link; valid when the groups have been taken. */
  readonly firsts: readonly number[];
}

/**
 * The evidence of links in the order of `edges`; undefined where none is told.
 * @param isTold whether the evidence of a list is written
 */
export function evidenceRows(
  { lists, links, order }: LinkOrder,
  isTold: (list: EdgeList) => boolean,
): EvidenceRows | undefined {
  const told = lists.map((list) => (isTold(list) ? list.readout : undefined));
  const terms = termsOf(told.filter((readout) => readout !== undefined));
  if (terms.length === 0) return undefined;
  const number = new Map(terms.map((term, k) => [term, k]));
  /** Label of a readout → number of the term. */
  const numbers = told.map(
    (readout) => readout && Int32Array.from(readout.labels, (label) => number.get(label) ?? -1),
  );
  const firsts: number[] = [];
  function* groups(): Generator<RowGroup> {
    firsts.length = 0;
    for (let from = 0; from < order.length; from += EVIDENCE_LINKS) {
      const [link, term] = [new Int32Array(3 * EVIDENCE_LINKS), new Int32Array(3 * EVIDENCE_LINKS)];
      const share = new Float32Array(3 * EVIDENCE_LINKS);
      let count = 0;
      for (let row = from; row < Math.min(from + EVIDENCE_LINKS, order.length); row++) {
        const k = links.list[order[row]];
        const [readout, numberOf] = [told[k], numbers[k]];
        if (!readout || !numberOf) continue;
        const e = order[row] - links.start[k];
        for (let slot = 3 * e; slot < 3 * e + 3; slot++) {
          if (readout.label[slot] === NO_LABEL) continue;
          link[count] = row;
          term[count] = numberOf[readout.label[slot]];
          share[count++] = sixDigits(readout.share[slot]);
        }
      }
      if (count === 0) continue;
      firsts.push(link[0]);
      yield [link.subarray(0, count), term.subarray(0, count), share.subarray(0, count)];
    }
  }
  return { evidence: { shapes: EVIDENCE, groups }, terms: termRows(terms), firsts };
}

/** The terms that are on a link, each once, in the order of their UTF-16 units. */
function termsOf(told: readonly EdgeReadout[]): string[] {
  const terms = new Set<string>();
  for (const { labels, label } of told) {
    const isUsed = new Uint8Array(labels.length);
    for (const number of label) if (number !== NO_LABEL) isUsed[number] = 1;
    for (const [number, term] of labels.entries()) if (isUsed[number] === 1) terms.add(term);
  }
  // Without a comparison of its own `sort` goes by the units of UTF-16.
  return [...terms].sort();
}

function termRows(terms: readonly string[]): TableRows {
  function* groups(): Generator<RowGroup> {
    for (let from = 0; from < terms.length; from += TERM_ROWS) {
      const own = terms.slice(from, from + TERM_ROWS);
      const rest = overflow(own.length);
      const texts = own.map((term, row) => rest.text(row, "term", term));
      yield [Int32Array.from(own, (_, k) => from + k), texts, rest.column()];
    }
  }
  return { shapes: TERMS, groups };
}
