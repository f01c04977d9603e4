/** Stands in the place of the table: a page in one file has to stay small, and its list of papers does as much one by one. */
export const toggleTable: (() => void) | undefined = undefined;
