import { EDGE_KINDS } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { DEFAULT_PARAMETERS } from "../model/parameters.ts";
import { type WordFile, wordFiles } from "./vocabulary.ts";

/** A command line, and the files that it names beside the collection. */
export interface CommandLine {
  readonly text: string;
  readonly files: readonly WordFile[];
  /** Whether it names this very map as its base: edits and kept places are in no other file. */
  readonly needsMap: boolean;
}

/** The command that makes this map of its inputs; options at their defaults are left out. @param saved name of the map's file */
export function commandLine(map: TopicMap, saved: string): CommandLine {
  const p = map.parameters;
  const words = ["topograph build", ...map.inputs.map(({ name }) => quote(name))];
  const files: WordFile[] = [];
  const add = (option: string, value: string | number | undefined, usual?: string | number) => {
    if (value !== undefined && value !== usual) words.push(`--${option} ${quote(String(value))}`);
  };
  for (const { name, groups = [] } of map.inputs)
    for (const group of groups) add("group", `${group}=${name}`);
  add("title", map.title);
  add("neighbours", p.neighbours, DEFAULT_PARAMETERS.neighbours);
  add("topics", p.topics);
  add("resolution", p.resolution);
  add("seed", p.seed, DEFAULT_PARAMETERS.seed);
  add("min-df", p.minDocumentFrequency, DEFAULT_PARAMETERS.minDocumentFrequency);
  add("title-weight", p.titleWeight, DEFAULT_PARAMETERS.titleWeight);
  const weights = EDGE_KINDS.filter((kind) => p.weights[kind] !== DEFAULT_PARAMETERS.weights[kind]);
  if (weights.length > 0) add("weights", weights.map((kind) => `${kind}=${p.weights[kind]}`).join(","));
  add("language", p.language);
  add("merge", p.merge, "works");
  add("vectors", p.vectors?.name);
  const needsMap = map.changes !== undefined || map.edits.length > 0;
  if (needsMap) add("base", saved);
  else {
    files.push(...wordFiles(p));
    for (const { name } of files) add(name.replace(".txt", ""), name);
  }
  words.push(`-o ${quote(needsMap ? `new-${saved}` : saved)}`);
  return { text: words.join(" "), files, needsMap };
}

/** As a shell reads it. A word that begins with a hyphen would be an option. */
function quote(word: string): string {
  if (/^[\w.,=/+:@][\w.,=/+:@-]*$/.test(word)) return word;
  return `'${(word.startsWith("-") ? `./${word}` : word).replaceAll("'", "'\\''")}'`;
}
