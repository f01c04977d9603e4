import type { TopicMap } from "../model/map.ts";
import { type Name, namesOf } from "../model/name.ts";
import type { Paper } from "../model/paper.ts";
import { inChunks } from "./chunks.ts";
import { oneLine } from "./one-line.ts";

/** Writes papers of a map as RIS, a reading list for Zotero, EndNote and Mendeley. @param papers indices; default: all */
export function toRis(map: TopicMap, papers: Iterable<number> = map.papers.keys()): Iterable<string> {
  return inChunks(records(map, papers));
}

function* records(map: TopicMap, papers: Iterable<number>): Iterable<string> {
  const topics = new Map(map.topics.map((topic) => [topic.id, topic.name]));
  for (const i of papers) yield record(map.papers[i], topics.get(map.topic[i]));
}

function record(paper: Paper, topic: string | undefined): string {
  const { title, year, venue, doi, url, abstract, keywords, language, id } = paper;
  const tags: (readonly [string, string | number | undefined])[] = [
    ["TY", venue ? "JOUR" : "GEN"],
    ["ID", id],
    ["TI", title],
    ...namesOf(paper).map((name) => ["AU", author(name)] as const),
    ["PY", year],
    ["T2", venue],
    ["DO", doi],
    ["UR", url],
    ["AB", abstract],
    ...keywords.map((keyword) => ["KW", keyword] as const),
    ["LA", language],
    ["N1", topic ? `Topic: ${topic}` : undefined],
  ];
  const lines = tags.flatMap(([tag, value]) => {
    const text = oneLine(String(value ?? ""));
    return text === "" ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join("")}ER  - \r\n\r\n`;
}

/** "Family, Given, Suffix"; a comma in a group's name is written twice, as EndNote does. */
function author(name: Name): string {
  if ("literal" in name) return name.literal.replace(",", ",,");
  const { family, given = "", particle = "", suffix = "" } = name;
  const last = [particle, family].filter((part) => part !== "").join(" ");
  return [last, given, suffix].filter((part) => part !== "").join(", ");
}
