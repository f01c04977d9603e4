import { findDoi } from "../model/doi.ts";
import type { DrawnNode } from "../model/drawing.ts";
import type { TopicMap } from "../model/map.ts";

/** A node of a drawing with the paper that it shows. */
export interface Shown {
  readonly node: DrawnNode;
  readonly paper: number;
  /** Attributes under their names in lower case. */
  readonly values: ReadonlyMap<string, string>;
}

/** Which nodes show papers of a map, and which do not. */
export interface Matched {
  readonly shown: readonly Shown[];
  readonly unknown: readonly DrawnNode[];
  /** Nodes of papers that a node before them shows already. */
  readonly again: readonly DrawnNode[];
}

/**
 * Finds the papers that a drawing shows: by identity, else DOI, else the id that their source gave them, else title. An id
 * or a title that several papers have finds none.
 */
export function matchDrawing(map: TopicMap, nodes: readonly DrawnNode[]): Matched {
  const index = new Map<string, number | undefined>();
  const claim = (key: string, i: number) => index.set(key, index.has(key) ? undefined : i);
  for (const [i, { identity, doi, id, title, givenTitle }] of map.papers.entries()) {
    index.set(`identity ${identity}`, i);
    if (doi) claim(`doi ${doi}`, i);
    claim(`id ${id}`, i);
    for (const one of new Set([folded(title), folded(givenTitle ?? title)])) claim(`title ${one}`, i);
  }
  const shown: Shown[] = [];
  const [unknown, again]: [DrawnNode[], DrawnNode[]] = [[], []];
  const taken = new Set<number>();
  for (const node of nodes) {
    const values = new Map(node.values.map(([name, value]) => [name.toLowerCase(), value]));
    const own = [
      ["identity", values.get("identity")],
      ["doi", findDoi(values.get("doi") ?? "")],
      ["id", values.get("source_id") ?? node.id],
      ["title", folded(values.get("title") ?? node.label ?? "")],
    ];
    const paper = own.map(([kind, key]) => index.get(`${kind} ${key}`)).find((i) => i !== undefined);
    if (paper === undefined) unknown.push(node);
    else if (taken.has(paper)) again.push(node);
    else {
      taken.add(paper);
      shown.push({ node, paper, values });
    }
  }
  return { shown, unknown, again };
}

/** A text on one line, without blanks at its ends. */
export function tidied(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function folded(title: string): string {
  return tidied(title).toLowerCase();
}
