/** Stands in the place of the table in a page of one file: its map has kept what it needs of it. */
export const loadTable = undefined;
