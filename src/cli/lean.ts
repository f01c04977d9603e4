import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { constants } from "node:os";

/** From so many bytes of input on (6,000 abstracts or so, packed 20,000) memory is worth 40 ms and a process that waits. */
const LARGE = 1 << 23;

/**
 * What makes the allocator of Linux (glibc) give columns back once they are freed: pieces of 4 MB and more then come from
 * the system one by one, and of smaller ones no more than 4 MB is kept where they end. By itself it raises both bounds to
 * the largest piece that was ever freed, up to 32 and 64 MB, and holds what lies below: of 33,000 papers 120 MB of 660.
 * With 128 kB in the place of 4 MB it is 20 MB less for a CPU second in 23. It is read when a process starts, and by no
 * other allocator.
 */
const GIVE_BACK = ["MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"];
const LARGEST_KEPT = String(1 << 22);

/** What ends a command line from outside. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whether a command line is better run by `runLean`. */
export function wantsLean(words: readonly string[]): boolean {
  if (process.platform !== "linux" || words[0] !== "build") return false;
  if (GIVE_BACK.some((name) => name in process.env)) return false;
  return words.reduce((sum, word) => sum + sizeOf(word), 0) >= LARGE;
}

/** Bytes in the file of that name; 0 where there is none. */
function sizeOf(word: string): number {
  try {
    return statSync(word, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0; // Too long for a name, or in a folder that may not be looked into: who reads it says so.
  }
}

/**
 * Runs this very command line in a process that gives memory back, and ends as that one does.
 * @param failed called where no process could be started
 * @param killed called where something ended it that it could not hear
 */
export function runLean({
  failed,
  killed,
}: {
  readonly failed: () => void;
  readonly killed: (signal: NodeJS.Signals) => void;
}): void {
  const child = spawn(process.execPath, [...process.execArgv, "--expose-gc", ...process.argv.slice(1)], {
    env: { ...process.env, ...Object.fromEntries(GIVE_BACK.map((name) => [name, LARGEST_KEPT])) },
    // Nothing is said on the channel: it breaks when this process is killed, which the other one hears.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  child.once("error", () => {
    for (const signal of SIGNALS) process.off(signal, forward);
    failed();
  });
  child.once("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
    if (signal !== null) killed(signal);
  });
}

/** Calls `stop` when the process that runs this one by `runLean` is no more. */
export function endWithParent(stop: () => void): void {
  if (!process.channel) return;
  process.once("disconnect", stop);
  process.channel.unref();
}
