import type { MapEvents } from "./view.ts";

/** Handlers by event; `on` hands back a function that takes the handler away again. */
export function createEvents() {
  const handlers = new Map<string, Set<(event: never) => void>>();
  return {
    emit<K extends keyof MapEvents>(type: K, event: MapEvents[K]): void {
      for (const handler of handlers.get(type) ?? []) (handler as (event: MapEvents[K]) => void)(event);
    },
    on<K extends keyof MapEvents>(type: K, handler: (event: MapEvents[K]) => void): () => void {
      const set = handlers.get(type) ?? new Set();
      handlers.set(type, set.add(handler as (event: never) => void));
      return () => {
        set.delete(handler as (event: never) => void);
      };
    },
  };
}
