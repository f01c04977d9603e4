import { shortestPath } from "../../citations/shortest-path.ts";
import { explainLink } from "../../explain/why.ts";
import { EDGE_KINDS, type EdgeKind } from "../../model/edges.ts";
import { TopographError } from "../../model/errors.ts";
import { fieldValues } from "../../model/field-json.ts";
import { papersOf } from "../../model/levels.ts";
import type { TopicMap } from "../../model/map.ts";
import { NO_TOPIC, type Topic } from "../../model/topic.ts";
import { type MapEvidence, textEvidence } from "../../worker/evidence.ts";
import { createSearch, type Search } from "../../worker/page-search.ts";
import { findPaper } from "../find-paper.ts";
import { oneLine, plural } from "../messages.ts";
import { similarLines } from "../similar.ts";
import { explanationText } from "../why.ts";

/** What an assistant may ask of a map; each answer is plain text in which papers are called by their keys ("p12"). */
export interface Answers {
  search(query: string, count: number): Promise<string>;
  /** @param word number or part of the name of a topic; absent: all topics */
  topic(word?: string): string;
  paper(word: string): string;
  why(a: string, b: string): string;
  similar(word: string, count: number): string;
  path(from: string, to: string, kinds: readonly EdgeKind[]): string;
}

const LISTED = 30;
const NEAREST = 10;

/**
 * The answers of one map. Texts are analysed when somebody first asks for what needs it.
 * Each @throws TopographError (input) where no paper or topic is meant, or several are
 */
export function createAnswers(map: TopicMap): Answers {
  let evidence: MapEvidence | undefined;
  let index: Search | undefined;
  const texts = () => {
    evidence ??= textEvidence(map);
    return evidence;
  };
  const line = (i: number) => paperLine(map, i);
  return {
    async search(query, count) {
      index ??= createSearch(map);
      await index.ready;
      const { papers, names } = await index.find(query, map.topics);
      if (papers.length === 0 && names.length === 0) return `Nothing has all the words of ${quoted(query)}.`;
      const named = names.map(
        ({ kind, name, papers: n, id }) =>
          `${kind}${id === undefined ? "" : ` ${id}`}: ${name} (${plural(n, "paper")})`,
      );
      return text([`${plural(papers.length, "paper")} found`, ...papers.slice(0, count).map(line), ...named]);
    },
    topic(word) {
      if (word !== undefined) return topicText(map, findTopic(map.topics, word));
      const main = map.topics.filter(({ parent }) => parent === undefined);
      return text([`${map.title}: ${plural(map.papers.length, "paper")}`, ...main.map(topicLine)]);
    },
    paper: (word) => paperText(map, findPaper(map, word)),
    why(a, b) {
      const [i, j] = [findPaper(map, a), findPaper(map, b)];
      return explanationText(map, explainLink(map, texts(), i, j));
    },
    similar: (word, count) => text(similarLines(map, texts().matrix, findPaper(map, word), count)),
    path(from, to, kinds) {
      const [i, j] = [findPaper(map, from), findPaper(map, to)];
      const steps = shortestPath(map.edges, map.papers.length, i, j, new Set(kinds));
      if (!steps) return `No links of the kinds ${kinds.join(", ")} lead from p${i + 1} to p${j + 1}.`;
      const each = steps.flatMap(({ to: next, reasons }) => [
        `  ${reasons.map(({ kind, forward }) => kind + (forward === undefined ? "" : forward ? " →" : " ←")).join(", ")}`,
        line(next),
      ]);
      return text([line(i), ...each]);
    },
  };
}

function topicText(map: TopicMap, topic: Topic): string {
  const members = papersOf(map, topic.id);
  const inner = map.topics.filter(({ parent }) => parent === topic.id);
  const first = [...topic.examples, ...members.filter((i) => !topic.examples.includes(i))];
  return text([
    topicLine(topic),
    ...(topic.stability === undefined ? [] : [`stability ${topic.stability.toFixed(2)}`]),
    ...inner.map((sub) => `  ${topic.parent === undefined ? "sub-topic" : "part"} ${topicLine(sub)}`),
    "papers, those that stand for it first:",
    ...first.slice(0, LISTED).map((i) => paperLine(map, i)),
    ...(members.length > LISTED ? [`and ${members.length - LISTED} more`] : []),
  ]);
}

