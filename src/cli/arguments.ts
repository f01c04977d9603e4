import { availableParallelism } from "node:os";
import { type ListOptions, TOPICS_AS } from "../export/reading-list.ts";
import { MERGES } from "../model/match.ts";
import type { Parameters } from "../model/parameters.ts";
import { completeParameters } from "../model/parameters.ts";
import { FIELDS } from "../read/fields.ts";
import type { BuildChoices, Command, WriteChoices } from "./command.ts";
import { BARE, COMMANDS, type CommandInfo, WITHOUT_FILE } from "./commands.ts";
import { checkOutput } from "./formats.ts";
import { groupChoice } from "./groups.ts";
import { pictureChoices, withheldChoice } from "./picture-choices.ts";
import { type Given, scan } from "./scan.ts";
import { suggest } from "./suggest.ts";
import {
  columnNames,
  edgeKinds,
  edgeWeights,
  fieldChoice,
  positiveNumber,
  quote,
  usage,
  wholeNumber,
} from "./values.ts";

/**
 * Reads a command line (without node and script).
 * @throws TopographError (usage), precise and with a suggestion where one is near
 */
export function parseArguments(words: readonly string[]): Command {
  if (words[0] === "help") return helpOn(words[1]);
  const named = COMMANDS.has(words[0]) ? words[0] : undefined;
  const info = COMMANDS.get(named ?? "") ?? BARE;
  const { given, rest } = scan(words.slice(named ? 1 : 0), info, named);
  if (given.has("help")) return { name: "help", ...(named ? { of: named } : {}) };
  if (given.has("version")) return { name: "version" };
  const isServe = named === undefined || named === "serve";
  if (rest.length === 0 && !isServe && named !== "zotero")
    throw usage(`no file is named; expected ${info.usage}`);
  if (rest.length === 0 && isServe) refuseWithoutFile(given);
  else if (!named) refuseMistypedCommand(rest);
  const quiet = given.has("quiet");
  switch (named) {
    case "build": {
      const write = writeChoices(given);
      if (write.outputs.length === 0)
        throw usage(
          "no output is named; add -o map.json (or .gexf, .graphml, …), or -o - for standard output",
        );
      return { name: "build", quiet, ...buildChoices(given, rest), ...write };
    }
    case "inspect":
      return { name: "inspect", quiet, json: given.has("json"), ...buildChoices(given, rest) };
    case "convert": {
      const write = writeChoices(given);
      expectWords(info, rest, 1);
      if (write.outputs.length === 0) throw usage("no output is named; add -o map.gexf");
      return { name: "convert", quiet, input: rest[0], ...write };
    }
    case "why":
      expectWords(info, rest, 3);
      return { name: "why", quiet, input: rest[0], papers: [rest[1], rest[2]] };
    case "mcp":
      expectWords(info, rest, 1);
      return { name: "mcp", quiet, input: rest[0] };
    case "zotero": {
      const write = writeChoices(given);
      if (rest.length > 0) expectWords(info, rest, 1);
      if (write.outputs.length === 0) throw usage("no output is named; add -o map.json");
      const [collection] = rest;
      return {
        name: "zotero",
        quiet,
        watch: given.has("watch"),
        ...optional("collection", collection),
        ...portOf(given),
        ...buildChoices(given, []),
        ...write,
      };
    }
    case "similar": {
      expectWords(info, rest, 2);
      const count = wholeNumber("number", one(given, "number") ?? "10", 1, 1000);
      return { name: "similar", quiet, input: rest[0], paper: rest[1], count };
    }
    default:
      return {
        name: "serve",
        quiet,
        open: named === undefined,
        token: !given.has("no-token"),
        ...portOf(given),
        ...buildChoices(given, rest),
      };
  }
}

/** `topograph help build`: a file that is called so is "./help". */
function helpOn(of: string | undefined): Command {
  return of !== undefined && COMMANDS.has(of) ? { name: "help", of } : { name: "help" };
}

function one(given: Given, name: string): string | undefined {
  return given.get(name)?.[0];
}

function portOf(given: Given): { readonly port?: number } {
  const port = one(given, "port");
  return port === undefined ? {} : { port: wholeNumber("port", port, 0, 65535) };
}

/** Without a file the first screen is served: options that say how to build a map were meant for one. */
function refuseWithoutFile(given: Given): void {
  const idle = [...given.keys()].find((name) => !WITHOUT_FILE.includes(name));
  if (idle !== undefined) throw usage(`--${idle} needs a file; expected ${BARE.usage}`);
}

function expectWords(info: CommandInfo, rest: readonly string[], count: number): void {
  if (rest.length < count) throw usage(`too few arguments; expected ${info.usage}`);
  if (rest.length > count)
    throw usage(`one argument too many: ${quote(rest[count])}; expected ${info.usage}. Put titles in quotes`);
}

