import type { MessagePort } from "node:worker_threads";
import { TopographError } from "../model/errors.ts";
import { type Finding, type FrontOptions, readHere } from "../read/front.ts";
import { pack } from "../read/parcel.ts";
import {
  FEW_UNDER_WAY,
  FINDINGS_AT_ONCE,
  type FromFront,
  type FrontData,
  MOST_UNDER_WAY,
  type ToFront,
} from "./front-messages.ts";
import { openInput } from "./inputs.ts";
import { nativeSha256 } from "./sha256.ts";

/** Reads files for another thread, one after the other. */
export function serveFront(port: MessagePort, { taken }: FrontData): void {
  const send = (message: FromFront) => port.postMessage(message);
  let findings: Finding[] = [];
  let bytes = 0;
  /** Messages that have not been taken yet. */
  let underWay = 0;
  let sent = 0;
  let goOn: (() => void) | undefined;

  const sendFindings = () => {
    send({ parcel: pack(findings), bytes });
    findings = [];
    underWay++;
    sent++;
  };
  const listener = {
    take(finding: Finding) {
      if (findings.push(finding) >= FINDINGS_AT_ONCE) sendFindings();
    },
    onBytes(count: number) {
      bytes = count;
    },
  };
  const flow = () => {
    if (underWay < MOST_UNDER_WAY) return undefined;
    return new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  // Who has nothing left to take has time to clean.
  const isWaitedFor = () => sent - Atomics.load(taken, 0) < FEW_UNDER_WAY;
  const read = readHere(nativeSha256, flow, isWaitedFor);

  const answer = async (path: string, options: FrontOptions) => {
    try {
      const result = await read(openInput(path), options, listener);
      sendFindings();
      send({ result });
    } catch (error) {
      send({ error, isOurs: error instanceof TopographError });
    }
  };
  port.on("message", (message: ToFront) => {
    if (message !== "taken") {
      void answer(message.path, message.options);
      return;
    }
    underWay--;
    goOn?.();
    goOn = undefined;
  });
}
