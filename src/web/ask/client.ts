import { type Client, createClient } from "../../worker/page-client.ts";
import type { CallName, Calls } from "../../worker/page-messages.ts";
import { messageOf, tell } from "../page/actions.ts";
import { wholeOf } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** The worker that knows a map; made or started when it is first needed. */
const clients = new WeakMap<MapState, Client>();

/** Starts the page's worker: a file of its own where the page is served, in a page of one file from the text it carries. */
export function startClient(): Client {
  const client = createClient(
    () => {
      if (import.meta.env.MODE !== "single")
        return new Worker(new URL("../../worker/page.ts", import.meta.url), { type: "module" });
      const { topographWorker = "" } = globalThis as { topographWorker?: string };
      return new Worker(URL.createObjectURL(new Blob([topographWorker], { type: "text/javascript" })));
    },
    () => {
      const now = state.current.peek();
      if (!now || clients.get(now) !== client) return;
      clients.delete(now);
      tell(texts.failed.stopped);
    },
  );
  return client;
}

/** The worker that answers for a map from now on. */
export function setClient(now: MapState, client: Client): void {
  clients.set(now, client);
}

/** Ends the worker of a map, whatever it is doing; the next question starts another. */
export function endClient(now: MapState | undefined): void {
  if (!now) return;
  clients.get(now)?.end();
  clients.delete(now);
}

/** The worker of a map. */
export function clientOf(now: MapState): Client {
  const known = clients.get(now);
  if (known) return known;
  const client = startClient();
  clients.set(now, client);
  client.ask("adopt", { map: now.made.peek().map }).catch((error: unknown) => {
    // One that was ended has nothing to say.
    if (clients.get(now) !== client) return;
    endClient(now);
    tell(`${texts.failed.worker} ${messageOf(error)}`);
  });
  return client;
}

/** Asks the worker that holds this page's map. */
export async function askWorker<K extends CallName>(
  call: K,
  ask: Calls[K]["ask"],
): Promise<Calls[K]["answer"]> {
  const now = state.current.peek();
  if (!now) throw new Error(texts.failed.worker);
  // The index of a folder is there from the beginning.
  if (call !== "search") await wholeOf(now);
  return clientOf(now).ask(call, ask);
}

/** Asks for what nobody waits for: a failure is for whoever looks for its cause. */
export function askAside<K extends CallName>(call: K, ask: Calls[K]["ask"]): void {
  askWorker(call, ask).catch((error: unknown) => console.warn(call, error));
}
