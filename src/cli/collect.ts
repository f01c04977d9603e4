import type { Collection } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import type { Merging } from "../model/match.ts";
import type { Parameters } from "../model/parameters.ts";
import type { FieldChoice } from "../read/columns/store.ts";
import { readPapers } from "../read/read.ts";
import { spilling, type TextStore } from "../read/spilled.ts";
import type { BuildChoices } from "./command.ts";
import { type GroupChoice, groupFinder } from "./groups.ts";
import { openInputs, readTextFile } from "./inputs.ts";
import { fileWarnings, oneLine } from "./messages.ts";
import type { Progress } from "./progress.ts";
import { nativeSha256 } from "./sha256.ts";
import { writeAll } from "./streams.ts";
import { threadFront } from "./threaded-front.ts";

/**
 * Reads all inputs and says on stderr what was wrong with them.
 * @param showWarnings false where they are shown elsewhere; errors are always said
 * @param store where texts are kept for as long as the papers are used; absent: in memory
 * @throws TopographError (input) where no input holds a paper
 */
export async function collect(
  choices: BuildChoices,
  { merge, keepApart }: Merging,
  progress: Progress,
  showWarnings = true,
  store?: TextStore,
): Promise<Collection> {
  const sources =
    choices.sources ?? openInputs(choices.inputs, groupFinder(choices.groups ?? [], choices.inputs));
  const columns = new Map(Object.entries(choices.columns ?? {}).map(([field, column]) => [column, field]));
  const front = threadFront(choices.threads);
  const options = {
    ...(columns.size > 0 ? { columns } : {}),
    ...(choices.encoding === undefined ? {} : { encoding: choices.encoding }),
    ...(choices.fields === undefined ? {} : { fields: keptFields(choices.fields, choices.groups) }),
    ...(merge === undefined ? {} : { merge }),
    ...(keepApart === undefined ? {} : { keepApart }),
    createHash: nativeSha256,
    front: front.read,
    ...(store ? { keep: spilling(store) } : {}),
  };
  const collection = await readPapers(sources, options, { onProgress: progress.onProgress }).finally(
    front.close,
  );
  progress.clear();
  const isEmpty = collection.papers.length === 0;
  for (const file of collection.files) {
    const { refusal, ...rest } = file;
    if (showWarnings || isEmpty) writeAll(2, fileWarnings(isEmpty ? rest : file));
    if (isEmpty && refusal !== undefined) writeAll(2, `error: ${oneLine(`${file.name}: ${refusal}`)}\n`);
  }
  if (isEmpty)
    throw new TopographError(
      "input",
      `no papers could be read from ${collection.files.length === 1 ? collection.files[0].name : `any of the ${collection.files.length} files`}; nothing was written`,
    );
  return collection;
}

/** Who names groups wants their field, whichever others are kept. */
function keptFields(fields: FieldChoice, groups: readonly GroupChoice[] = []): FieldChoice {
  if (fields === "all" || groups.length === 0) return fields;
  return new Set([...(fields === "none" ? [] : fields), "group"]);
}

/** How many warnings a collection has: what --strict asks. */
export function warningCount({ files }: Collection): number {
  return files.reduce((sum, file) => sum + file.warningCount + (file.refusal === undefined ? 0 : 1), 0);
}

/** Says so where --strict forbids going on. */
export function isRefused({ strict }: Pick<BuildChoices, "strict">, warnings: number): boolean {
  if (!strict || warnings === 0) return false;
  writeAll(
    2,
    `error: ${warnings} ${warnings === 1 ? "warning" : "warnings"} and --strict: nothing was written\n`,
  );
  return true;
}

/** The parameters of a command line, with the contents of the files that it names. */
export async function completeChoices(choices: BuildChoices): Promise<Partial<Parameters>> {
  const { stopWords, synonyms, keepApart, parameters } = choices;
  return {
    ...parameters,
    ...(keepApart === undefined ? {} : { keepApart: lines(await readTextFile(keepApart)) }),
    ...(stopWords === undefined ? {} : { stopWords: lines(await readTextFile(stopWords)) }),
    ...(synonyms === undefined ? {} : { synonyms: lines(await readTextFile(synonyms)).map(phrases) }),
  };
}

/** Lines with something on them; `#` begins a remark. */
function lines(text: string): string[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function phrases(line: string): string[] {
  return line
    .split(/[,;\t]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}
