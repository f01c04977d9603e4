import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import type { Find, PlaceEdit, RelabelEdit } from "./edits.ts";
import { withGrouping } from "./grouping.ts";

/** Papers in other places, with the middles of their topics; undefined where they stand there already, or are gone. */
export function place(map: TopicMap, edit: PlaceEdit, find: Find): TopicMap | undefined {
  const [x, y] = [map.x.slice(), map.y.slice()];
  const changed = new Set<number>();
  let moved = 0;
  for (const [k, identity] of edit.papers.entries()) {
    const i = find(identity);
    if (i === undefined) continue;
    if (sixDigits(x[i]) === sixDigits(edit.x[k]) && sixDigits(y[i]) === sixDigits(edit.y[k])) continue;
    [x[i], y[i]] = [edit.x[k], edit.y[k]];
    for (const column of [map.topic, map.subtopic, map.leaf]) if (column) changed.add(column[i]);
    moved++;
  }
  if (moved === 0) return undefined;
  const { topics, topic, subtopic, runnerUp, confidence } = map;
  return withGrouping({ ...map, x, y }, { topics, topic, subtopic, runnerUp, confidence, changed });
}

/** Papers under other titles; undefined where they have them already, or are gone. */
export function relabel(map: TopicMap, { papers, labels }: RelabelEdit, find: Find): TopicMap | undefined {
  const named = new Map<number, string>();
  for (const [k, identity] of papers.entries()) {
    const i = find(identity);
    if (i !== undefined && map.papers[i].title !== labels[k]) named.set(i, labels[k]);
  }
  if (named.size === 0) return undefined;
  const renamed = map.papers.map((paper, i) => {
    const title = named.get(i);
    if (title === undefined) return paper;
    const { givenTitle = paper.title, ...rest } = paper;
    return title === givenTitle ? { ...rest, title } : { ...rest, title, givenTitle };
  });
  return { ...map, papers: renamed };
}
