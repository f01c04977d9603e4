import { TopographError } from "../model/errors.ts";
import { parseArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { helpText } from "./help.ts";
import { errorText } from "./messages.ts";
import { ClosedPipe, writeAll } from "./streams.ts";

declare const __VERSION__: string;

/** Runs one command line to its end. @returns the exit code: 0 done, 1 bad input, 2 bad usage, 3 warnings under --strict */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    return await run(parseArguments(words));
  } catch (error) {
    return report(error);
  }
}

/** Each command loads what it needs: reading a file needs no layout. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      writeAll(1, helpText(command.of));
      return 0;
    case "version":
      writeAll(1, `topograph ${__VERSION__}\n`);
      return 0;
    case "build":
      return (await import("./build.ts")).build(command);
    case "inspect":
      return (await import("./inspect.ts")).inspect(command);
    case "convert":
      return (await import("./convert.ts")).convert(command);
    case "serve":
      return (await import("./serve.ts")).serve(command);
    case "why":
      return (await import("./why.ts")).why(command);
    case "similar":
      return (await import("./similar.ts")).similar(command);
    case "mcp":
      return (await import("./mcp/mcp.ts")).mcp(command);
    case "zotero":
      return (await import("./zotero/zotero.ts")).zotero(command);
  }
}

/** Says what went wrong. A reader that closed its pipe has heard enough: no message, no failure. */
function report(error: unknown): number {
  if (error instanceof ClosedPipe) return 0;
  const isUsage = error instanceof TopographError && error.kind === "usage";
  try {
    writeAll(2, errorText(error) + (isUsage ? "topograph --help lists commands and options\n" : ""));
  } catch (closed) {
    if (!(closed instanceof ClosedPipe)) throw closed;
  }
  return isUsage ? 2 : 1;
}
