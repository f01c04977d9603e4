import type { EdgeKind } from "../model/edges.ts";
import { groupAt, isRow, type LinkRow } from "./links.ts";
import type { OpenFolder } from "./open.ts";
import { EVIDENCE_COLUMNS, TERM_COLUMNS, termsIn } from "./read-evidence.ts";

/** The terms that a link is made of most, and their shares of its weight, 0 to 1. */
export interface LinkEvidence {
  readonly kind: EdgeKind;
  readonly terms: readonly { readonly term: string; readonly share: number }[];
}

/**
 * Reads the evidence of the links between two papers, where a folder has the table: one row group of it, and one of terms
 * for each term.
 * @param between says where their links stand
 */
export function evidenceReader(
  { head, need }: OpenFolder,
  between: (a: number, b: number) => Promise<LinkRow[]>,
) {
  // As `groupAt` takes it: behind the last what is more than any link.
  const firsts = Uint32Array.of(...(head.evidenceGroups ?? []), 0xffffffff);

  const termOf = async (number: number): Promise<string | undefined> => {
    const terms = await need("terms");
    if (!isRow(number, terms.rows)) return undefined;
    const group = groupAt(terms.groups, number);
    return termsIn(await terms.group(group, TERM_COLUMNS))[number - terms.groups[group]];
  };

  const ofLink = async ({ kind, link }: LinkRow): Promise<LinkEvidence[]> => {
    const evidence = await need("evidence");
    const [links, numbers, shares] = await evidence.group(groupAt(firsts, link), EVIDENCE_COLUMNS);
    const rows: number[] = [];
    for (let row = 0; row < links.length; row++) if (links[row] === link) rows.push(row);
    const terms = await Promise.all(
      rows.map(async (row) => ({ term: await termOf(Number(numbers[row])), share: Number(shares[row]) })),
    );
    const known = terms.flatMap(({ term, share }) => (term === undefined ? [] : [{ term, share }]));
    return known.length > 0 ? [{ kind, terms: known }] : [];
  };

  return async (a: number, b: number): Promise<LinkEvidence[]> =>
    head.evidenceGroups ? (await Promise.all((await between(a, b)).map(ofLink))).flat() : [];
}
