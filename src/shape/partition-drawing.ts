import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC } from "../model/topic.ts";
import type { Correction, NamedGroup } from "./edits.ts";
import type { Shown } from "./match-drawing.ts";
import { referTo } from "./topic-ref.ts";

/**
 * What a drawing says of the topics of papers. Our own columns count where somebody changed them: another `topic_name`
 * moves a paper there, renames a topic of which all papers have it, or makes a new one; so does another `topic` under the
 * name of before. Else the classes of Gephi's modularity are the topics.
 */
export function partitionEdits(map: TopicMap, shown: readonly Shown[]): Correction[] {
  const changed = columnEdits(map, shown);
  return changed.length > 0 ? changed : classEdits(map, shown);
}

const CLASSES = ["modularity class", "modularity_class"];

/** Topics of the classes that Gephi found, unless they are those of the map. */
function classEdits(map: TopicMap, shown: readonly Shown[]): Correction[] {
  const groups = new Map<string, number[]>();
  for (const { values, paper } of shown) {
    const name = CLASSES.map((one) => values.get(one)).find((one) => one !== undefined);
    if (name !== undefined) push(groups, name, paper);
  }
  const isSame =
    groups.size === 0 ||
    [...groups.values()].every((papers) => {
      const topic = map.topic[papers[0]];
      return papers.every((i) => map.topic[i] === topic) && papers.length === countOf(map, shown, topic);
    });
  if (isSame) return [];
  const order = [...groups.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
  return [{ type: "group", topics: order.map((papers) => ({ papers: identities(map, papers) })) }];
}

function countOf(map: TopicMap, shown: readonly Shown[], topic: number): number {
  return shown.filter(({ paper }) => map.topic[paper] === topic).length;
}

function columnEdits(map: TopicMap, shown: readonly Shown[]): Correction[] {
  const goals = goalsOf(map, shown);
  if (goals.size === 0) return [];
  const byName = new Map(
    map.topics.flatMap((one) => (one.parent === undefined ? [[one.name, one.id] as const] : [])),
  );
  const edits: Correction[] = [];
  const fresh: NamedGroup[] = [];
  for (const [goal, papers] of goals) {
    const known = byName.get(goal);
    if (known !== undefined) {
      edits.push({ type: "move", papers: identities(map, papers), to: referTo(map, known) });
      continue;
    }
    const before = new Set(papers.map((i) => map.topic[i]));
    const [only] = before;
    if (before.size === 1 && only !== NO_TOPIC && countOf(map, shown, only) === papers.length)
      edits.push({ type: "rename", topic: referTo(map, only), name: goal });
    else
      fresh.push({ ...(goal.startsWith(NUMBERED) ? {} : { name: goal }), papers: identities(map, papers) });
  }
  return fresh.length > 0 ? [...edits, { type: "group", topics: fresh }] : edits;
}

/** Stands before the number of a group that has no name. */
const NUMBERED = "\u0000";

/** Name of a topic → papers that the drawing wants there, which are elsewhere. */
function goalsOf(map: TopicMap, shown: readonly Shown[]): Map<string, number[]> {
  const numbers = new Map<string, Map<string, number>>();
  for (const { values } of shown) {
    const [name, number] = [values.get("topic_name"), values.get("topic")];
    if (name === undefined || number === undefined) continue;
    const own = numbers.get(name) ?? new Map<string, number>();
    own.set(number, (own.get(number) ?? 0) + 1);
    numbers.set(name, own);
  }
  const numberOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const [name, own] of numbers) {
    const [[number]] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    numberOf.set(name, number);
    // A topic of the map keeps its number: others have it from the papers that they took.
    if (!nameOf.has(number) || map.topics.some((one) => one.name === name)) nameOf.set(number, name);
  }
  const goals = new Map<string, number[]>();
  for (const { values, paper } of shown) {
    const [name, number] = [values.get("topic_name"), values.get("topic")];
    const topic = map.topic[paper];
    const now = topic === NO_TOPIC ? undefined : map.topics[topic].name;
    if (name !== undefined && name !== now) push(goals, name, paper);
    else if (name !== undefined && number !== undefined && number !== numberOf.get(name))
      push(goals, nameOf.get(number) ?? NUMBERED + number, paper);
  }
  return goals;
}

function push(groups: Map<string, number[]>, key: string, paper: number): void {
  const own = groups.get(key);
  if (own) own.push(paper);
  else groups.set(key, [paper]);
}

function identities(map: TopicMap, papers: readonly number[]): string[] {
  return [...papers].sort((a, b) => a - b).map((i) => map.papers[i].identity);
}
