import {
  bytesOf,
  type Fetch,
  type FolderSource,
  filesSource,
  type OnWhole,
  urlBytes,
  urlSource,
} from "../folder/source.ts";

/** Where a map folder lies for the page: files that the user chose, an archive of them, or an address, a folder's with a slash at its end. */
export type FolderPlace =
  | { readonly kind: "files"; readonly files: readonly File[] }
  | { readonly kind: "zip"; readonly file: Blob }
  | { readonly kind: "url"; readonly url: string };

/** The platform's `fetch`, asked anew each time: a map may have been written again under the same address. */
const load: Fetch = (url, { headers }) => fetch(url, { headers, cache: "no-cache" });

/** The files of a map folder, wherever it lies. @throws TopographError (input) where there is none */
export async function openPlace(place: FolderPlace, onWhole: OnWhole): Promise<FolderSource> {
  if (place.kind === "files") return filesSource(place.files);
  if (place.kind === "url" && place.url.split("?")[0].endsWith("/"))
    return urlSource(place.url, load, onWhole);
  const { zipSource } = await import("../folder/zip.ts");
  return zipSource(place.kind === "zip" ? bytesOf(place.file) : await urlBytes(place.url, load, onWhole));
}
