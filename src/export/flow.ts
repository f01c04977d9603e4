import { decisionCounts } from "../model/decision.ts";
import type { TopicMap } from "../model/map.ts";

/** The numbers of a PRISMA 2020 flow that a map knows. What happens to full texts is its authors' to add. */
export interface Flow {
  readonly identified: {
    readonly records: number;
    readonly sources: readonly { readonly name: string; readonly format: string; readonly records: number }[];
  };
  /** Records that were merged into another of the same paper before screening. */
  readonly duplicatesRemoved: number;
  /** Papers somebody decided on: included, excluded or maybe. */
  readonly screened: number;
  readonly excluded: number;
  /** Screened and not decided for good. */
  readonly maybe: number;
  readonly notScreened: number;
  readonly included: number;
}

/** Counts records and decisions of a map. Records identified = duplicates + screened + not screened. */
export function flowOf(map: TopicMap): Flow {
  const sources = map.inputs.map(({ name, format, papers }) => ({ name, format, records: papers }));
  const [included, excluded, maybe, notScreened] = decisionCounts(map);
  const papers = map.papers.length;
  // A map that another tool took papers from or gave some to has other numbers than its inputs.
  const records = Math.max(
    papers,
    sources.reduce((sum, source) => sum + source.records, 0),
  );
  return {
    identified: { records, sources },
    duplicatesRemoved: records - papers,
    screened: papers - notScreened,
    excluded,
    maybe,
    notScreened,
    included,
  };
}

/** The numbers as JSON. */
export function* toFlowJson(map: TopicMap): Iterable<string> {
  yield `${JSON.stringify(flowOf(map), undefined, 2)}\n`;
}
