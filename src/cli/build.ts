import { availableParallelism } from "node:os";
import { buildDocument, type Document } from "../document.ts";
import { zipOf } from "../folder/zip.ts";
import type { TopicMap } from "../model/map.ts";
import { mergingOf, type Reading } from "../model/match.ts";
import type { TextStore } from "../read/spilled.ts";
import { OPEN_ACCESS, withhold } from "../shape/withhold.ts";
import { backgroundChoice, loadTable } from "./background.ts";
import { collect, completeChoices, isRefused, warningCount } from "./collect.ts";
import type { BuildChoices, Command, WriteChoices } from "./command.ts";
import { continuityText } from "./continuity.ts";
import { checkFonts, givenFonts } from "./fonts.ts";
import { checkOutput, outputFiles, outputPath } from "./formats.ts";
import { inputFiles } from "./inputs.ts";
import { evidenceCheck } from "./map-folder.ts";
import { withMarksOf } from "./marks.ts";
import { giveBack } from "./memory.ts";
import { oneLine, plural } from "./messages.ts";
import { isFolderPath } from "./output-paths.ts";
import { checkOutputs, type Output, writeOutputs } from "./outputs.ts";
import { type ThreadPacker, threadPacker } from "./packer.ts";
import { pageTemplate } from "./page.ts";
import { checkFields } from "./picture-fields.ts";
import { readPlaces, takePlaces } from "./places.ts";
import { type Progress, terminalProgress } from "./progress.ts";
import { loadMap } from "./saved-map.ts";
import { temporaryStore } from "./spill.ts";
import { writeAll } from "./streams.ts";
import { threadExecutor } from "./threads.ts";
import { tellUnknown } from "./unknown.ts";
import { addVectors, vectorFile } from "./vectors.ts";
import { type WriteContext, writerOf } from "./writers.ts";

/** Below, another thread takes longer to begin than it saves. */
const LEAST_PACKED = 30_000;

/** `topograph build`. */
export async function build(command: Extract<Command, { name: "build" }>): Promise<number> {
  const begin = performance.now();
  await checkWriting(command, filesRead(command));
  const progress = terminalProgress(command.quiet);
  const texts = temporaryStore();
  try {
    const made = await makeMap(command, progress, texts);
    if (!made) return 3;
    const { map } = made;
    await write(map, command, progress);
    if (!command.quiet) writeAll(2, `${summary(map)} in ${secondsSince(begin)}${written(command)}\n`);
    return 0;
  } finally {
    texts?.close();
  }
}

/**
 * Says before any work what would fail after it.
 * @param read every file that is read
 * @throws TopographError where an output cannot be written, or would destroy what is read, or a font is none
 */
export async function checkWriting({ outputs, fonts }: WriteChoices, read: readonly string[]): Promise<void> {
  checkOutputs(outputFiles(outputs), read);
  await checkFonts(givenFonts(fonts));
}

function secondsSince(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}

/** What must not be overwritten. An earlier map may be: it is continued, and who names it twice means it. */
export function filesRead({
  inputs,
  stopWords,
  synonyms,
  keepApart,
  vectors,
  places,
  marks,
}: BuildChoices & Pick<WriteChoices, "marks">): string[] {
  const named = [marks, stopWords, synonyms, keepApart, vectors && vectorFile(vectors).path, places];
  return [...inputFiles(inputs), ...named.filter((path) => path !== undefined)];
}

/** A map, and what was read for it. */
export interface Made {
  readonly map: TopicMap;
  readonly reading?: Reading;
}

/**
 * Reads and builds.
 * @param store where texts are kept for as long as the map is used; absent: in memory
 * @param earlier a map to continue, in the place of the one that `--base` names
 * @returns undefined where there were warnings and --strict was given (it has been said)
 */
export async function makeMap(
  choices: BuildChoices & { readonly quiet: boolean },
  progress: Progress,
  store?: TextStore,
  earlier?: TopicMap,
): Promise<Made | undefined> {
  const parameters = { ...(await completeChoices(choices)), ...backgroundChoice(choices) };
  const drawn = choices.places === undefined ? undefined : await readPlaces(choices.places);
  const base = earlier ?? (choices.base === undefined ? undefined : await loadMap(choices.base));
  const read = await collect(choices, { ...base?.parameters, ...parameters }, progress, true, store);
  giveBack();
  const { collection, warnings } =
    choices.vectors === undefined
      ? { collection: read, warnings: 0 }
      : await addVectors(read, choices.vectors, inputFiles(choices.inputs));
  const unknown = tellUnknown(choices, parameters.keepApart ?? [], collection);
  if (isRefused(choices, warningCount(collection) + warnings + unknown)) return undefined;
  const built = await withThreads(choices, { collection, parameters, ...(base ? { base } : {}) }, progress);
  progress.clear();
  if (base && !choices.quiet) writeAll(2, continuityText(base === built ? undefined : built.changes));
  const { map, warnings: unplaced } =
    drawn === undefined ? { map: built, warnings: 0 } : takePlaces(built, drawn, choices.quiet);
  if (isRefused(choices, remark(map, choices.quiet) + unplaced)) return undefined;
  const { files, merged, matches = [] } = collection;
  return { map, reading: { files, duplicates: merged, matches, merging: mergingOf(map.parameters) } };
}

