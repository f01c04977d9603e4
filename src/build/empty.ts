/** Stands where something is left out: other languages, the demo collection, an unused package. */
const nothing = { words: [], stem: (word: string) => word };
export const de: readonly string[] = [];
export const [cbc, ecb] = [undefined, undefined];
export { nothing as default };
