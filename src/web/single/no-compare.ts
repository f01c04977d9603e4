/** Stands in the place of the comparison: a page in one file has to stay small. */
export const toggleCompare: (() => void) | undefined = undefined;
