import { type Decision, decisionInNote } from "../../model/decision.ts";
import { foldName } from "../fields.ts";

/**
 * Columns that hold decisions, best first, folded: what was decided in the end, ASReview's labels, other tools' and
 * tables' own. Within one record the best column that says something counts.
 */
const COLUMNS: readonly string[] = [
  "decision finaldecision finalincluded includedfinal finalinclusion fulltextdecision fulltextscreeningdecision",
  "asreviewlabel",
  "labelincluded includedlabel includedflag",
  "screeningdecision screeningstatus screeningresult inclusiondecision inclusionstatus",
  "included include inclusion titleabstractdecision abstractdecision",
  // EPPI-Reviewer
  "itemstatus",
];
/** Marks in notes count before columns that say less than the end: they are what was written last. */
const MARK_RANK = 0.5;
const RAYYAN_RANK = COLUMNS.length;
const FILE_RANK = COLUMNS.length + 1;

const NOTES: ReadonlySet<string> = new Set(["n1", "notes", "note", "researchnotes", "annote", "comments"]);

/**
 * What stands in such columns, in lower case. Not "accept" and "reject", which are what journals and conferences decide.
 * Letters alone are EPPI's: included, excluded; deleted and shadow records are copies of others.
 */
const WORDS: Readonly<Record<Decision, string>> = {
  included: "1|1.0|yes|y|true|include|included|relevant|asreview_relevant|in|i|included in review",
  excluded:
    "0|0.0|no|n|false|exclude|excluded|irrelevant|not relevant|asreview_irrelevant|out|e|excluded from review",
  maybe: "maybe|unsure|unclear|uncertain|?|conflict|discuss|awaiting classification",
  unseen:
    "-1|-1.0|unseen|not seen|asreview_not_seen|unlabeled|unlabelled|undecided|unscreened|not screened|to screen|pending|none|na|n/a|nan|null|d|s",
};
const DECISION_OF: ReadonlyMap<string, Decision> = new Map(
  (Object.entries(WORDS) as [Decision, string][]).flatMap(([decision, words]) =>
    words.split("|").map((word) => [word, decision] as const),
  ),
);

/** Rayyan: RAYYAN-INCLUSION: {"Ada"=>"Included", "Bo"=>"Excluded"} */
const RAYYAN = /RAYYAN-INCLUSION:\s*\{([^}]{0,4000})\}/;
const RAYYAN_VOTE = /=>\s*"(Included|Excluded|Maybe|Undecided)"/gi;

/** Covidence puts each stage into a file of its own: review_12345_included_csv_20240320131744.csv */
const COVIDENCE = /^review_\d+_(included|excluded|irrelevant|select|screen)_/i;
const STAGES: ReadonlyMap<string, Decision> = new Map([
  ["included", "included"],
  ["excluded", "excluded"],
  ["irrelevant", "excluded"],
  // Past titles and abstracts, before full texts.
  ["select", "maybe"],
  ["screen", "unseen"],
]);

/** What one place of a record says: several decisions where several people screened. The lowest rank counts. */
export interface Said {
  readonly rank: number;
  readonly decisions: readonly Decision[];
}

/** The rank of a column that holds decisions by its name; undefined for any other. */
export function columnRank(name: string): number | undefined {
  const folded = foldName(name.replace(/ \(\d+\)$/, ""));
  const rank = COLUMNS.findIndex((names) => names.split(" ").includes(folded));
  return rank < 0 ? undefined : rank;
}

/** The decision that a cell of such a column holds; undefined where it is none: the column is about something else. */
export function decisionIn(text: string): Decision | undefined {
  return DECISION_OF.get(text.trim().toLowerCase());
}

/** Whether a field holds notes, in which Rayyan and ASReview write. */
export function isNotes(name: string): boolean {
  return NOTES.has(foldName(name));
}

/** What a note says; undefined where it speaks of something else. */
export function saidInNote(text: string): Said | undefined {
  const decision = decisionInNote(text);
  if (decision) return { rank: MARK_RANK, decisions: [decision] };
  const votes = [...(RAYYAN.exec(text)?.[1] ?? "").matchAll(RAYYAN_VOTE)];
  const decisions = votes.flatMap(([, vote]) => decisionIn(vote) ?? []);
  return decisions.length > 0 ? { rank: RAYYAN_RANK, decisions } : undefined;
}

/** What the name of a file says of all its records. */
export function saidByFile(name: string): Said | undefined {
  const decision = STAGES.get(COVIDENCE.exec(name)?.[1].toLowerCase() ?? "");
  return decision && { rank: FILE_RANK, decisions: [decision] };
}

/**
 * What several decisions on one paper come to: what all say that have decided; where they differ, maybe. It is a
 * conflict where one includes what another excludes.
 */
export function agreed(decisions: readonly Decision[]): {
  readonly decision: Decision;
  readonly isConflict: boolean;
} {
  const made = new Set(decisions.filter((decision) => decision !== "unseen"));
  const [first = "unseen"] = made;
  return {
    decision: made.size > 1 ? "maybe" : first,
    isConflict: made.has("included") && made.has("excluded"),
  };
}
