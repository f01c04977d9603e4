/** What differs between an earlier map and the one that continues it. Papers by identity, topics by name. */
export interface MapChanges {
  /** The earlier map: its title and how many papers it had. */
  readonly since: { readonly title: string; readonly papers: number };
  readonly newPapers: readonly string[];
  readonly gonePapers: readonly { readonly identity: string; readonly title: string }[];
  /** Known papers that are in a topic which does not continue theirs. */
  readonly movedPapers: readonly { readonly identity: string; readonly from: string; readonly to: string }[];
  readonly newTopics: readonly string[];
  readonly goneTopics: readonly string[];
  readonly splitTopics: readonly { readonly from: string; readonly into: readonly string[] }[];
  readonly mergedTopics: readonly { readonly from: readonly string[]; readonly into: string }[];
  /** Median distance by which known papers moved, as a share of the map's width. */
  readonly drift: number;
  /** Corrections that found nothing to change in this map, as numbers in its list of edits. */
  readonly idleEdits: readonly number[];
}
