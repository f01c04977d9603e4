import { parseArgs } from "node:util";
import { BARE, COMMANDS, type CommandInfo } from "./commands.ts";
import { ALIASES, OPTIONS, type Option } from "./options.ts";
import { suggest } from "./suggest.ts";
import { usage } from "./values.ts";

/** The options of a command line: each with its values, "" for a switch. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** What `parseArgs` has to know: which words take a value. Which of them a command takes is checked here. */
const SYNTAX = Object.fromEntries(
  [...OPTIONS.map(({ name }) => [name, name] as const), ...ALIASES].map(([written, name]) => {
    const option = OPTIONS.find((known) => known.name === name);
    const type = option?.value === undefined ? ("boolean" as const) : ("string" as const);
    return [written, { type, ...(option?.short && written === name ? { short: option.short } : {}) }];
  }),
);

/**
 * Splits a command line into options and the rest. `--` ends the options; `-` is a file.
 * @throws TopographError (usage) for options that there are not, or not of this command
 */
export function scan(words: readonly string[], info: CommandInfo, command: string | undefined) {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  const { tokens } = parseArgs({
    args: [...words],
    options: SYNTAX,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    const { name, value, many } = {
      many: false,
      value: undefined,
      ...findOption(token.rawName, info, command),
    };
    if (value === undefined && token.value !== undefined)
      throw usage(`${token.rawName}=${token.value}: --${name} takes no value`);
    if (value !== undefined && token.value === undefined)
      throw usage(`--${name} needs a value: --${name} ${value}`);
    const values = given.get(name) ?? [];
    if (values.length > 0 && value !== undefined && !many)
      throw usage(`--${name} is given twice; give it once`);
    given.set(name, [...values, token.value ?? ""]);
  }
  return { given, rest };
}

/** @param shown as it was written: "--topics", "-o" */
function findOption(shown: string, info: CommandInfo, command: string | undefined): Option {
  const written = shown.replace(/^--?/, "");
  const name = ALIASES.get(written) ?? written;
  const option = OPTIONS.find((known) =>
    shown.startsWith("--") ? known.name === name : known.short === written,
  );
  if (!option) {
    const near = suggest(written, info.options);
    throw usage(`there is no option ${shown}${near ? `; did you mean --${near}?` : ""}`);
  }
  if (!info.options.includes(option.name)) {
    const users = [...COMMANDS].filter(([, other]) => other.options.includes(option.name));
    const list = users.map(([user]) => user).join(", ");
    throw usage(
      `${shown} is an option of ${list}, not of ${command ? `"${command}"` : `the form ${BARE.usage}`}`,
    );
  }
  return option;
}
