import { isColor, paperColors } from "../model/color.ts";
import type { DrawnNode } from "../model/drawing.ts";
import type { Edit, TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { replayEdits } from "./apply.ts";
import type { Correction } from "./edits.ts";
import { fitPoints } from "./fit.ts";
import { matchDrawing, type Shown, tidied } from "./match-drawing.ts";
import { partitionEdits } from "./partition-drawing.ts";
import { referTo } from "./topic-ref.ts";

/** What a drawing changes of a map. */
export interface Redrawn {
  /** To come behind those of the map. */
  readonly edits: readonly Correction[];
  /** Papers found in the drawing; of these moved to other places, and with colours that are not their topic's. */
  readonly papers: number;
  readonly moved: number;
  readonly oddColors: number;
  /** Nodes that are no paper of the map, and those that show a paper once more. */
  readonly unknown: readonly DrawnNode[];
  readonly again: readonly DrawnNode[];
}

/**
 * What another program changed of a map that it drew: topics, the colours of most papers of a topic, titles and places,
 * each as an edit that can be taken back. What is as on the map gives none.
 */
export function redrawn(map: TopicMap, nodes: readonly DrawnNode[]): Redrawn {
  const { shown, unknown, again } = matchDrawing(map, nodes);
  const edits: Correction[] = [...partitionEdits(map, shown)];
  const grouped = edits.length > 0 ? replayEdits(map, [...map.edits, ...edits]).map : map;
  const { recolours, oddColors } = colorEdits(map, grouped, shown);
  edits.push(...recolours);
  const renamed = shown.flatMap(({ node, paper }) => {
    const label = tidied(node.label ?? "");
    return label === "" || label === tidied(map.papers[paper].title) ? [] : [{ paper, label }];
  });
  if (renamed.length > 0)
    edits.push({
      type: "relabel",
      papers: renamed.map(({ paper }) => map.papers[paper].identity),
      labels: renamed.map(({ label }) => label),
    });
  const placed = shown.flatMap(({ node: { x, y }, paper }) =>
    x === undefined || y === undefined ? [] : [{ paper, x, y }],
  );
  const moved = placeEdit(map, placed);
  if (moved) edits.push(moved);
  return { edits, papers: shown.length, moved: moved?.papers.length ?? 0, oddColors, unknown, again };
}

/** Papers in the places of a drawing, in its units; undefined where all stand there already. */
export function placeEdit(
  map: TopicMap,
  placed: readonly { readonly paper: number; readonly x: number; readonly y: number }[],
): Extract<Correction, { type: "place" }> | undefined {
  const papers = placed.map(({ paper }) => paper);
  const column = (values: Float32Array) => papers.map((i) => sixDigits(values[i]));
  const fitted = fitPoints(
    { x: column(map.x), y: column(map.y) },
    { x: placed.map(({ x }) => x), y: placed.map(({ y }) => y) },
  );
  const moved = papers.flatMap((paper, k) => (fitted?.moved[k] ? [{ paper, k }] : []));
  if (!fitted || moved.length === 0) return undefined;
  return {
    type: "place",
    papers: moved.map(({ paper }) => map.papers[paper].identity),
    x: moved.map(({ k }) => sixDigits(fitted.x[k])),
    y: moved.map(({ k }) => sixDigits(fitted.y[k])),
  };
}

/** Colours that somebody gave most papers of a topic become the topic's. */
function colorEdits(
  before: TopicMap,
  map: TopicMap,
  shown: readonly Shown[],
): { readonly recolours: Correction[]; readonly oddColors: number } {
  const was = paperColors(before);
  const sizes = new Map<number, number>();
  const given = new Map<number, Map<string, number>>();
  let oddColors = 0;
  for (const { node, paper } of shown) {
    const topic = map.topic[paper];
    sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
    if (!isColor(node.color) || node.color === was(paper).toLowerCase()) continue;
    oddColors++;
    const own = given.get(topic) ?? new Map<string, number>();
    own.set(node.color, (own.get(node.color) ?? 0) + 1);
    given.set(topic, own);
  }
  const recolours: Correction[] = [];
  for (const [topic, colors] of [...given].sort((a, b) => a[0] - b[0])) {
    const [[color, count]] = [...colors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (topic === NO_TOPIC || count * 2 <= (sizes.get(topic) ?? 0)) continue;
    oddColors -= count;
    if (map.topics[topic].color !== color)
      recolours.push({ type: "recolour", topic: referTo(map, topic), color });
  }
  return { recolours, oddColors };
}

/** The map with what a drawing changes, behind the edits that it has. */
export function withDrawing(map: TopicMap, { edits }: Pick<Redrawn, "edits">): TopicMap {
  const list: readonly Edit[] = [...map.edits, ...edits];
  return edits.length > 0 ? replayEdits(map, list).map : map;
}
