import type { Edit, TopicMap } from "./map.ts";
import type { Paper } from "./paper.ts";
import { isObject } from "./take.ts";

/** What a user says of one paper, by identity; what is absent stays as it was. */
export interface Mark {
  readonly paper: string;
  readonly starred?: boolean;
  /** "" takes it away. */
  readonly note?: string;
  /** All of them; none takes them away. */
  readonly tags?: readonly string[];
}

/** Stars, notes and tags that a map keeps, as one of its edits. */
export type MarkEdit = { readonly type: "mark"; readonly papers: readonly Mark[] };

/** What a paper is marked with. */
export interface Marks {
  readonly starred: boolean;
  readonly note: string;
  readonly tags: readonly string[];
}

const NONE: Marks = { starred: false, note: "", tags: [] };
/** The tag that says of a paper that it is starred, where a format has no stars. */
export const STARRED = "starred";

/** The marks of an edit; undefined where it is another edit, or malformed. */
export function asMarkEdit({ type, papers }: Edit): MarkEdit | undefined {
  if (type !== "mark" || !Array.isArray(papers)) return undefined;
  const marks = papers.flatMap((item: unknown) => asMark(item) ?? []);
  return marks.length > 0 ? { type, papers: marks } : undefined;
}

function asMark(item: unknown): Mark | undefined {
  if (!isObject(item) || typeof item.paper !== "string") return undefined;
  const { paper, starred, note, tags } = item;
  return {
    paper,
    ...(typeof starred === "boolean" ? { starred } : {}),
    ...(typeof note === "string" ? { note } : {}),
    ...(Array.isArray(tags) ? { tags: tagList(tags.filter((tag) => typeof tag === "string")) } : {}),
  };
}

/** Tags as they are kept: trimmed, each once, without empty ones. */
export function tagList(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()))].filter((tag) => tag !== "");
}

/** What a map keeps of its papers' marks, by identity: of several edits the later counts. Papers without any are absent. */
export function marksOf({ edits }: Pick<TopicMap, "edits">): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const edit of edits)
    for (const { paper, ...change } of asMarkEdit(edit)?.papers ?? []) {
      const now = { ...(marks.get(paper) ?? NONE), ...change };
      if (isMarked(now)) marks.set(paper, now);
      else marks.delete(paper);
    }
  return marks;
}

function isMarked({ starred, note, tags }: Marks): boolean {
  return starred || note !== "" || tags.length > 0;
}

/**
 * What must be said so that a map keeps these marks and no others of its papers; undefined where it does.
 * @param wanted of papers by identity; absent: none
 */
export function marksToKeep(
  map: Pick<TopicMap, "edits" | "papers">,
  wanted: (paper: Paper) => Partial<Marks>,
): MarkEdit | undefined {
  const kept = marksOf(map);
  const papers = map.papers.flatMap((paper): Mark[] => {
    const before = kept.get(paper.identity) ?? NONE;
    const { starred, note, tags } = { ...NONE, ...wanted(paper) };
    const change = {
      ...(starred === before.starred ? {} : { starred }),
      ...(note === before.note ? {} : { note }),
      ...(tags.join("\n") === before.tags.join("\n") ? {} : { tags }),
    };
    return Object.keys(change).length > 0 ? [{ paper: paper.identity, ...change }] : [];
  });
  return papers.length > 0 ? { type: "mark", papers } : undefined;
}
