import { groupBy, membersOf } from "../../kernel/columns.ts";
import type { TopicName } from "../../model/assemble.ts";
import { levelsOfTree } from "../../model/levels.ts";
import type { PhraseTable, TermMatrix } from "../../model/text.ts";
import type { TopicTree } from "../../model/topic.ts";
import { mixedTopics } from "../mixed.ts";
import { centralPapers } from "./examples.ts";
import { capitalise, joinMixed, joinName, MIXED, type NamePart } from "./join.ts";
import { labelsOf } from "./label.ts";
import { pickTerms } from "./pick.ts";
import { countsFor, type NameCandidate, type PhraseCounts, scoreNames } from "./score.ts";

const TERMS_A_TOPIC = 10;
const EXAMPLES_A_TOPIC = 5;

/** What of the tree names depend on. */
export type NamedTree = Pick<TopicTree, "count" | "topic" | "subtopic" | "leaf" | "parent">;

/**
 * Names, terms and example papers of every topic and sub-topic, by id. Topics are named against each other, sub-topics
 * against their siblings; no two have the same name, no term stands for two siblings. Linear in the phrase table's
 * entries.
 */
export function nameTopics(
  tree: NamedTree,
  {
    phrases,
    matrix,
  }: { readonly phrases: PhraseTable; readonly matrix: Pick<TermMatrix, "rows" | "common"> },
): TopicName[] {
  const { count, parent } = tree;
  const members = membersOf(levelsOfTree(tree), count + parent.length);
  const examples = centralPapers(members, matrix.rows, EXAMPLES_A_TOPIC);
  const toTerm = ({ phrase, score, inside, outside }: NameCandidate) => ({
    term: phrases.surface[phrase],
    score,
    inside,
    outside,
  });
  /** Of topics, not of sub-topics: their papers have the topic in common. */
  const mixedAmong = (ids: readonly number[], labels: readonly (readonly NamePart[])[]) => {
    if (!ids.every((id) => id < count)) return undefined;
    const own = ids.map((id) => members[id]);
    const named = own.map(({ length }, k) => (labels[k][0]?.holders.length ?? 0) / length);
    return mixedTopics(own, matrix, named);
  };
  const counts = countsFor(phrases);
  const names: TopicName[] = [];
  const known = new Set<string>();
  for (const { ids, within } of families(count, parent)) {
    // Towns of one name lie in many countries: deep down a name has to differ from those around it only.
    const taken = within === undefined ? known : new Set([names[within].name.toLowerCase()]);
    const { picked, labels } = describe(
      ids.map((id) => members[id]),
      phrases,
      counts,
    );
    const mixed = mixedAmong(ids, labels);
    for (const [k, id] of ids.entries()) {
      const name = mixed?.[k]
        ? joinMixed(labels[k], taken) || lastResort(MIXED, taken)
        : freeName(labels[k], members[id].length, taken);
      taken.add(name.toLowerCase());
      names[id] = {
        name,
        ...(mixed?.[k] ? { mixed: true } : {}),
        terms: picked[k].map(toTerm),
        examples: examples[id],
      };
    }
  }
  return names;
}

/** Terms of each of some siblings, and the phrases that its name is made of. @param members papers of each */
export function describe(
  members: readonly (readonly number[])[],
  phrases: PhraseTable,
  counts: PhraseCounts = countsFor(phrases),
): { readonly picked: readonly NameCandidate[][]; readonly labels: readonly NamePart[][] } {
  const candidates = scoreNames(members, phrases, counts);
  const picked = pickTerms(candidates, phrases, TERMS_A_TOPIC);
  const labels = members.map(({ length }, k) => labelsOf(picked[k], candidates[k], phrases, length));
  return { picked, labels };
}

/** A name of some of these phrases that nothing else has. @param size papers that are named */
export function freeName(labels: readonly NamePart[], size: number, taken: ReadonlySet<string>): string {
  return joinName(labels, size, taken) || lastResort(labels[0]?.term, taken);
}

/** The topics, then the sub-topics of each of them, then the parts of each of these. */
function families(count: number, parent: Int32Array): Family[] {
  const out: Family[] = [{ ids: Array.from({ length: count }, (_, id) => id) }];
  const inside = groupBy(parent, count + parent.length);
  for (let id = 0; id < count + parent.length; id++) {
    const parts = inside.item.subarray(inside.start[id], inside.start[id + 1]);
    if (parts.length > 0)
      out.push({ ids: Array.from(parts, (s) => count + s), ...(id < count ? {} : { within: id }) });
  }
  return out;
}

interface Family {
  readonly ids: readonly number[];
  /** The sub-topic, or the part of one, that they are parts of. */
  readonly within?: number;
}

/** A topic whose papers share no phrase, or none that is free, is named by a number. */
function lastResort(term: string | undefined, taken: ReadonlySet<string>): string {
  const stem = capitalise(term ?? "Other papers");
  for (let n = term === undefined ? 1 : 2; ; n++) {
    const name = n === 1 ? stem : `${stem} (${n})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
