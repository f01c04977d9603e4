import type { Decision } from "../../model/decision.ts";
import type { Edit } from "../../model/map.ts";
import { asKnownEdit } from "../../shape/edits.ts";
import type { Effect } from "../../shape/effect.ts";
import { count, plural } from "../../view/numbers.ts";

const DECIDED: Readonly<Record<Decision, string>> = {
  included: "Included",
  excluded: "Excluded",
  maybe: "Perhaps",
  unseen: "Decision taken back",
};

/** What a change does, in a sentence. */
export function effectText({ added, removed, moved, topics }: Effect, about = false): string {
  const links =
    added + removed === 0
      ? "No link changes"
      : `${plural(added + removed, "link")} ${added + removed === 1 ? "changes" : "change"} (${count(added)} new, ${count(removed)} gone)`;
  const papers =
    moved === 0
      ? "no paper moves"
      : `${about ? "about " : ""}${plural(moved, "paper")} ${moved === 1 ? "moves" : "move"}`;
  const other =
    topics && topics.before !== topics.after
      ? `, ${plural(topics.after, "topic")} instead of ${topics.before}`
      : "";
  return `${links}, ${papers} to another topic${other}.`;
}

/** One edit in one line, as what was done. */
export function editText(edit: Edit): string {
  const known = asKnownEdit(edit);
  switch (known?.type) {
    case "rename":
      return `Renamed “${known.topic.name}” to “${known.name}”`;
    case "recolour":
      return `Another colour for “${known.topic.name}”`;
    case "merge":
      return `Merged ${known.topics.map(({ name }) => `“${name}”`).join(" and ")}`;
    case "split":
      return `Split “${known.topic.name}” into ${known.parts.length} topics`;
    case "move":
      return `Moved ${plural(known.papers.length, "paper")} to “${known.to.name}”`;
    case "group":
      return `Made ${plural(known.topics.length, "topic")} of ${plural(
        known.topics.reduce((sum, { papers }) => sum + papers.length, 0),
        "paper",
      )}`;
    case "place":
      return `Other places for ${plural(known.papers.length, "paper")}`;
    case "relabel":
      return `Other titles for ${plural(known.papers.length, "paper")}`;
    case "decide":
      return `${DECIDED[known.decision]}: ${plural(known.papers.length, "paper")}`;
    case "mark":
      return `Stars, notes and tags of ${plural(known.papers.length, "paper")}`;
    case "stop-word":
      return `Left out “${known.word}”`;
    case "synonym":
      return synonymText(known.phrases);
    case "keep-phrase":
      return `Kept “${known.phrase}” together`;
    case "split-phrase":
      return `Cut “${known.phrase}” apart`;
    default:
      return `A change that this version does not know (${edit.type})`;
  }
}

/** One name for several phrases, in one line. */
export function synonymText([first, ...others]: readonly string[]): string {
  return `“${first}” for ${others.map((phrase) => `“${phrase}”`).join(", ")}`;
}

