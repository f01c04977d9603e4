/** Stands in the place of the picture of citations: a page in one file has to stay small. */
export const citationPicture = undefined;
