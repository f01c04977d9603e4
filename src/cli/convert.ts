import { summary, write } from "./build.ts";
import type { Command } from "./command.ts";
import { outputFiles } from "./formats.ts";
import { inputFiles } from "./inputs.ts";
import { checkOutputs } from "./outputs.ts";
import { terminalProgress } from "./progress.ts";
import { loadMap } from "./saved-map.ts";
import { writeAll } from "./streams.ts";

/** `topograph convert`. */
export async function convert(command: Extract<Command, { name: "convert" }>): Promise<number> {
  checkOutputs(outputFiles(command.outputs), inputFiles([command.input]));
  const map = await loadMap(command.input);
  await write(map, command, terminalProgress(command.quiet));
  if (!command.quiet) writeAll(2, `${summary(map)}: ${command.outputs.join(", ")}\n`);
  return 0;
}
