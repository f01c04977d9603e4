/** Stands in the place of the search for map folders in a page of one file, which reads none. */
export async function folderIn(): Promise<undefined> {}

/** Finds none. */
export function folderAt(): undefined {}

/** Takes none for one. */
export async function isHeadFile(): Promise<false> {
  return false;
}

/** The files that are dropped. */
export async function droppedFiles({ files }: DataTransfer): Promise<File[]> {
  return [...files];
}
