import { signal } from "@preact/signals-core";
import type { TopicMap } from "../../model/map.ts";

/** A map kept in this browser. */
export interface Kept {
  readonly id: number;
  readonly title: string;
  readonly papers: number;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** The maps kept here, newest first. */
export const recent = signal<readonly Kept[]>([]);
/** Whether the user agreed that maps are kept in this browser. Nothing is written before. */
export const keepsMaps = signal(false);

const MOST = 8;
const CONSENT = "topograph-keeps-maps";

/** Opens the store where consent was given before; without it no data base is even made. */
export async function startRecent(): Promise<void> {
  try {
    keepsMaps.value = localStorage.getItem(CONSENT) === "yes";
  } catch {
    return;
  }
  if (keepsMaps.value) await refresh();
}

/** Agrees, or takes it back: then everything kept is deleted. */
export async function setKeepsMaps(agreed: boolean): Promise<void> {
  keepsMaps.value = agreed;
  try {
    if (agreed) localStorage.setItem(CONSENT, "yes");
    else localStorage.removeItem(CONSENT);
  } catch {
    // The choice holds until the page is closed.
  }
  if (agreed) return refresh();
  recent.value = [];
  indexedDB.deleteDatabase(NAME);
}

/** Keeps a map made or opened here, if the user agreed; the oldest beyond eight go. Failures are silent: it is a comfort. */
export async function keepMap(map: TopicMap): Promise<void> {
  if (!keepsMaps.peek()) return;
  const { encodeMap } = await import("../../model/encode.ts");
  const packed = new Blob([...encodeMap(map)]).stream().pipeThrough(new CompressionStream("gzip"));
  const blob = await new Response(packed).blob();
  const entry = { title: map.title, papers: map.papers.length, when: Date.now(), blob };
  await inStore("readwrite", (store) => {
    for (const { id, title, papers } of recent.peek())
      if (title === entry.title && papers === entry.papers) store.delete(id);
    store.add(entry);
    for (const { id } of recent.peek().slice(MOST - 1)) store.delete(id);
  }).catch(() => {});
  await refresh();
}

/** The file of a kept map. */
export async function keptFile(id: number): Promise<File | undefined> {
  const entry = await inStore("readonly", (store) => store.get(id)).catch(() => undefined);
  return entry?.blob instanceof Blob ? new File([entry.blob], `${entry.title}.json`) : undefined;
}

/** Forgets a kept map. */
export async function forget(id: number): Promise<void> {
  await inStore("readwrite", (store) => store.delete(id)).catch(() => {});
  await refresh();
}

async function refresh(): Promise<void> {
  const all = (await inStore("readonly", (store) => store.getAll()).catch(() => undefined)) ?? [];
  recent.value = (all as Kept[])
    .map(({ id, title, papers, when }) => ({ id, title, papers, when }))
    .sort((a, b) => b.when - a.when);
}

const NAME = "topograph";
const STORE = "maps";

/** Runs one transaction; the answer is that of the request the action gives back. */
function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const transaction = base.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        base.close();
        resolve(request ? request.result : undefined);
      };
      transaction.onabort = transaction.onerror = () => {
        base.close();
        reject(transaction.error);
      };
    };
  });
}