/** `topograph biuld x.bib` means build; a file of that name would have been meant otherwise. */
function refuseMistypedCommand(rest: readonly string[]): void {
  if (/[./\\*?]/.test(rest[0]) || rest[0] === "-") return;
  const near = suggest(rest[0], COMMANDS.keys());
  if (near && rest.length > 1) throw usage(`there is no command ${quote(rest[0])}; did you mean ${near}?`);
}

function buildChoices(given: Given, inputs: readonly string[]): BuildChoices {
  const parameters: { -readonly [K in keyof Parameters]?: Parameters[K] } = {};
  const number = (option: string, low: number, high: number) => {
    const text = one(given, option);
    return text === undefined ? undefined : wholeNumber(option, text, low, high);
  };
  const seed = number("seed", 0, 0xffffffff);
  const neighbours = number("neighbours", 1, 100);
  const topics = number("topics", 1, 1000);
  const minDocumentFrequency = number("min-df", 1, 1_000_000);
  const titleWeight = number("title-weight", 1, 10);
  const resolution = one(given, "resolution");
  const weights = one(given, "weights");
  const language = one(given, "language");
  if (seed !== undefined) parameters.seed = seed;
  if (neighbours !== undefined) parameters.neighbours = neighbours;
  if (topics !== undefined) parameters.topics = topics;
  if (minDocumentFrequency !== undefined) parameters.minDocumentFrequency = minDocumentFrequency;
  if (titleWeight !== undefined) parameters.titleWeight = titleWeight;
  if (resolution !== undefined) parameters.resolution = positiveNumber("resolution", resolution);
  if (weights !== undefined)
    parameters.weights = { ...completeParameters({}).weights, ...edgeWeights(weights) };
  if (language !== undefined) {
    if (!/^[a-z]{2}$/.test(language))
      throw usage(`--language is ${quote(language)}; expected a code of two letters, such as en`);
    parameters.language = language;
  }
  const merge = one(given, "merge");
  if (merge !== undefined) {
    const known = MERGES.find((name) => name === merge);
    if (!known) throw usage(`--merge is ${quote(merge)}; expected ${MERGES.join(" or ")}`);
    parameters.merge = known;
  }
  completeParameters(parameters);
  const background = one(given, "background");
  if (background !== undefined && background !== "none" && background !== "default")
    throw usage(`--background is ${quote(background)}; expected none or default`);
  const encoding = one(given, "encoding");
  if (encoding !== undefined) checkEncoding(encoding);
  const columns = given.get("columns");
  const fields = one(given, "fields");
  const groups = given.get("group");
  const threads = number("threads", 1, 256);
  return {
    inputs,
    parameters,
    strict: given.has("strict"),
    threads: threads ?? Math.min(availableParallelism(), 8),
    ...optional("title", one(given, "title")),
    ...optional("stopWords", one(given, "stop-words")),
    ...optional("synonyms", one(given, "synonyms")),
    ...optional("keepApart", one(given, "keep-apart")),
    ...optional("vectors", one(given, "vectors")),
    ...optional("base", one(given, "base")),
    ...optional("places", one(given, "places")),
    ...optional("background", background),
    ...optional("encoding", encoding),
    ...(fields === undefined ? {} : { fields: fieldChoice(fields) }),
    ...(groups ? { groups: groups.map(groupChoice) } : {}),
    ...(columns ? { columns: columnNames(columns, FIELDS) } : {}),
  };
}

function optional(key: string, value: string | undefined): object {
  return value === undefined ? {} : { [key]: value };
}

function checkEncoding(encoding: string): void {
  try {
    new TextDecoder(encoding);
  } catch {
    throw usage(
      `--encoding is ${quote(encoding)}; expected a name such as utf-8, windows-1252, gbk, shift_jis`,
    );
  }
}

function listChoices(given: Given): ListOptions {
  const text = one(given, "topics-as");
  if (text === undefined) return {};
  const topicsAs = TOPICS_AS.find((name) => name === text);
  if (!topicsAs) throw usage(`--topics-as is ${quote(text)}; expected ${TOPICS_AS.join(", ")}`);
  return { topicsAs };
}

function writeChoices(given: Given): WriteChoices {
  const outputs = given.get("output") ?? [];
  for (const output of outputs) checkOutput(output);
  const repeated = outputs.find((output, i) => outputs.indexOf(output) !== i);
  if (repeated !== undefined) throw usage(`the output ${quote(repeated)} is named twice`);
  const edges = one(given, "edges");
  const version = one(given, "gexf-version");
  if (version !== undefined && version !== "1.2" && version !== "1.3")
    throw usage(`--gexf-version is ${quote(version)}; expected 1.2 or 1.3`);
  return {
    outputs,
    dynamic: given.has("dynamic"),
    measures: given.has("measures"),
    picture: pictureChoices((name) => one(given, name), given.get("size")),
    list: listChoices(given),
    ...optional("marks", one(given, "marks")),
    ...optional("withheld", withheldChoice(one(given, "without"))),
    fonts: given.get("font") ?? [],
    ...(edges === undefined ? {} : { edges: edgeKinds(edges) }),
    ...(version === undefined ? {} : { gexfVersion: version }),
  };
}
