import { BARE, COMMANDS } from "./commands.ts";
import { FORMATS } from "./formats.ts";
import { OPTIONS } from "./options.ts";

/** The help of one command, or of all. */
export function helpText(of?: string): string {
  const info = of === undefined ? undefined : COMMANDS.get(of);
  if (info) return `${info.usage}\n    ${info.help}\n\nOptions:\n${optionLines(info.options)}`;
  const all = [BARE, ...COMMANDS.values()];
  const commands = all.map(({ usage, help }) => `  ${usage}\n      ${help}\n`).join("");
  const formats = FORMATS.map(({ extension, help }) => `  ${extension.padEnd(16)}${help}\n`).join("");
  return `Topograph turns a pile of papers into a map of topics and citations.

${commands}
Options:
${optionLines(OPTIONS.map((option) => option.name))}
Formats of -o:
${formats}
Inputs are files, folders, patterns like "refs/*.bib", or - for standard input; .gz is read as it is.
Bounds: a field 10 million characters, a record 64 million, a pasted listing 20 million, gzip 200 to 1; what is beyond
is told of and left out.
Exit codes: 0 done, 1 bad input, 2 bad usage, 3 warnings with --strict, 130 interrupted.
`;
}

function optionLines(names: readonly string[]): string {
  return OPTIONS.filter((option) => names.includes(option.name))
    .map(({ name, short, value, help }) => {
      const written = `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;
      return `  ${written.padEnd(26)} ${help}\n`;
    })
    .join("");
}
