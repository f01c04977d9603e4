import type { LabelField } from "./field.ts";
import type { TopicMap } from "./map.ts";

/** What screening makes of a paper. Colours, columns and files have them in this order. */
export const DECISIONS = ["included", "excluded", "maybe", "unseen"] as const;
export type Decision = (typeof DECISIONS)[number];

/** The field that holds one for every paper of a collection that is screened. */
export const DECISION = "decision";
export const UNSEEN = DECISIONS.indexOf("unseen");

type Screened = Pick<TopicMap, "fields" | "papers">;

/** The field of decisions; undefined where nobody has screened. A category of other words under its name is none. */
export function decisionField({ fields = [] }: Pick<TopicMap, "fields">): LabelField | undefined {
  return fields.find(
    (field): field is LabelField =>
      field.name === DECISION && field.type === "category" && field.labels.every(isDecision),
  );
}

/** Whether a text is one of the four. */
export function isDecision(text: unknown): text is Decision {
  return DECISIONS.some((decision) => decision === text);
}

/** The decision on each paper as its position in `DECISIONS`; papers without one are unseen. */
export function decisionsOf(map: Screened): Uint8Array {
  const field = decisionField(map);
  if (field === undefined) return new Uint8Array(map.papers.length).fill(UNSEEN);
  const position = field.labels.map((label) => (DECISIONS as readonly string[]).indexOf(label));
  return Uint8Array.from(field.codes, (code) => position[code] ?? UNSEEN);
}

/** Decisions as a field: a category of all four, so that each has its place and colour whether it occurs or not. */
export function fieldOfDecisions(decisions: ArrayLike<number>): LabelField {
  return { name: DECISION, type: "category", labels: DECISIONS, codes: Int32Array.from(decisions) };
}
