import { extent } from "../kernel/columns.ts";
import type { TopicMap } from "../model/map.ts";
import type { Topic } from "../model/topic.ts";
import { NO_YEAR, yearColumn } from "../model/years.ts";
import { VERSION } from "./hash.ts";
import { count, plural } from "./numbers.ts";
import type { Stop } from "./tour.ts";
import { tourWords } from "./words.ts";

const EMPTY_VIEW = `v=${VERSION}`;

/** How many topics a tour to start from shows: with the overview and the bridges, a talk of a quarter of an hour. */
const LARGEST = 6;

/**
 * A tour to start from: the whole map, the largest topics with the three papers that stand for each, where topics meet.
 * @param links how many the map has, where they are not all in it
 */
export function tourOfTopics(
  map: TopicMap,
  links = map.edges.reduce((sum, list) => sum + list.source.length, 0),
): Stop[] {
  const t = tourWords;
  const main = map.topics.filter(({ parent }) => parent === undefined);
  const years = yearColumn(map.papers).filter((year) => year !== NO_YEAR);
  const span = years.length > 0 ? t.span(...extent(years)) : "";
  const overview: Stop = {
    title: map.title || t.overview,
    text: `${plural(map.papers.length, "paper")} · ${plural(main.length, "topic")}${span && ` · ${span}`}`,
    notes: t.overviewNotes(
      count(links),
      main.slice(0, 3).map(({ name }) => name),
    ),
    papers: [],
    view: EMPTY_VIEW,
    to: "home",
  };
  return [overview, ...largest(map).map((topic) => topicStop(map, topic)), ...bridgeStop(map)];
}

/** The papers whose texts such a tour quotes. */
export function papersOfTour(map: TopicMap): number[] {
  return largest(map).flatMap((topic) => threeOf(map, topic));
}

function largest({ topics }: TopicMap): Topic[] {
  return topics
    .filter(({ parent }) => parent === undefined)
    .sort((a, b) => b.size - a.size || a.id - b.id)
    .slice(0, LARGEST);
}

/** The papers that stand for a topic, else its largest. */
function threeOf({ topic, size }: TopicMap, { id, examples }: Topic): readonly number[] {
  if (examples.length > 0) return examples.slice(0, 3);
  const members = [...topic.keys()].filter((i) => topic[i] === id);
  return members.sort((a, b) => size[b] - size[a] || a - b).slice(0, 3);
}

function topicStop(map: TopicMap, topic: Topic): Stop {
  const t = tourWords;
  const three = threeOf(map, topic);
  const subtopics = map.topics.filter(({ parent }) => parent === topic.id).map(({ name }) => name);
  return {
    title: topic.name,
    text: t.topicText(
      plural(topic.size, "paper"),
      topic.terms.slice(0, 4).map(({ term }) => term),
    ),
    notes: [
      ...(subtopics.length > 0 ? [t.subtopics(subtopics)] : []),
      ...three.map((i) => `${map.papers[i].title}\n${beginning(map.papers[i].abstract)}`.trim()),
    ].join("\n\n"),
    papers: three.map((i) => map.papers[i].identity),
    view: viewOf(map, three),
    to: topic.id,
  };
}

/** The first sentences of a text, up to 320 letters. */
function beginning(text: string): string {
  if (text.length <= 320) return text;
  const cut = text.slice(0, 320);
  const end = cut.lastIndexOf(". ");
  return end > 120 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

function viewOf(map: TopicMap, papers: readonly number[]): string {
  const view = new URLSearchParams(EMPTY_VIEW);
  for (const i of papers) view.append("sel", map.papers[i].identity);
  return view.toString();
}

/** The papers with the most links into other topics than their own; none where nothing leads from one to another. */
function bridgeStop(map: TopicMap): Stop[] {
  const t = tourWords;
  const across = new Float64Array(map.papers.length);
  for (const { source, target, weight } of map.edges) {
    const most = weight.reduce((a, b) => Math.max(a, b), 0) || 1;
    for (let e = 0; e < source.length; e++) {
      const [a, b] = [map.topic[source[e]], map.topic[target[e]]];
      if (a < 0 || b < 0 || a === b) continue;
      across[source[e]] += weight[e] / most;
      across[target[e]] += weight[e] / most;
    }
  }
  const best = [...across.keys()]
    .filter((i) => across[i] > 0)
    .sort((a, b) => across[b] - across[a] || a - b)
    .slice(0, 5);
  if (best.length === 0) return [];
  return [
    {
      title: t.bridges,
      text: t.bridgesText,
      notes: t.bridgesNotes,
      papers: best.map((i) => map.papers[i].identity),
      view: viewOf(map, best),
      to: "home",
    },
  ];
}