/** Words of corrections, vocabulary, settings and continued maps. */
export const shapeTexts = {
  keepMarks: "Keep stars, notes and tags in the map",
  keepMarksHint: "They go with the map then, and into what is saved of it: reading lists, tables and graphs",
  undo: "Undo",
  redo: "Redo",
  undone: (what: string) => `Taken back: ${what}`,
  redone: (what: string) => `Done again: ${what}`,
  computing: "Computing the map again…",
  computed: "Done",
  cancel: "Cancel",
  cancelled: "Cancelled; the map is as it was.",
  preview: "The sliders show a preview: keep it or go back to the map’s own topics first.",
  failed: "That did not work:",
  topic: {
    tools: "Correct this topic",
    rename: "Rename",
    newName: "New name",
    save: "Save",
    merge: "Merge with",
    mergeChosen: (n: number) => (n === 2 ? "Merge the two" : `Merge the ${n}`),
    mergeHint: "makes one topic of those that are chosen",
    mergeNone: "choose a topic",
    split: "Split",
    splitSubtopics: (n: number) => `into its ${n} sub-topics`,
    splitTwo: "in two, along its links",
    splitSelected: (n: number) => `off: the ${plural(n, "selected paper")}`,
    splitNone: "choose how",
    splitHint: "Select the papers to split off.",
    rest: "Other papers",
    color: "Colour",
    otherColor: "Another colour",
    cannotSplit: "The links of this topic do not fall into two parts. Select papers to split off.",
  },
  paper: { move: "Belongs to", moveHint: "Move this paper to another topic" },
  dialog: {
    title: "Shape the map",
    tabs: { changes: "Changes", words: "Words", settings: "Settings", continue: "Continue" },
  },
  drawing: { same: "Nothing on it differs from the map." },
  changes: {
    none: "Nothing was changed by hand. Rename, merge, split, recolour topics on their cards; move a paper on its card.",
    hint: "In the order they were made. They are saved with the map and made again when it is computed again.",
    remove: (what: string) => `Take back: ${what}`,
    idle: "without effect here",
  },
  vocabulary: {
    hint: "Words shape the links. The effect is counted before anything changes.",
    what: "Do what",
    kinds: {
      "stop-word": "Leave a word out",
      synonym: "One name for several",
      "keep-phrase": "Keep a phrase together",
      "split-phrase": "Cut a phrase apart",
    },
    label: {
      "stop-word": "Word or phrase that says nothing here",
      synonym: "The name, then what it stands for, with commas",
      "keep-phrase": "Phrase that counts as one term",
      "split-phrase": "Phrase whose words count one by one",
    },
    placeholder: {
      "stop-word": "novel",
      synonym: "CNN, convolutional neural network, convnet",
      "keep-phrase": "neural network",
      "split-phrase": "deep learning",
    },
    apply: "Apply",
    counting: "Counting…",
    needs: {
      "stop-word": "A word or phrase is wanted.",
      synonym: "At least two phrases, with a comma between them.",
      "keep-phrase": "A phrase of at least two words.",
      "split-phrase": "A phrase of at least two words.",
    },
    mine: "Changed by hand",
    given: "From word files",
    files: "Save as word files",
    filesHint: "For --stop-words and --synonyms of the command line",
    stopWords: "Left out",
  },
  settings: {
    hint: "What the map is computed with; small beside each, its name on the command line. Other settings give topics and places anew; your corrections are made again.",
    fields: {
      neighbours: ["Links per paper", "To so many of its most similar papers. More: denser, smoother."],
      topics: ["Number of topics", "Empty: chosen from the size of the collection."],
      "min-df": ["Rare words", "Words in fewer papers than this are left out."],
      "title-weight": ["Weight of titles", "How often a word of the title counts."],
    },
    weightsTitle: "What counts as a link",
    weights: "in topics and places; 0: drawn only",
    automatic: "auto",
    apply: "Apply",
    asItIs: "These are the settings of the map.",
    command: "Copy the command line",
    commandCopied: "Command line copied",
    commandFiles: "Save its word files",
    commandBase: (name: string) => `It continues this map: save it as ${name} first.`,
    made: (generator: string) => `This map was made by ${generator}. It is shown as it was saved.`,
    again: "What would computing it again change?",
  },
  continued: {
    hint: "Papers that the map knows keep their places, topics, names and colours; your corrections are made again.",
    choose: "Continue with files…",
    keep: "Keep papers that the files do not have",
    since: (title: string, papers: number) => `Since “${title}” with ${plural(papers, "paper")}`,
    unchanged: "Nothing has changed.",
    newPapers: (n: number) => `${plural(n, "new paper")}`,
    gonePapers: (n: number) => `${plural(n, "paper")} gone`,
    movedPapers: (n: number) => `${plural(n, "paper")} in another topic`,
    newTopics: "New topics",
    goneTopics: "Topics gone",
    split: (from: string, into: readonly string[]) =>
      `“${from}” has split into ${into.map((name) => `“${name}”`).join(" and ")}`,
    merged: (from: readonly string[], into: string) =>
      `${from.map((name) => `“${name}”`).join(" and ")} have merged into “${into}”`,
    drift: (share: number) => `Known papers moved by ${(share * 100).toFixed(1)} % of the width (median).`,
    select: "Select the new papers",
    more: (n: number) => `and ${count(n)} more`,
    told: (papers: number) => `${plural(papers, "new paper")} on the map.`,
  },
} as const;
