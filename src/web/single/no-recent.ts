/** Stands in the place of the maps kept in the browser: a page in one file is where its map is kept. */
export async function startRecent(): Promise<void> {}

/** Keeps nothing. */
export async function keepMap(): Promise<void> {}
