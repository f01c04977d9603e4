import type { Field, LabelField } from "./field.ts";
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
  return fields.find(isOfDecisions);
}

/** Whether a field is that of decisions. */
export function isOfDecisions(field: Field): field is LabelField {
  return field.name === DECISION && field.type === "category" && field.labels.every(isDecision);
}

/** Whether a text is one of the four. */
export function isDecision(text: unknown): text is Decision {
  return DECISIONS.some((decision) => decision === text);
}

/** The decision on each paper as its position in `DECISIONS`, −1 where it has none; undefined where nobody has screened. */
export function decisionCodes(map: Pick<TopicMap, "fields">): Int32Array | undefined {
  const field = decisionField(map);
  if (field === undefined) return undefined;
  const position = field.labels.map((label) => (DECISIONS as readonly string[]).indexOf(label));
  return field.codes.map((code) => position[code] ?? -1);
}

/** The decision on each paper as its position in `DECISIONS`; papers without one are unseen. */
export function decisionsOf(map: Screened): Uint8Array {
  const codes = decisionCodes(map) ?? new Int32Array(map.papers.length).fill(UNSEEN);
  return Uint8Array.from(codes, (code) => (code < 0 ? UNSEEN : code));
}

/** How many papers have each decision, in the order of `DECISIONS`. */
export function decisionCounts(map: Screened): number[] {
  const counts = DECISIONS.map(() => 0);
  for (const decision of decisionsOf(map)) counts[decision]++;
  return counts;
}

/** Decisions as a field: a category of all four, so that each has its place and colour whether it occurs or not. */
export function fieldOfDecisions(decisions: ArrayLike<number>): LabelField {
  return { name: DECISION, type: "category", labels: DECISIONS, codes: Int32Array.from(decisions) };
}

/** Marks of ASReview in notes of RIS records; it has none for "maybe". */
const MARKS: ReadonlyMap<string, Decision> = new Map([
  ["relevant", "included"],
  ["irrelevant", "excluded"],
  ["not_seen", "unseen"],
]);
const MARK = /\bASReview_(relevant|irrelevant|not_seen)\b|^Decision: (included|excluded|maybe|unseen)$/;

/** A decision as a note that ASReview, or at least this program, reads again. */
export function noteOfDecision(decision: Decision): string {
  for (const [mark, meant] of MARKS) if (meant === decision) return `ASReview_${mark}`;
  return `Decision: ${decision}`;
}

/** The decision that a note is marked with. */
export function decisionInNote(note: string): Decision | undefined {
  const [, mark, word] = MARK.exec(note) ?? [];
  return mark === undefined ? (isDecision(word) ? word : undefined) : MARKS.get(mark);
}

/** A note without such marks; "" where it was nothing else. */
export function withoutMarks(note: string): string {
  return note.replace(new RegExp(MARK, "g"), "").trim();
}
