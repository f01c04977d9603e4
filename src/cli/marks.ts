import { type FieldValue, fieldValue } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { type Mark, type Marks, marksOf, tagList } from "../model/marks.ts";
import type { Paper } from "../model/paper.ts";
import { readPapers } from "../read/read.ts";
import { applyEdits } from "../shape/apply.ts";
import { openInput } from "./inputs.ts";
import { plural } from "./messages.ts";
import { writeAll } from "./streams.ts";

const FIELDS = ["starred", "note", "tags"];

/**
 * The map with the stars, notes and tags that a file of papers has in fields of these names, one more of its edits. Papers
 * are matched by identity, else by a title that only one paper of the map has; what the file has no value for stays.
 * @throws TopographError (input) where the file cannot be opened
 */
export async function withMarksOf(map: TopicMap, file: string): Promise<TopicMap> {
  const { papers, fields = [] } = await readPapers([openInput(file)], { fields: new Set(FIELDS) });
  const [starred, note, tags] = FIELDS.map((name) => fields.find((field) => field.name === name));
  const find = finder(map);
  const kept = marksOf(map);
  const marks = papers.flatMap((paper, i): Mark[] => {
    const identity = find(paper);
    if (identity === undefined) return [];
    const said = {
      ...(starred ? optional("starred", isYes(fieldValue(starred, i))) : {}),
      ...(note ? optional("note", textOf(fieldValue(note, i))) : {}),
      ...(tags ? optional("tags", tagsOf(fieldValue(tags, i))) : {}),
    };
    const before: Partial<Marks> = kept.get(identity) ?? {};
    const isNew = JSON.stringify({ ...before, ...said }) !== JSON.stringify(before);
    return Object.keys(said).length > 0 && isNew ? [{ paper: identity, ...said }] : [];
  });
  const strangers = papers.filter((paper) => find(paper) === undefined).length;
  if (strangers > 0)
    writeAll(2, `warning: --marks ${file}: ${plural(strangers, "paper")} of the file not in the map\n`);
  if (marks.length === 0) {
    writeAll(
      2,
      `warning: --marks ${file}: nothing new in the columns ${FIELDS.join(", ")} for papers of the map\n`,
    );
    return map;
  }
  return applyEdits(map, [...map.edits, { type: "mark", papers: marks }]);
}

/** Finds a paper of the map, as its identity. */
function finder({ papers }: TopicMap): (paper: Paper) => string | undefined {
  const known = new Set(papers.map(({ identity }) => identity));
  const fold = ({ title }: Paper) =>
    title
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const byTitle = new Map<string, string | undefined>();
  for (const paper of papers) {
    const title = fold(paper);
    byTitle.set(title, byTitle.has(title) ? undefined : paper.identity);
  }
  return (paper) => (known.has(paper.identity) ? paper.identity : byTitle.get(fold(paper)));
}

function optional<T>(key: string, value: T | undefined): object {
  return value === undefined ? {} : { [key]: value };
}

function isYes(value: FieldValue | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return typeof value === "boolean" ? value : !/^(?:0|no|false|)$/i.test(String(value));
}

function textOf(value: FieldValue | undefined): string | undefined {
  return value === undefined ? undefined : [value].flat().join("\n");
}

function tagsOf(value: FieldValue | undefined): string[] | undefined {
  return value === undefined
    ? undefined
    : tagList([value].flat().flatMap((one) => String(one).split(/[;|]/)));
}
