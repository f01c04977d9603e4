import { BARE, COMMANDS, type CommandInfo } from "./commands.ts";
import { FORMATS } from "./formats.ts";
import { OPTIONS } from "./options.ts";

/** The help of one command, or of all. */
export function helpText(of?: string): string {
  const info = of === undefined ? undefined : COMMANDS.get(of);
  const formats = FORMATS.map(({ extension, help }) => entry(`  ${extension.padEnd(16)}`, help)).join("");
  if (info) {
    const own = `${commandLines(info, "")}\nOptions:\n${optionLines(info.options)}`;
    return info.options.includes("output") ? `${own}\nFormats of -o:\n${formats}` : own;
  }
  const all = [BARE, ...COMMANDS.values()];
  const commands = all.map((one) => commandLines(one, "  ")).join("");
  return `Topograph turns a pile of papers into a map of topics and citations.

${commands}
Options:
${optionLines(OPTIONS.map((option) => option.name))}
Formats of -o:
${formats}
Inputs are files, folders, patterns like "refs/*.bib", or - for standard input;
.gz is read as it is. A saved map is a .json, a map folder (map/) or a .zip.
Bounds: a field 10 million characters, a record 64 million, a pasted listing 20
million, gzip 200 to 1; what is beyond is told of and left out.
Exit codes: 0 done, 1 bad input, 2 bad usage, 3 warnings with --strict, 130
interrupted.
`;
}

function commandLines({ usage, help }: CommandInfo, indent: string): string {
  return `${indent}${usage}\n${entry(`${indent}    `, help)}`;
}

function optionLines(names: readonly string[]): string {
  return OPTIONS.filter((option) => names.includes(option.name))
    .map(({ name, short, value, help }) => {
      const written = `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;
      return entry(`  ${written.padEnd(26)} `, help);
    })
    .join("");
}

/** What every terminal has. */
const WIDTH = 80;

/** A head and its text, cut between words; its further lines stand below its first. */
function entry(head: string, text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const longer = last === "" ? word : `${last} ${word}`;
    if (head.length + longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return `${head}${lines.join(`\n${" ".repeat(head.length)}`)}\n`;
}
