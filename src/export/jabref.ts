import type { Field } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { tagsFrom, textsOf, writtenValue } from "./fields.ts";
import { oneLine } from "./one-line.ts";
import { topicNames } from "./reading-list.ts";

/** Groups of JabRef: what stands in the field `groups` of each entry, and the tree that lists them. */
export interface Groups {
  /** Of paper i; "" where it is in none. Not in LaTeX: JabRef compares it as it stands. */
  of(i: number): string;
  /** The comment that JabRef reads its groups from; "" where there is none. */
  tree(papers: Iterable<number>): string;
}

/** Topics as groups, beside those that a file of JabRef had itself. */
export function jabrefGroups(map: TopicMap): Groups {
  const name = topicNames(map);
  const field = (map.fields ?? []).find(isOfGroups);
  const groupsOf = (i: number) => {
    const own = textsOf(field && writtenValue(field, i)).flatMap((text) => text.split(","));
    return [...new Set([...own, name(i)].map(groupName))].filter((one) => one !== "");
  };
  const colors = new Map(map.topics.map((topic) => [groupName(topic.name), topic.color]));
  return {
    of: (i) => groupsOf(i).join(", "),
    tree: (papers) => {
      const names = new Set([...papers].flatMap(groupsOf));
      // In the order of the map's topics, then those of the file.
      const ordered = [...[...colors.keys()].filter((one) => names.has(one)), ...names];
      const lines = [...new Set(ordered)].map((one) => `1 ${staticGroup(one, colors.get(one))};\n`);
      if (lines.length === 0) return "";
      return `@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n${lines.join("")}}\n`;
    },
  };
}

/** Whether a field is JabRef's own list of groups. */
export function isOfGroups(field: Field): boolean {
  return tagsFrom(field, "bibtex").includes("groups");
}

/**
 * A name that is the same in the field and in the tree: commas part groups (semicolons the items of our lists), braces would unbalance the file, and BibTeX
 * takes what follows an @ in a comment for an entry.
 */
function groupName(name: string): string {
  return oneLine(name)
    .replace(/\s*[,;]\s*/g, " / ")
    .replace(/[{}\\]/g, "")
    .replaceAll("@", " at ")
    .trim();
}

/** Name, independent of its parent, expanded, colour, no icon, no description; each ended by a semicolon, all quoted again. */
function staticGroup(name: string, color: string | undefined): string {
  const own = `${quoted(name)};0;1;${color === undefined ? "" : `0x${color.slice(1)}ff`};;;`;
  return `StaticGroup:${quoted(own)}`;
}

function quoted(text: string): string {
  return text.replace(/[;\\]/g, "\\$&");
}
