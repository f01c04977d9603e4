import { once } from "../kernel/once.ts";
import type { Monitor } from "../model/progress.ts";
import { holdLock } from "./alive.ts";
import { folderCalls, isOfFolder } from "./folder-calls.ts";
import { heldMap } from "./held-map.ts";
import type { CallName, Calls, Reply, Request } from "./page-messages.ts";
import { ReadFailure } from "./read-failure.ts";

type Handler = (ask: unknown, monitor: Monitor) => Promise<Calls[CallName]["answer"]>;

/*
 * Map folders are opened by what is loaded first, because people wait for the first frame: all else, ten times as much
 * code, is loaded when it is asked for, or once the first tile is read.
 */
const map = heldMap();
const rest = once(async () => (await import("./page-calls.ts")).pageCalls(map, folder.indexOf));
const folder = folderCalls(map.hold, async (whole) => (await rest()).open(whole));

void holdLock().then((lock) => {
  if (lock !== undefined) self.postMessage({ kind: "alive", lock } satisfies Reply);
});

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, call, ask } = data;
  const reply = (message: Reply, given: Transferable[] = []) => self.postMessage(message, given);
  let told = 0;
  const monitor: Monitor = {
    onProgress(stage, done) {
      // The page redraws at most this often; the last step of a stage is always told.
      const now = performance.now();
      if (done < 1 && now - told < 60) return;
      told = now;
      reply({ id, kind: "progress", stage, done });
    },
  };
  try {
    const handlers: Partial<Record<CallName, unknown>> = isOfFolder(call)
      ? folder.handlers
      : (await rest()).handlers;
    const value = await (handlers[call] as Handler)(ask, monitor);
    // The worker that ends with this answer gives its memory away; the other goes on with it.
    const isLast = call === "folderPoints" && ask.place !== undefined;
    reply({ id, kind: "answer", value }, isLast ? columnsIn(value) : []);
    // What the page will ask next.
    if (call === "folder") await rest();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ id, kind: "error", message, ...(error instanceof ReadFailure ? { files: error.files } : {}) });
  }
};

/** The memory of the columns in an answer, which is given to the page instead of being copied. */
function columnsIn(value: Calls[CallName]["answer"]): Transferable[] {
  if (typeof value !== "object" || value === null || !("columns" in value)) return [];
  return Object.values(value.columns).map(({ buffer }) => buffer);
}
