import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { type Group, type GroupPacker, type PackedGroup, packGroup } from "../folder/parquet-writer.ts";
import { threadFile } from "./built.ts";

/** What a thread that packs is handed: where groups come from, and the counter of its answers that is waited on. */
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

/** After so many milliseconds without an answer a thread is taken for dead, and its group is packed here. */
const DEAD_AFTER = 30_000;

/**
 * Packs row groups on threads of their own, by turns: one fewer than there may be, since this one gathers what is packed.
 * Who writes a file waits for the next group without leaving its loop, so that writing stays one pass over plain
 * iterables.
 * @returns undefined where there are no threads
 */
export function threadPacker(threads: number): (GroupPacker & { close(): Promise<void> }) | undefined {
  const file = threadFile();
  if (threads < 2 || file === undefined) return undefined;
  const lanes = Array.from({ length: threads - 1 }, () => {
    const { port1, port2 } = new MessageChannel();
    const answered = new Int32Array(new SharedArrayBuffer(4));
    const workerData: PackerData = { role: "pack", port: port2, answered };
    const worker = new Worker(file, { workerData, transferList: [port2] });
    worker.unref();
    port1.unref();
    return { worker, port: port1, answered };
  });
  let given = 0;
  let taken = 0;
  const waiting: Group[] = [];
  return {
    ahead: threads,
    give(group) {
      const message: ToPacker = { number: given, group };
      lanes[given++ % lanes.length].port.postMessage(message);
      waiting.push(group);
    },
    take() {
      const number = taken++;
      const group = waiting.shift();
      if (!group) throw new Error("no row group was given to be packed");
      const { port, answered } = lanes[number % lanes.length];
      for (;;) {
        const before = Atomics.load(answered, 0);
        const found = receiveMessageOnPort(port)?.message as FromPacker | undefined;
        if (found?.number === number) return found.packed;
        if (found) continue;
        if (Atomics.wait(answered, 0, before, DEAD_AFTER) === "timed-out") return packGroup(group);
      }
    },
    async close() {
      await Promise.all(lanes.map(({ worker }) => worker.terminate()));
    },
  };
}

/** The other end: packs what comes, one group after the other. */
export function servePacking({ port, answered }: PackerData): void {
  port.on("message", ({ number, group }: ToPacker) => {
    const answer: FromPacker = { number, packed: packGroup(group) };
    port.postMessage(answer);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
}
