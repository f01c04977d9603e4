import type { Stage } from "../model/progress.ts";
import type { FileReport } from "../model/report.ts";
import { waitForLock } from "./alive.ts";
import type { CallName, Calls, Reply } from "./page-messages.ts";

/** The worker said no; `files` holds what it made of each file, where it was reading. */
export class WorkerError extends Error {
  readonly files: readonly FileReport[];
  constructor(message: string, files: readonly FileReport[] = []) {
    super(message);
    this.name = "WorkerError";
    this.files = files;
  }
}

/** A worker with one session: the map it built or was handed. */
export interface Client {
  ask<K extends CallName>(
    call: K,
    ask: Calls[K]["ask"],
    onProgress?: (stage: Stage, done: number) => void,
  ): Promise<Calls[K]["answer"]>;
  /** Stops it, whatever it is doing: calls under way fail. */
  end(): void;
}

const STOPPED = "the background worker stopped";

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
  readonly onProgress?: (stage: Stage, done: number) => void;
}

/**
 * Starts a worker.
 * @param start makes it; on a page opened from a file that is another way than on a served one
 * @param onDeath told when it ended by itself: calls under way have failed, and so will later ones
 */
export function createClient(
  start: () => Worker | Promise<Worker>,
  onDeath: () => void = () => undefined,
): Client {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let ended = false;
  const worker = Promise.resolve(start()).then((made) => {
    made.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
    made.onerror = (event) => die(event.message || STOPPED);
    if (ended) made.terminate();
    return made;
  });
  worker.catch((error: unknown) => failAll(String(error)));

  function die(message: string): void {
    if (ended) return;
    ended = true;
    failAll(message);
    onDeath();
  }

  function receive(reply: Reply): void {
    if (reply.kind === "alive") {
      waitForLock(reply.lock).then(
        () => die(STOPPED),
        () => undefined,
      );
      return;
    }
    const call = waiting.get(reply.id);
    if (!call) return;
    if (reply.kind === "progress") {
      call.onProgress?.(reply.stage, reply.done);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === "answer") call.resolve(reply.value as never);
    else call.reject(new WorkerError(reply.message, reply.files));
  }

  function failAll(message: string): void {
    for (const call of waiting.values()) call.reject(new WorkerError(message));
    waiting.clear();
  }

  return {
    ask(call, ask, onProgress) {
      const id = next++;
      if (ended) return Promise.reject(new WorkerError(STOPPED));
      return new Promise((resolve, reject) => {
        waiting.set(id, {
          resolve: resolve as (value: never) => void,
          reject,
          ...(onProgress ? { onProgress } : {}),
        });
        worker.then((made) => made.postMessage({ id, call, ask })).catch(reject);
      });
    },
    end() {
      ended = true;
      void worker.then((made) => made.terminate());
      failAll("cancelled");
    },
  };
}
