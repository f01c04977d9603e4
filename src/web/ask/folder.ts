import { isHead } from "../../folder/shapes.ts";
import type { FolderPlace } from "../../worker/folder-place.ts";
import { texts } from "../texts/texts.ts";

/** The names by which a map folder is known among files. */
const HEAD = "map.json";
/** How much of a file is looked at to know whether it is one of these. */
const MAGIC = "PK\x03\x04";
/** Up to so many bytes a head that lies alone is looked at: a map in one file may have the same name. */
const LONGEST_HEAD = 20_000_000;

/** The map folder that is among files which a user chose or dropped, or in the one archive that they are; undefined where there is none. */
export async function folderIn(files: readonly File[]): Promise<FolderPlace | undefined> {
  const [only] = files;
  if (files.length === 1 && (await only.slice(0, 4).text()) === MAGIC) {
    const { zipSource } = await import("../../folder/zip.ts");
    const { bytesOf } = await import("../../folder/source.ts");
    const source = await zipSource(bytesOf(only)).catch(() => undefined);
    const head = await source?.whole(HEAD).catch(() => undefined);
    return head && isHead(new TextDecoder().decode(head)) ? { kind: "zip", file: only } : undefined;
  }
  for (const file of files) {
    if (file.name !== HEAD) continue;
    const beside = files.filter((other) => folderOf(other) === folderOf(file));
    const hasTables = beside.some(({ name }) => name.endsWith(".parquet"));
    if (hasTables || (await isHeadFile(file))) return { kind: "files", files: beside };
  }
  return undefined;
}

/** Whether a file is the head of a map folder, rather than a map in one file. */
export async function isHeadFile(file: Blob): Promise<boolean> {
  return file.size <= LONGEST_HEAD && isHead(await file.text());
}

/** The folder that a file was chosen with; "" for one that was chosen by itself. */
function folderOf({ webkitRelativePath: path }: File): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/**
 * The map folder, or an archive of one, at an address on the page's own host.
 * @returns undefined where the address is that of another file
 * @throws Error with a message for people
 */
export function folderAt(url: URL): FolderPlace | undefined {
  if (url.origin !== location.origin || !/^https?:$/.test(url.protocol))
    throw new Error(texts.failed.otherHost(url.href));
  const at = (pathname: string): FolderPlace => {
    const address = new URL(url);
    address.pathname = pathname;
    address.hash = "";
    return { kind: "url", url: address.href };
  };
  const { pathname } = url;
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  if (/\.zip$/i.test(name)) return at(pathname);
  return /\./.test(name) ? undefined : at(name === "" ? pathname : `${pathname}/`);
}

/** What is dropped: files, and those in folders, however deep. To be called before anything else is waited for. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? undefined);
  if (!entries.some((entry) => entry?.isDirectory)) return [...files];
  const found: File[] = [];
  for (const entry of entries) if (entry) await gather(entry, found);
  return found;
}

async function gather(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry instanceof FileSystemFileEntry || entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    // As a picker of folders says it.
    Object.defineProperty(file, "webkitRelativePath", { value: entry.fullPath.slice(1) });
    found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) await gather(inner, found);
  }
}
