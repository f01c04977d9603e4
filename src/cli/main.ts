#!/usr/bin/env node
import { constants } from "node:os";
import { pipeline } from "node:stream";
import { Worker } from "node:worker_threads";
import { parseArguments } from "./arguments.ts";
import { outputFiles } from "./formats.ts";
import { heapLimit } from "./memory.ts";
import { errorText } from "./messages.ts";
import { removeTemporaries } from "./outputs.ts";
import { writeAll } from "./streams.ts";
import { threadFile } from "./threads.ts";

const words = process.argv.slice(2);
const file = threadFile();

/**
 * The work runs on a thread of its own, because a main thread that computes hears no Ctrl-C: this one ends the work at
 * once and removes what was half-written.
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
  const stop = async (signal: "SIGINT" | "SIGTERM" | "SIGHUP") => {
    await worker.terminate();
    for (const path of pathsOf()) removeTemporaries(path);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void stop(signal));
  worker.on("message", (code: number) => {
    process.exitCode = code;
  });
  worker.on("error", (error) => {
    for (const path of pathsOf()) removeTemporaries(path);
    writeAll(2, errorText(error));
    process.exitCode = 1;
  });
}

/** The files this command line writes. */
function pathsOf(): string[] {
  const command = parseArguments(words);
  return "outputs" in command ? outputFiles(command.outputs) : [];
}

/** Whether the command line only prints: then no thread is worth starting. */
function isInstant(): boolean {
  try {
    const { name } = parseArguments(words);
    return name === "help" || name === "version";
  } catch {
    return true;
  }
}

if (file && !isInstant()) runInThread(file);
else {
  const { runCommand } = await import("./run.ts");
  process.exitCode = await runCommand(words);
}
