import { type GapCounter, gapCounter } from "../model/gaps.ts";
import { LIKENESS, type Match, type Merging, type RecordPlace } from "../model/match.ts";
import { type Draft, withId } from "./clean/record.ts";
import { cut } from "./clean/text.ts";
import type { fieldStore } from "./columns/store.ts";
import type { Finding, Handed } from "./front.ts";
import { type Found, paperMerger } from "./merge.ts";
import type { decisionGatherer } from "./screening/gather.ts";
import type { Keep } from "./spilled.ts";
import type { WarningList } from "./warnings.ts";

/** What the records of one file came to. */
export interface FileTally {
  /** Papers, before merging. */
  count: number;
  /** Of these, those that were merged into papers read before. */
  merged: number;
  readonly gaps: GapCounter;
}

/** Merges of a file that are told as warnings; all are in `Collection.matches`. */
export const MERGES_TOLD = 3;
/**
 * Gathers the records of all files as papers, each once, and tells what was found wrong or alike.
 * @param fields takes what records say beside what every paper has
 * @param decisions takes what they say of screening
 */
export function paperGatherer(
  merging: Merging,
  fields: ReturnType<typeof fieldStore>,
  decisions: ReturnType<typeof decisionGatherer>,
  keep?: Keep,
) {
  const merger = paperMerger(merging, keep);
  /** Of the papers so far, each once. */
  const gaps = gapCounter();
  const matches: Match[] = [];
  /** By paper, the first that a drawing has. */
  const placed = new Map<number, readonly [number, number]>();
  /** Where the record stands that each paper began with. */
  const originFile: string[] = [];
  const originLine: number[] = [];

  const placeOf = (paper: Draft, at: number): RecordPlace =>
    recordPlace(paper, originFile[at], originLine[at] || undefined);

  const tellOfMatch = (found: Found, tally: FileTally, tell: (message: string) => void) => {
    const name = `${LIKENESS[found.because]}${found.shared && ` ${found.shared}`} as ${quoted(placeOf(found.into, found.at))}`;
    if (!found.merged) {
      if (found.because === "version")
        tell(`two versions: ${name}; kept apart (--merge versions joins them)`);
      return;
    }
    if (++tally.merged <= MERGES_TOLD) tell(`duplicate: ${name}; the two were merged`);
  };

  return {
    papers: merger.papers,
    identities: merger.identities,
    matches,
    gaps: gaps.gaps,
    placed,
    close: merger.close,
    /** Takes what is found in one file. */
    file(
      name: string,
      warnings: WarningList,
    ): { readonly take: (finding: Finding) => void; readonly tally: FileTally } {
      const tally: FileTally = { count: 0, merged: 0, gaps: gapCounter() };
      const seenIds = new Map<string, number>();
      const takeRecord = ({ drafted, fields: own, line, called, hasId, place }: Handed) => {
        const ordinal = tally.count + 1;
        const tell = (message: string) =>
          warnings.add(message, {
            ...(line === undefined ? {} : { line }),
            record: called || `record ${ordinal}`,
          });
        if (drafted === undefined)
          return tell("the record has no title, expected one, nor anything to know it by; it was left out");
        const { untitled, noYear } = drafted;
        const draft =
          drafted.draft.id === "" ? withId(drafted.draft, String(merger.papers.length + 1)) : drafted.draft;
        tally.gaps.add(draft);
        if (untitled) tell(`the record has no title, expected one; kept as “${cut(draft.title, 60)}”`);
        if (noYear !== undefined)
          tell(
            `found ${JSON.stringify(noYear)}, expected a year from 1400 to 2100; the paper was kept without one`,
          );
        tally.count++;
        const { at, found, clash } = merger.add(draft, drafted.printed);
        if (place && !placed.has(at)) placed.set(at, place);
        fields.add(at, own);
        decisions.add(at, own, tell, name);
        if (found?.merged) gaps.add(found.into, -1);
        gaps.add(found?.merged ? merger.papers[at] : draft);
        if (found !== undefined) {
          const { record, because, shared, merged, gave } = found;
          const [from, into] = [recordPlace(draft, name, line), placeOf(found.into, found.at)];
          matches.push({ record, from, into, paper: found.at, because, shared, gave, merged });
          tellOfMatch(found, tally, tell);
        }
        if (at === originFile.length) {
          originFile.push(name);
          originLine.push(line ?? 0);
          if (clash !== undefined)
            tell(
              `the same DOI or id as ${quoted(placeOf(merger.papers[clash], clash))}, but another title; kept apart`,
            );
          else if (hasId && seenIds.has(draft.id))
            tell(
              `the key is repeated (first in line ${seenIds.get(draft.id)}) for a different paper: both were kept`,
            );
        }
        const { id } = found?.merged ? draft : merger.papers[at];
        if (hasId && !seenIds.has(id)) seenIds.set(id, line ?? 0);
      };
      const take = (finding: Finding) =>
        "message" in finding ? warnings.add(finding.message, finding.where) : takeRecord(finding);
      return { take, tally };
    },
  };
}

function recordPlace({ id, title }: Draft, file: string, line: number | undefined): RecordPlace {
  return { file, ...(line === undefined ? {} : { line }), id, title };
}

function quoted({ id, title, file }: RecordPlace): string {
  return `${id} “${cut(title, 60)}” (${file})`;
}
