import { dirname, join, resolve } from "node:path";
import { inputFiles } from "./inputs.ts";
import { quote, usage } from "./values.ts";

/** One `--group NAME=GLOB`: papers of the files that the pattern names are in the group. */
export interface GroupChoice {
  readonly name: string;
  readonly glob: string;
}

/** Reads "mine=mine/*.bib". @throws TopographError (usage) */
export function groupChoice(text: string): GroupChoice {
  const at = text.indexOf("=");
  const [name, glob] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (name === "" || glob === "")
    throw usage(
      `--group is ${quote(text)}; expected NAME=GLOB, such as mine=mine.bib or "field=field/*.ris"`,
    );
  return { name, glob };
}

/**
 * Says of each input which groups its papers are in. A pattern names files as an input does: a file, a folder, a pattern
 * of them, - for standard input; one without folders may also name files in the folder of an input.
 * @returns takes a path as the inputs name it
 * @throws TopographError (usage) for a pattern that none of the inputs matches
 */
export function groupFinder(
  groups: readonly GroupChoice[],
  inputs: readonly string[],
): (path: string) => readonly string[] {
  if (groups.length === 0) return () => [];
  const files = [...inputFiles(inputs), ...(inputs.includes("-") ? ["-"] : [])];
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const members = groups.map(({ name, glob }) => {
    const isBare = !/[/\\]/.test(glob);
    const near = isBare ? folders.map((folder) => join(folder, glob)) : [];
    const named = new Set([glob, ...near].flatMap(filesOf));
    const found = new Set(files.filter((file) => named.has(keyOf(file))));
    if (found.size === 0) throw unmatched(name, glob, files);
    return { name, found };
  });
  return (path) => [...new Set(members.flatMap(({ name, found }) => (found.has(path) ? [name] : [])))];
}

const keyOf = (path: string) => (path === "-" ? path : resolve(path));

/** The files that a pattern names, none where there are none. */
function filesOf(glob: string): string[] {
  if (glob === "-") return [glob];
  try {
    return inputFiles([glob]).map(keyOf);
  } catch {
    return [];
  }
}

const SHOWN = 5;

function unmatched(name: string, glob: string, files: readonly string[]) {
  const more = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : "";
  return usage(
    `--group ${name}: ${quote(glob)} matches none of the inputs ${files.slice(0, SHOWN).join(", ")}${more}; expected a file, a folder or a pattern of some of them`,
  );
}
