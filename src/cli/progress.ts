import { isatty } from "node:tty";
import { type OnProgress, STAGES, type Stage } from "../model/progress.ts";
import { writeAll } from "./streams.ts";

/** What part of the whole each stage takes: measured on 10,000 and on 100,000 papers, and a middle of both; the estimate of the time left rests on it. */
const SHARE: Readonly<Record<Stage, number>> = {
  read: 0.09,
  text: 0.26,
  edges: 0.26,
  topics: 0.17,
  layout: 0.11,
  names: 0.03,
  write: 0.08,
};

const LABEL: Readonly<Record<Stage, string>> = {
  read: "reading",
  text: "finding terms",
  edges: "linking papers",
  topics: "finding topics",
  layout: "laying out",
  names: "naming topics",
  write: "writing",
};

const EVERY_MS = 100;

export interface Progress {
  readonly onProgress: OnProgress;
  /** Wipes the line, before other output. */
  clear(): void;
}

/** A line on a terminal's stderr, drawn over and over: stage, share done, time left. Nothing elsewhere. */
export function terminalProgress(quiet: boolean): Progress {
  if (quiet || !isatty(2)) return { onProgress: () => {}, clear: () => {} };
  const begin = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    onProgress(stage, done) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      writeAll(2, `\r\x1b[K${progressLine(stage, done, (now - begin) / 1000)}`);
    },
    clear() {
      if (shown) writeAll(2, "\r\x1b[K");
      shown = false;
    },
  };
}

/** "linking papers  48 %  about 3 s left". @param done share of the stage, 0 to 1 @param seconds since the start */
export function progressLine(stage: Stage, done: number, seconds: number): string {
  const before = STAGES.slice(0, STAGES.indexOf(stage)).reduce((sum, earlier) => sum + SHARE[earlier], 0);
  const all = Math.min(1, before + SHARE[stage] * Math.min(1, Math.max(0, done)));
  const left = (seconds * (1 - all)) / all;
  const line = `${LABEL[stage].padEnd(16)}${Math.floor(100 * all)} %`;
  return seconds < 1 || all < 0.03 ? line : `${line}  about ${duration(left)} left`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}
