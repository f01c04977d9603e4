import { summary, write } from "./build.ts";
import type { Command } from "./command.ts";
import { outputPaths } from "./formats.ts";
import { checkWritable } from "./outputs.ts";
import { terminalProgress } from "./progress.ts";
import { loadMap } from "./saved-map.ts";
import { writeAll } from "./streams.ts";

/** `topograph convert`. */
export async function convert(command: Extract<Command, { name: "convert" }>): Promise<number> {
  for (const output of command.outputs) if (output !== "-") outputPaths(output).map(checkWritable);
  const map = await loadMap(command.input);
  await write(map, command, terminalProgress(command.quiet));
  if (!command.quiet) writeAll(2, `${summary(map)}: ${command.outputs.join(", ")}\n`);
  return 0;
}
