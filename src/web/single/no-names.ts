/** The search of a page of one file finds names in the texts, which are there. */
export function addNamesLater(): void {}
