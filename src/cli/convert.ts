import { checkWriting, summary, write } from "./build.ts";
import type { Command } from "./command.ts";
import { checkOutput } from "./formats.ts";
import { inputFiles } from "./inputs.ts";
import { terminalProgress } from "./progress.ts";
import { loadMap } from "./saved-map.ts";
import { writeAll } from "./streams.ts";

/** `topograph convert`. */
export async function convert(command: Extract<Command, { name: "convert" }>): Promise<number> {
  await checkWriting(command, inputFiles([command.input]));
  const map = await loadMap(command.input, needsEvidence(command));
  await write(map, command, terminalProgress(command.quiet));
  if (!command.quiet) writeAll(2, `${summary(map)}: ${command.outputs.join(", ")}\n`);
  return 0;
}

/** Whether what is written says why papers are linked: a folder leaves that to its texts, where they stay as they are. */
function needsEvidence({ outputs, withheld, marks }: Extract<Command, { name: "convert" }>): boolean {
  return withheld !== undefined || marks !== undefined || outputs.some((path) => !checkOutput(path).isFolder);
}
