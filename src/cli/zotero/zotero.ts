import { setTimeout as pause } from "node:timers/promises";
import type { Source } from "../../model/collection.ts";
import { TopographError } from "../../model/errors.ts";
import type { TopicMap } from "../../model/map.ts";
import { sourceOf } from "../../model/source-of.ts";
import { checkWriting, filesRead, makeMap, summary, write, written } from "../build.ts";
import type { Command } from "../command.ts";
import { oneLine } from "../messages.ts";
import { terminalProgress } from "../progress.ts";
import { writeAll } from "../streams.ts";
import { findCollection, openLibrary } from "./library.ts";

type ZoteroCommand = Extract<Command, { name: "zotero" }>;

/** Milliseconds between two looks at a collection, and how many times as long as a look itself takes. */
const PAUSE = 2000;
const TIMES = 20;

/** `topograph zotero`: a map of a collection, which it follows with `--watch`: known papers stay where they are. */
export async function zotero(command: ZoteroCommand): Promise<number> {
  await checkWriting(command, filesRead(command));
  let look = await readLibrary(command);
  let map = await mapOf(command, look.source);
  while (command.watch) {
    if (!command.quiet) writeAll(2, "following the collection; Ctrl-C ends\n");
    const { text } = look;
    do {
      const begin = performance.now();
      look = await again(command, look);
      if (look.text === text) await pause(Math.max(PAUSE, TIMES * (performance.now() - begin)));
    } while (look.text === text);
    map = await mapOf(command, look.source, map);
  }
  return map ? 0 : 3;
}

/** What a library holds now; where that cannot be seen (Zotero was closed), which is said once, what it held before. */
async function again(command: ZoteroCommand, before: Look): Promise<Look> {
  try {
    return await readLibrary(command);
  } catch (error) {
    if (!(error instanceof TopographError)) throw error;
    if (error.message !== before.trouble) writeAll(2, `warning: ${oneLine(error.message)}\n`);
    return { ...before, trouble: error.message };
  }
}

interface Look {
  readonly source: Source;
  readonly text: string;
  /** Why it could not be seen again when last tried. */
  readonly trouble?: string;
}

/** The papers of the collection as a file of Zotero's JSON, with its collections by their names. */
async function readLibrary({ collection: word, port }: ZoteroCommand): Promise<Look> {
  const library = await openLibrary(port);
  const chosen = word === undefined ? undefined : findCollection(library.collections, word);
  const names = new Map(library.collections.map(({ key, name }) => [key, name]));
  const items = (await library.items(chosen)).map(({ key, data }) => ({
    key,
    data: { ...data, collections: namesOf(data.collections, names) },
  }));
  if (items.length === 0)
    throw new TopographError(
      "input",
      `${chosen ? `the collection ${JSON.stringify(chosen.path)}` : "the library"} holds no papers`,
    );
  const text = JSON.stringify(items);
  return { source: sourceOf(`${chosen?.name ?? "Zotero library"}.json`, text), text };
}

function namesOf(keys: unknown, names: ReadonlyMap<string, string>): string[] {
  return Array.isArray(keys) ? keys.flatMap((key) => names.get(String(key)) ?? []) : [];
}

/** Builds and writes. @returns undefined where there were warnings and --strict was given */
async function mapOf(
  command: ZoteroCommand,
  source: Source,
  earlier?: TopicMap,
): Promise<TopicMap | undefined> {
  const progress = terminalProgress(command.quiet);
  const made = await makeMap({ ...command, sources: [source] }, progress, undefined, earlier);
  if (!made) return undefined;
  await write(made.map, command, progress);
  if (!command.quiet) writeAll(2, `${summary(made.map)}${written(command)}\n`);
  return made.map;
}