/** Says what is to be known of the map as a whole. @returns the number of warnings: a map that shows nothing is one */
function remark(map: TopicMap, quiet: boolean): number {
  if (!quiet) for (const { message } of map.notes) writeAll(2, `note: ${oneLine(message)}\n`);
  // Two papers share a term or not: that is no defect of theirs.
  if (map.papers.length < 3 || map.terms.some((terms) => terms.length > 0)) return 0;
  writeAll(
    2,
    "warning: no terms were found, expected words beside stop words in titles and abstracts; the map has no topics\n",
  );
  return 1;
}

async function withThreads(
  choices: BuildChoices,
  document: Document,
  { onProgress }: Progress,
): Promise<TopicMap> {
  const executor = await threadExecutor(choices.threads);
  try {
    return await buildDocument(document, {
      executor,
      background: loadTable,
      mapOnly: true,
      monitor: { onProgress },
      ...(choices.title === undefined ? {} : { title: choices.title }),
    });
  } finally {
    await executor.close();
  }
}

/** Writes a map in all the formats that were asked for, all or none; standard output last, when nothing can fail any more. */
export async function write(
  plain: TopicMap,
  choices: WriteChoices & Partial<Pick<BuildChoices, "threads">>,
  progress?: Progress,
): Promise<void> {
  const marked = choices.marks === undefined ? plain : await withMarksOf(plain, choices.marks);
  const measured = choices.measures ? (await import("../graph/measure.ts")).withMeasures(marked) : marked;
  const map = choices.withheld === undefined ? measured : withhold(measured, choices.withheld);
  if (choices.withheld === "closed" && !map.fields?.some(({ name }) => name === OPEN_ACCESS))
    writeAll(
      2,
      "warning: --without closed: no paper says whether it is open access (field openAccess); all abstracts are left out\n",
    );
  checkFields(map, choices.picture);
  const fonts = givenFonts(choices.fonts);
  // What is true of several files is said once.
  const said = new Set<string>();
  const packer = packerFor(map, choices);
  const context = {
    ...(packer ? { packer } : {}),
    ...(choices.edges ? { edges: choices.edges } : {}),
    ...(choices.gexfVersion ? { version: choices.gexfVersion } : {}),
    dynamic: choices.dynamic,
    picture: choices.picture,
    list: choices.list,
    page: pageTemplate,
    ...(choices.outputs.some((path) => checkOutput(path).isFolder)
      ? { givenByTexts: evidenceCheck(map) }
      : {}),
    warn: (message: string) => said.add(message),
  };
  progress?.onProgress("write", 0);
  try {
    for (const output of choices.outputs) await writerOf(output).prepare?.(map, fonts, choices.picture);
    writeOutputs(await outputsOf(map, choices.outputs, context));
  } finally {
    await packer?.close();
  }
  progress?.clear();
  for (const message of said) writeAll(2, `warning: ${oneLine(message)}\n`);
  if (choices.outputs.includes("-"))
    for (const text of Object.values(writerOf("-").files))
      for (const chunk of text(map, context)) writeAll(1, chunk);
}

/** The files that the outputs become, without what goes to standard output. */
async function outputsOf(
  map: TopicMap,
  outputs: readonly string[],
  context: WriteContext,
): Promise<Output[]> {
  const files: Output[] = [];
  for (const path of outputs.filter((one) => one !== "-")) {
    const format = checkOutput(path);
    const writer = writerOf(path);
    const parts = await writer.folder?.(map, context);
    if (parts) files.push(isFolderPath(path) ? { path, files: parts } : { path, chunks: () => zipOf(parts) });
    for (const [ending, text] of Object.entries(writer.files))
      files.push({ path: outputPath(path, format, ending), chunks: () => text(map, context) });
  }
  return files;
}

/** A thread that packs, too, where a large map folder is written. */
function packerFor(
  { papers }: TopicMap,
  { outputs, threads = availableParallelism() }: WriteChoices & Partial<Pick<BuildChoices, "threads">>,
): ThreadPacker | undefined {
  const isWanted = threads > 1 && papers.length >= LEAST_PACKED;
  return isWanted && outputs.some((path) => checkOutput(path).isFolder) ? threadPacker() : undefined;
}

/** "144 papers, 11 topics, 1,402 links". */
export function summary(map: TopicMap): string {
  const links = map.edges.reduce((sum, list) => sum + list.source.length, 0);
  const topics = map.topics.filter((topic) => topic.parent === undefined).length;
  return [plural(map.papers.length, "paper"), plural(topics, "topic"), plural(links, "link")].join(", ");
}

export function written({ outputs }: WriteChoices): string {
  const files = outputFiles(outputs);
  return files.length > 0 ? `: ${oneLine(files.join(", "))}` : "";
}
