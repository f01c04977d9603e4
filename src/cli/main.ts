#!/usr/bin/env node
import { constants } from "node:os";
import { pipeline } from "node:stream";
import { Worker } from "node:worker_threads";
import { TopographError } from "../model/errors.ts";
import { threadFile } from "./built.ts";
import { endWithParent, runLean, SIGNALS, wantsLean } from "./lean.ts";
import { heapLimit } from "./memory.ts";
import { errorText } from "./messages.ts";
import { removeTemporaries } from "./outputs.ts";
import { writeAll } from "./streams.ts";

const words = process.argv.slice(2);
const file = threadFile();

/**
 * The work runs on a thread of its own, because a main thread that computes hears no Ctrl-C: this one ends the work at
 * once and removes what was half-written. It loads next to nothing: formats and pictures would be in memory twice.
 */
function runInThread(script: string): void {
  const worker = new Worker(script, {
    workerData: { role: "command", words },
    stdin: words.includes("-") || words[0] === "mcp",
    resourceLimits: { maxOldGenerationSizeMb: heapLimit() },
  });
  // Read on this thread: one that waits in a read of its own cannot be ended.
  if (worker.stdin) {
    pipeline(process.stdin, worker.stdin, () => {});
    worker.once("exit", () => process.stdin.destroy());
  }
  let isStopping = false;
  const stop = async (signal: (typeof SIGNALS)[number]) => {
    // A terminal and the process that runs this one may both say so.
    if (isStopping) return;
    isStopping = true;
    await worker.terminate();
    await removeHalfWritten();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, () => void stop(signal));
  endWithParent(() => void stop("SIGHUP"));
  worker.on("message", (code: number) => {
    process.exitCode = code;
  });
  worker.on("error", async (error) => {
    process.exitCode = 1;
    await removeHalfWritten();
    writeAll(2, errorText(error));
  });
}

/** What the system ends without a word has mostly taken more memory than there is. */
async function sayKilled(signal: NodeJS.Signals): Promise<void> {
  await removeHalfWritten();
  const reason = signal === "SIGKILL" ? "; systems do so where memory runs out: close other programs" : "";
  writeAll(2, `error: the program was ended by ${signal}${reason}; nothing was written\n`);
}

/** Of the files that this command line writes; one that is not understood writes none. */
async function removeHalfWritten(): Promise<void> {
  const { parseArguments } = await import("./arguments.ts");
  const { outputFiles } = await import("./formats.ts");
  try {
    const command = parseArguments(words);
    for (const path of "outputs" in command ? outputFiles(command.outputs) : []) removeTemporaries(path);
  } catch (error) {
    if (!(error instanceof TopographError)) throw error;
  }
}

/** Whether the command line surely only prints, help or version: then no thread is worth starting. */
function isInstant(): boolean {
  const isAsked = /^(?:-h|--help|--version)$/.test(words.at(-1) ?? "");
  // Behind an option it may be the option's value, behind "--" a file.
  return isAsked && !words.includes("--") && !words.at(-2)?.startsWith("-");
}

if (file && wantsLean(words)) runLean({ failed: () => runInThread(file), killed: sayKilled });
else if (file && !isInstant()) runInThread(file);
else {
  const { runCommand } = await import("./run.ts");
  process.exitCode = await runCommand(words);
}
