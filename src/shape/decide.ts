import { DECISIONS, decisionField, decisionsOf, fieldOfDecisions } from "../model/decision.ts";
import type { Edit, TopicMap } from "../model/map.ts";
import type { DecideEdit, Find } from "./edits.ts";

/** The map with a decision on some papers; undefined where they have it already, or are gone. */
export function decide(map: TopicMap, edit: DecideEdit, find: Find): TopicMap | undefined {
  const code = DECISIONS.indexOf(edit.decision);
  const decisions = decisionsOf(map);
  const papers = edit.papers.flatMap((identity) => find(identity) ?? []).filter((i) => decisions[i] !== code);
  if (papers.length === 0) return undefined;
  for (const i of papers) decisions[i] = code;
  return withDecisionCodes(map, decisions);
}

/** Whether some of the edits are decisions. */
export function hasDecisionEdits(edits: readonly Edit[]): boolean {
  return edits.some(({ type }) => type === "decide");
}

/** The map with these decisions, in the place that the field has; undefined takes the field away. */
export function withDecisionCodes(map: TopicMap, codes: ArrayLike<number> | undefined): TopicMap {
  const { fields = [], ...rest } = map;
  const before = decisionField(map);
  const now = codes && { ...before, ...fieldOfDecisions(codes) };
  const others = before ? fields.flatMap((field) => (field === before ? (now ?? []) : [field])) : [...fields];
  if (now && !before) others.push(now);
  return others.length > 0 ? { ...rest, fields: others } : rest;
}