function paperText(map: TopicMap, i: number): string {
  const { authors, venue, doi, url, abstract, keywords, citations } = map.papers[i];
  const named = (id: number) =>
    id === NO_TOPIC ? undefined : `${id} ${map.topics.find((t) => t.id === id)?.name}`;
  const said = (what: string, value: string | number | undefined) =>
    value === undefined || value === "" ? [] : [`${what}: ${value}`];
  const links = EDGE_KINDS.flatMap((kind) => {
    const near = neighbours(map, i, kind);
    return near.length === 0
      ? []
      : [
          `${kind} links: ${near.slice(0, NEAREST).join(", ")}${near.length > NEAREST ? ` and ${near.length - NEAREST} more` : ""}`,
        ];
  });
  return text([
    paperLine(map, i),
    ...said("authors", authors.join("; ")),
    ...said("venue", venue),
    ...said("doi", doi),
    ...said("url", url),
    ...said("times cited", citations),
    ...said("topic", named(map.topic[i])),
    ...said("sub-topic", named(map.subtopic[i])),
    ...(map.leaf ? said("part of the sub-topic", named(map.leaf[i])) : []),
    ...said("next best topic", named(map.runnerUp[i])),
    ...said("keywords", keywords.join("; ")),
    ...said("terms", map.terms[i].join("; ")),
    ...said("concepts", map.concepts[i].join("; ")),
    ...Object.entries(fieldValues(map.fields ?? [], i) ?? {}).flatMap(([name, value]) =>
      said(name, String(value)),
    ),
    ...links,
    ...said("abstract", abstract),
  ]);
}

/** Keys of the papers that links of a kind lead to, strongest first; of directed kinds with their direction. */
function neighbours(map: TopicMap, i: number, kind: EdgeKind): string[] {
  const list = map.edges.find((one) => one.kind === kind);
  if (!list) return [];
  const found: { other: number; weight: number; sign: string }[] = [];
  for (const [e, source] of list.source.entries()) {
    const target = list.target[e];
    if (source !== i && target !== i) continue;
    const sign = list.directed ? (source === i ? "→ " : "← ") : "";
    found.push({ other: source === i ? target : source, weight: list.weight[e], sign });
  }
  found.sort((a, b) => b.weight - a.weight || a.other - b.other);
  return found.map(({ other, sign }) => `${sign}p${other + 1}`);
}

function paperLine({ papers }: TopicMap, i: number): string {
  const { title, year } = papers[i];
  return `p${i + 1}  ${title}${year === undefined ? "" : ` (${year})`}`;
}

function topicLine({ id, name, size, terms }: Topic): string {
  return `${id}: ${name} (${plural(size, "paper")}; ${terms
    .slice(0, 6)
    .map(({ term }) => term)
    .join(", ")})`;
}

/** @throws TopographError (input) where none or several are meant */
function findTopic(topics: readonly Topic[], word: string): Topic {
  const fold = word.trim().toLowerCase();
  const exact = topics.find(({ id, name }) => String(id) === fold || name.toLowerCase() === fold);
  if (exact) return exact;
  const part = topics.filter(({ name }) => name.toLowerCase().includes(fold));
  if (part.length === 1) return part[0];
  const list = (part.length > 0 ? part : topics.filter(({ parent }) => parent === undefined)).map(
    ({ id, name }) => `${id} ${quoted(name)}`,
  );
  throw new TopographError(
    "input",
    `${part.length === 0 ? "no topic" : `${part.length} topics`} named ${quoted(word)}; expected a number or a name: ${list.join(", ")}`,
  );
}

function quoted(word: string): string {
  return JSON.stringify(oneLine(word));
}

function text(lines: readonly string[]): string {
  return `${lines.map(oneLine).join("\n")}\n`;
}
