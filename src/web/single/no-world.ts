/** Stands in the place of the map of the world: a page in one file has to stay small. */
export const toggleWorld: (() => void) | undefined = undefined;
