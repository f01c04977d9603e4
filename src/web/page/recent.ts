import { signal } from "@preact/signals-core";
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { TopicMap } from "../../model/map.ts";
import { keepText, keptText } from "./kept.ts";

/** A map kept in this browser. */
interface Kept {
  readonly id: number;
  readonly title: string;
  readonly papers: number;
  /** Milliseconds since 1970. */
  readonly when: number;
  readonly blob: Blob;
}

interface Schema extends DBSchema {
  maps: { key: number; value: Omit<Kept, "id"> & Partial<Kept> };
}

/** The maps kept here, newest first. */
export const recent = signal<readonly Kept[]>([]);
/** Whether the user agreed that maps are kept in this browser. Nothing is written before. */
export const keepsMaps = signal(false);

const MOST = 8;
const CONSENT = "topograph-keeps-maps";
const NAME = "topograph";

/** Does something with the store and looks again at what is in it. Failures are silent: it is a comfort. */
async function inStore(act: (store: IDBPDatabase<Schema>) => Promise<unknown>): Promise<void> {
  try {
    const store = await openDB<Schema>(NAME, 1, {
      upgrade: (made) => made.createObjectStore("maps", { keyPath: "id", autoIncrement: true }),
    });
    await act(store).catch(() => {});
    recent.value = ((await store.getAll("maps")) as Kept[]).sort((a, b) => b.when - a.when);
    store.close();
  } catch {
    // No room, or no leave to keep anything.
  }
}

/** Opens the store where consent was given before; without it no data base is even made. */
export async function startRecent(): Promise<void> {
  keepsMaps.value = keptText(CONSENT) === "yes";
  if (keepsMaps.value) await inStore(async () => {});
}

/** Agrees, or takes it back: then everything kept is deleted. */
export async function setKeepsMaps(agreed: boolean): Promise<void> {
  keepsMaps.value = agreed;
  keepText(CONSENT, agreed ? "yes" : undefined);
  if (agreed) return inStore(async () => {});
  recent.value = [];
  await deleteDB(NAME);
}

/** Keeps a map made or opened here, if the user agreed; the oldest beyond eight go. */
export async function keepMap(map: TopicMap): Promise<void> {
  if (!keepsMaps.peek()) return;
  const { encodeMap } = await import("../../model/encode.ts");
  const packed = new Blob([...encodeMap(map)]).stream().pipeThrough(new CompressionStream("gzip"));
  const blob = await new Response(packed).blob();
  const { title } = map;
  const papers = map.papers.length;
  await inStore(async (store) => {
    const others = recent.peek().filter((kept) => kept.title !== title || kept.papers !== papers);
    const gone = recent.peek().filter((kept) => !others.slice(0, MOST - 1).includes(kept));
    await store.add("maps", { title, papers, when: Date.now(), blob });
    for (const { id } of gone) await store.delete("maps", id);
  });
}

/** The file of a kept map. */
export function keptFile({ title, blob }: Kept): File {
  return new File([blob], `${title}.json`);
}

/** Forgets a kept map. */
export async function forget({ id }: Kept): Promise<void> {
  await inStore((store) => store.delete("maps", id));
}
