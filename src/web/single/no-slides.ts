/** Stands in the place of slides: what draws their pictures is larger than a page in one file may be. */
export const HAS_SLIDES = false;

/** Makes none. */
export async function slides(): Promise<Uint8Array<ArrayBuffer>[]> {
  return [];
}
