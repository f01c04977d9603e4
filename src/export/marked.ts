import { fieldValue } from "../model/field.ts";
import { booleanField, labelField, listField } from "../model/field-columns.ts";
import type { TopicMap } from "../model/map.ts";
import { type Marks, marksOf, STARRED, tagList } from "../model/marks.ts";

/** Marks of paper i, for formats that have places for them: keywords (with "starred" for a star) and a note. */
export function marksByPaper(
  map: TopicMap,
): (i: number) => { readonly tags: readonly string[]; readonly note: string } {
  const marks = marksOf(map);
  return (i) => {
    const { starred = false, note = "", tags = [] }: Partial<Marks> = marks.get(map.papers[i].identity) ?? {};
    return { note, tags: starred ? [...tags, STARRED] : tags };
  };
}

/** The map with stars, notes and tags that it keeps as fields `starred`, `note` and `tags`, beside the tags of its sources. */
export function withMarkFields(map: TopicMap): TopicMap {
  const marks = marksOf(map);
  const count = map.papers.length;
  const marked = map.papers.flatMap(({ identity }, i) => {
    const own = marks.get(identity);
    return own ? [[i, own] as const] : [];
  });
  if (marked.length === 0) return map;
  const others = (map.fields ?? []).filter(({ name }) => name !== "tags");
  const source = map.fields?.find(({ name }) => name === "tags");
  const tags = map.papers.map(({ identity }, i) => {
    const said = source && fieldValue(source, i);
    return tagList([
      ...(said === undefined ? [] : [said].flat().map(String)),
      ...(marks.get(identity)?.tags ?? []),
    ]);
  });
  const tagged = [...tags.keys()].filter((i) => tags[i].length > 0);
  const starred = marked.filter(([, own]) => own.starred).map(([i]) => i);
  const noted = marked.filter(([, { note }]) => note !== "");
  return {
    ...map,
    fields: [
      ...others,
      ...(starred.length > 0
        ? [booleanField({ name: STARRED }, count, { papers: starred, values: starred.map(() => true) })]
        : []),
      ...(tagged.length > 0
        ? [listField({ name: "tags" }, count, { papers: tagged, values: tagged.map((i) => tags[i]) })]
        : []),
      ...(noted.length > 0
        ? [
            labelField({ name: "note" }, "text", count, {
              papers: noted.map(([i]) => i),
              values: noted.map(([, { note }]) => note),
            }),
          ]
        : []),
    ],
  };
}
