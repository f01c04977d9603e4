import { TopographError } from "../model/errors.ts";
import type { Entries } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { asNumber } from "../model/take.ts";
import type { TopicTerm } from "../model/topic.ts";
import type { OpenFolder } from "./open.ts";
import type { Cells } from "./parquet-reader.ts";
import { textsIn } from "./points.ts";
import { restOf } from "./rest.ts";
import { REST } from "./shapes.ts";
import { topicObjects } from "./topic-columns.ts";

/** What `map.json` does not say of a topic. */
export interface TopicDetails {
  readonly terms: readonly TopicTerm[];
  /** Rows of papers. */
  readonly examples: readonly number[];
  /** What this version does not know. */
  readonly extra: Entries;
}

const DETAILS = ["id", "terms", "score", "inside", "outside", "examples", REST] as const;

/** Reads what the table `topics` tells of the topics of a folder. */
export function topicReader(folder: OpenFolder) {
  const ids = topicObjects(folder.head.topics).map((topic) => topic.get("id"));
  const group = async (k: number): Promise<TopicDetails[]> => {
    const table = await folder.need("topics");
    const columns = await table.group(k, DETAILS);
    const [from, to] = [table.groups[k], table.groups[k + 1]];
    return ids.slice(from, to).map((id, i) => detailsOf(id, columns, i));
  };
  return {
    /** What is told of one topic, by its place. Brings some 256 topics, which are kept. */
    async at(place: number): Promise<TopicDetails> {
      const { groups } = await folder.need("topics");
      const k = groups.findLastIndex((first) => first <= place);
      return (await group(k))[place - groups[k]];
    },
    async all(): Promise<TopicDetails[]> {
      const { groups } = await folder.need("topics");
      const found = await Promise.all(Array.from({ length: groups.length - 1 }, (_, k) => group(k)));
      return found.flat();
    },
  };
}

function detailsOf(
  id: unknown,
  [ids, names, scores, insides, outsides, examples, rest]: readonly Cells[],
  i: number,
): TopicDetails {
  const { values, extra } = restOf(rest[i]);
  const cell = (name: string, cells: Cells) => values.get(name) ?? cells[i];
  if (cell("id", ids) !== id)
    throw new TopographError(
      "input",
      `topics.parquet tells of topic ${JSON.stringify(cell("id", ids))} where ${id} is expected: another program has written it anew`,
    );
  const [score, inside, outside] = [
    numbersIn(cell("score", scores)),
    numbersIn(cell("inside", insides)),
    numbersIn(cell("outside", outsides)),
  ];
  return {
    terms: textsIn(cell("terms", names)).map((term, k) => ({
      term,
      score: score[k] ?? 0,
      inside: inside[k] ?? 0,
      outside: outside[k] ?? 0,
    })),
    examples: listIn(cell("examples", examples)).filter((row) => Number.isInteger(row)),
    extra,
  };
}

/** The numbers of a list, in the six digits in which they were written. */
function numbersIn(cell: unknown): number[] {
  return listIn(cell).map(sixDigits);
}

function listIn(cell: unknown): number[] {
  return Array.isArray(cell) ? cell.map((item) => asNumber(item) ?? 0) : [];
}
