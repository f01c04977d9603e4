import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { type Group, type GroupPacker, type PackedGroup, packGroup } from "../folder/row-group.ts";
import { startZstd } from "../folder/zstd.ts";
import { threadFile } from "./built.ts";

/** What a thread that packs is handed: where row groups come from, and the counter of its answers that is waited on. */
export interface PackerData {
  readonly role: "pack";
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

interface Numbered {
  readonly number: number;
}
type ToPacker = Numbered & { readonly group: Group };
type FromPacker = Numbered & { readonly packed: PackedGroup };

/** Row groups that the thread has at once: one that it packs, and one behind it. */
const AT_ONCE = 2;

/** After so many milliseconds without an answer the thread is taken for dead, and its row group is packed here. */
const DEAD_AFTER = 30_000;

/** What it makes does not stay, and is held by nobody when it is done. Node's own limit is 48. */
const YOUNG_MB = 8;

/** A packer whose thread has to be ended. */
export interface ThreadPacker extends GroupPacker {
  close(): Promise<void>;
}

/**
 * Packs row groups on a thread of its own, which who writes a file offers them to. That one waits for an answer without
 * leaving its loop, so that writing stays one pass over plain iterables.
 * @returns undefined where there is no built thread
 */
export function threadPacker(): ThreadPacker | undefined {
  const file = threadFile();
  if (file === undefined) return undefined;
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const workerData: PackerData = { role: "pack", port: port2, answered };
  const worker = new Worker(file, {
    workerData,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Whatever ends it, nothing is answered any more: who waits packs by itself.
  worker.on("error", () => {});
  worker.unref();
  port.unref();
  const answers = new Map<number, PackedGroup>();
  let given = 0;
  let heard = 0;
  const hear = () => {
    for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port)) {
      const { number, packed } = found.message as FromPacker;
      answers.set(number, packed);
      heard++;
    }
  };
  return {
    offer(group) {
      hear();
      if (given - heard >= AT_ONCE) return undefined;
      const number = given++;
      const message: ToPacker = { number, group };
      port.postMessage(message);
      return {
        isDone() {
          hear();
          return answers.has(number);
        },
        take() {
          for (;;) {
            const before = Atomics.load(answered, 0);
            hear();
            const packed = answers.get(number);
            answers.delete(number);
            if (packed) return packed;
            if (Atomics.wait(answered, 0, before, DEAD_AFTER) === "timed-out") return packGroup(group);
          }
        },
      };
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The other end: packs what comes, one row group after the other. */
export async function servePacking({ port, answered }: PackerData): Promise<void> {
  await startZstd();
  port.on("message", ({ number, group }: ToPacker) => {
    const answer: FromPacker = { number, packed: packGroup(group) };
    port.postMessage(answer);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
}
