import { TopographError } from "../../model/errors.ts";

/**
 * What a running Zotero (7 or later) says of its user's library by its local API, a part of the web API, version 3:
 * GET http://127.0.0.1:23119/api/users/0/… with the header `Zotero-API-Version: 3`. Lists come as arrays of
 * `{ key, version, data }`; `limit` and `start` cut them into pages, the header `Total-Results` says how many there are.
 * - `/collections`: `data` has `name` and `parentCollection` (a key, or false).
 * - `/items/top`, `/collections/KEY/items/top`: items that are in no other; `data` has `itemType`, `title`, `creators`,
 *   `tags`, `collections` (keys), `dateAdded` and the fields of the type.
 * 403: the user has not allowed it. `Last-Modified-Version` is of the last synchronisation: `If-Modified-Since-Version`
 * would answer 304 to what was changed here since, so that what is watched is read and compared.
 */
export interface Library {
  readonly collections: readonly ZoteroCollection[];
  /** The papers of a collection and of those below it; of the whole library where it is undefined. */
  items(collection: ZoteroCollection | undefined): Promise<ZoteroItem[]>;
}

export interface ZoteroCollection {
  readonly key: string;
  readonly name: string;
  /** Names from the top: "Thesis/Chapter 2". */
  readonly path: string;
  readonly parent?: string;
}

export interface ZoteroItem {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const PORT = 23119;
/** Records a request. */
const PAGE = 100;
/** What stands in a library beside papers. */
const NO_PAPERS: ReadonlySet<unknown> = new Set(["attachment", "note", "annotation"]);

/**
 * Asks a running Zotero.
 * @throws TopographError (input) where none answers, or it may not; it says what to do
 */
export async function openLibrary(port = PORT): Promise<Library> {
  const root = `http://127.0.0.1:${port}/api/users/0`;
  const collections = named(await list(root, "/collections"));
  return {
    collections,
    async items(collection) {
      const places = collection
        ? [collection, ...below(collections, collection.key)].map(
            ({ key }) => `/collections/${key}/items/top`,
          )
        : ["/items/top"];
      const found = new Map<string, ZoteroItem>();
      for (const place of places)
        for (const item of await list(root, place))
          if (!NO_PAPERS.has(item.data.itemType)) found.set(item.key, item);
      const added = ({ key, data }: ZoteroItem) => `${String(data.dateAdded ?? "")} ${key}`;
      return [...found.values()].sort((a, b) => (added(a) < added(b) ? -1 : 1));
    },
  };
}

/** All records of a list, page by page. */
async function list(root: string, path: string): Promise<ZoteroItem[]> {
  const all: ZoteroItem[] = [];
  for (let total = 1; all.length < total; ) {
    const response = await ask(`${root}${path}?format=json&limit=${PAGE}&start=${all.length}`);
    const page: unknown = await response.json().catch(() => undefined);
    if (!Array.isArray(page))
      throw new TopographError("input", `Zotero gave no list for ${path}; is it Zotero 7 or later?`);
    if (page.length === 0) break;
    all.push(...page.filter(isRecord));
    total = Number(response.headers.get("Total-Results") ?? 0);
  }
  return all;
}

function isRecord(value: unknown): value is ZoteroItem {
  const { key, data } = (value ?? {}) as Partial<ZoteroItem>;
  return typeof key === "string" && typeof data === "object" && data !== null;
}

async function ask(address: string): Promise<Response> {
  const { origin } = new URL(address);
  const response = await fetch(address, {
    headers: { "Zotero-API-Version": "3", "Zotero-Allowed-Request": "1" },
  }).catch(() => {
    throw new TopographError("input", `Zotero does not answer at ${origin}: start it. ${ALLOW}`);
  });
  if (response.status === 403) throw new TopographError("input", `Zotero refuses: ${ALLOW}`);
  if (!response.ok)
    throw new TopographError(
      "input",
      `Zotero answers ${address} with ${response.status} ${response.statusText}`,
    );
  return response;
}

const ALLOW =
  "In its settings, under Advanced, allow other applications on this computer to communicate with Zotero";

function named(records: readonly ZoteroItem[]): ZoteroCollection[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const pathOf = (key: string, seen: ReadonlySet<string>): string[] => {
    const record = byKey.get(key);
    if (!record || seen.has(key)) return [];
    const { name, parentCollection } = record.data;
    const above =
      typeof parentCollection === "string" ? pathOf(parentCollection, new Set([...seen, key])) : [];
    return [...above, String(name ?? "")];
  };
  return records.map(({ key, data: { name, parentCollection } }) => ({
    key,
    name: String(name ?? ""),
    path: pathOf(key, new Set()).join("/"),
    ...(typeof parentCollection === "string" ? { parent: parentCollection } : {}),
  }));
}

/** Collections below one, at any depth. */
function below(all: readonly ZoteroCollection[], key: string): ZoteroCollection[] {
  const found: ZoteroCollection[] = [];
  const keys = new Set([key]);
  for (let more = true; more; ) {
    const next = all.filter((one) => one.parent !== undefined && keys.has(one.parent) && !keys.has(one.key));
    more = next.length > 0;
    for (const one of next) keys.add(one.key);
    found.push(...next);
  }
  return found;
}

/**
 * The collection that a word names: its key, its path from the top or its name, in any case.
 * @throws TopographError (input) where none or several are meant; it lists them
 */
export function findCollection(all: readonly ZoteroCollection[], word: string): ZoteroCollection {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();
  const exact = all.find(({ key, path }) => key === word || fold(path) === fold(word));
  if (exact) return exact;
  const same = all.filter(({ name }) => fold(name) === fold(word));
  if (same.length === 1) return same[0];
  const paths = (same.length > 0 ? same : all).map(({ path }) => JSON.stringify(path));
  const shown = `${paths.slice(0, 12).join(", ")}${paths.length > 12 ? " …" : ""}`;
  throw new TopographError(
    "input",
    same.length > 1
      ? `${same.length} collections are called ${JSON.stringify(word)}: ${shown}; name one by its path`
      : `Zotero has no collection ${JSON.stringify(word)}; it has ${shown || "none"}`,
  );
}
