import { membersOf } from "../../kernel/columns.ts";
import type { TopicName } from "../../model/assemble.ts";
import type { PhraseTable, TermMatrix } from "../../model/text.ts";
import type { TopicTree } from "../../model/topic.ts";
import { mixedTopics } from "../mixed.ts";
import { centralPapers } from "./examples.ts";
import { capitalise, joinMixed, joinName, MIXED, type NamePart } from "./join.ts";
import { labelsOf } from "./label.ts";
import { pickTerms } from "./pick.ts";
import { type NameCandidate, scoreNames } from "./score.ts";

const TERMS_A_TOPIC = 10;
const EXAMPLES_A_TOPIC = 5;

/** What of the tree names depend on. */
export type NamedTree = Pick<TopicTree, "count" | "topic" | "subtopic" | "parent">;

/**
 * Names, terms and example papers of every topic and sub-topic, by id. Topics are named against each other, sub-topics
 * against their siblings; no two have the same name, no term stands for two siblings. Linear in the phrase table's
 * entries.
 */
export function nameTopics(
  { count, topic, subtopic, parent }: NamedTree,
  {
    phrases,
    matrix,
  }: { readonly phrases: PhraseTable; readonly matrix: Pick<TermMatrix, "rows" | "common"> },
): TopicName[] {
  const members = membersOf([topic, subtopic], count + parent.length);
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
  const names: TopicName[] = [];
  const taken = new Set<string>();
  for (const ids of families(count, parent)) {
    const candidates = scoreNames(
      ids.map((id) => members[id]),
      phrases,
    );
    const picked = pickTerms(candidates, phrases, TERMS_A_TOPIC);
    const labels = ids.map((id, k) => labelsOf(picked[k], candidates[k], phrases, members[id].length));
    const mixed = mixedAmong(ids, labels);
    for (const [k, id] of ids.entries()) {
      const name = mixed?.[k]
        ? joinMixed(labels[k], taken) || lastResort(MIXED, taken)
        : joinName(labels[k], members[id].length, taken) || lastResort(labels[k][0]?.term, taken);
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

/** The topics, then the sub-topics of each of them. */
function families(count: number, parent: Int32Array): number[][] {
  const out = Array.from({ length: count + 1 }, (): number[] => []);
  for (let id = 0; id < count; id++) out[0].push(id);
  for (let s = 0; s < parent.length; s++) out[parent[s] + 1].push(count + s);
  return out;
}

/** A topic whose papers share no phrase, or none that is free, is named by a number. */
function lastResort(term: string | undefined, taken: ReadonlySet<string>): string {
  const stem = capitalise(term ?? "Other papers");
  for (let n = term === undefined ? 1 : 2; ; n++) {
    const name = n === 1 ? stem : `${stem} (${n})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
