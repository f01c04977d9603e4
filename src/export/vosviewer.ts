import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { inChunks } from "./chunks.ts";
import { selectEdges } from "./columns.ts";
import { oneLine } from "./one-line.ts";
import { type PairLink, pairLinks } from "./pairs.ts";

interface Options {
  readonly edges?: readonly EdgeKind[];
}

/** VOSviewer knows clusters 1 to 1000. */
const CLUSTERS = 1000;

/**
 * Writes a map as JSON for VOSviewer Online and VOSviewer 1.6.17 and newer: papers as items, first-level topics as
 * clusters, one link a pair of papers (its kinds and shared terms in the description), years and citations as scores.
 * Descriptions of papers are tables as VOSviewer writes them of bibliographic data.
 * Ids are p1 …: what looks like a number breaks the links there. Labels
 * of items, titles and descriptions are parsed as HTML there, so they are escaped; those of clusters are plain text.
 * Releases before 1.2 take the colors only where there are parameters.
 */
export function toVosviewer(map: TopicMap, { edges }: Options = {}): Iterable<string> {
  return inChunks(pieces(selectEdges(map, edges)));
}

function* pieces(map: TopicMap): Iterable<string> {
  const links = pairLinks(map);
  const weights = linkWeights(map, links);
  const measured = measureScores(map);
  yield '{"network":{"items":[';
  for (const [i, paper] of map.papers.entries()) {
    const { year, citations, url, doi, authors, venue } = paper;
    const scores = {
      ...(year === undefined ? {} : { "Publication year": year }),
      ...(citations === undefined ? {} : { Citations: citations }),
      ...Object.fromEntries(measured.map(([label, column]) => [label, column[i]])),
    };
    const link = url ?? (doi ? `https://doi.org/${encodeURI(doi.toWellFormed())}` : undefined);
    const rows = [
      ["Authors", authors.join("; ")],
      ["Title", paper.title],
      ["Source", venue ?? ""],
      ["Year", String(year ?? "")],
    ].filter(([, value]) => value !== "");
    const item = {
      id: `p${i + 1}`,
      label: html(paper.title),
      description: `<table>${rows.map(([name, value]) => `<tr><td>${name}:</td><td>${html(value)}</td></tr>`).join("")}</table>`,
      ...(link ? { url: link.toWellFormed() } : {}),
      x: sixDigits(map.x[i]),
      y: sixDigits(map.y[i]),
      ...(cluster(map, i) === 0 ? {} : { cluster: cluster(map, i) }),
      weights: { Links: weights.links[i], "Total link strength": sixDigits(weights.strength[i]) },
      ...(Object.keys(scores).length > 0 ? { scores } : {}),
    };
    yield `${i === 0 ? "\n" : ",\n"}${JSON.stringify(item)}`;
  }
  yield '\n],"links":[';
  for (const [k, { source, target, strength, description }] of links.entries()) {
    const link = {
      source_id: `p${source + 1}`,
      target_id: `p${target + 1}`,
      strength: sixDigits(strength),
      description: html(description),
    };
    yield `${k === 0 ? "\n" : ",\n"}${JSON.stringify(link)}`;
  }
  const clusters = map.topics
    .filter((topic) => topic.parent === undefined && topic.id < CLUSTERS)
    .map((topic) => ({ cluster: topic.id + 1, label: topic.name.toWellFormed() }));
  const colors = map.topics
    .filter((topic) => topic.parent === undefined && topic.id < CLUSTERS)
    .map(({ id, color }) => ({ cluster: id + 1, color }));
  yield `\n],"clusters":${JSON.stringify(clusters)}},\n`;
  yield `"config":{"terminology":{"item":"paper","items":"papers","link":"link","links":"links","cluster":"topic","clusters":"topics"},"color_schemes":{"cluster_colors":${JSON.stringify(colors)}},"parameters":{"max_label_length":40,"item_size":2}},\n`;
  yield `"info":${JSON.stringify({ title: html(map.title), description: html(map.generator) })}}\n`;
}

/** VOSviewer's map file: tab-separated, with a header. Ids are 1 … */
export function toVosviewerMap(map: TopicMap, { edges }: Options = {}): Iterable<string> {
  return inChunks(mapLines(selectEdges(map, edges)));
}

function* mapLines(map: TopicMap): Iterable<string> {
  const weights = linkWeights(map, pairLinks(map));
  const header = ["id", "label", "url", "x", "y", "cluster", "weight<Links>", "weight<Total link strength>"];
  const measured = measureScores(map);
  const scores = ["Publication year", "Citations", ...measured.map(([label]) => label)];
  yield `${[...header, ...scores.map((label) => `score<${label}>`)].join("\t")}\n`;
  for (const [i, { title, url, year, citations }] of map.papers.entries()) {
    const place = [sixDigits(map.x[i]), sixDigits(map.y[i]), cluster(map, i) || ""];
    const numbers = [weights.links[i], sixDigits(weights.strength[i]), year ?? "", citations ?? ""];
    numbers.push(...measured.map(([, column]) => column[i]));
    yield `${[i + 1, cell(title), cell(url ?? ""), ...place, ...numbers].join("\t")}\n`;
  }
}

/** VOSviewer's network file: two ids and the strength a line, no header. */
export function toVosviewerNetwork(map: TopicMap, { edges }: Options = {}): Iterable<string> {
  return inChunks(networkLines(selectEdges(map, edges)));
}

function* networkLines(map: TopicMap): Iterable<string> {
  for (const { source, target, strength } of pairLinks(map))
    yield `${source + 1}\t${target + 1}\t${sixDigits(strength)}\n`;
}

/** Links and their strength are weights there already, and a component is no score. */
function measureScores({ measures }: TopicMap): [string, Float64Array][] {
  if (!measures) return [];
  const { pageRank, betweenness, clustering } = measures.columns;
  return [
    ["PageRank", pageRank],
    ["Betweenness", betweenness],
    ["Clustering", clustering],
  ];
}

/** 1 …, or 0 for none. */
function cluster(map: TopicMap, i: number): number {
  const topic = map.topic[i];
  return topic === NO_TOPIC || topic >= CLUSTERS ? 0 : topic + 1;
}

function linkWeights(map: TopicMap, links: readonly PairLink[]) {
  const count = new Uint32Array(map.papers.length);
  const strength = new Float64Array(map.papers.length);
  for (const link of links)
    for (const end of [link.source, link.target]) {
      count[end]++;
      strength[end] += link.strength;
    }
  return { links: count, strength };
}

function html(text: string): string {
  return text.toWellFormed().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** One line without tabs; VOSviewer wants quotes around what holds a comma or semicolon, in tab-separated files, too. */
function cell(text: string): string {
  const line = oneLine(text);
  return /[",;]/.test(line) ? `"${line.replace(/"/g, '""')}"` : line;
}
