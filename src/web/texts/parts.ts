/** What is said of filters where texts and links stay in the folder of a map. */
export const partsTexts = {
  links:
    "Links are shown with the papers that they lead to: they stay in the folder until they are looked at.",
  noFacets:
    "This map folder is of an earlier version, without lists of concepts, venues and authors: the search finds their papers. “topograph convert map/ -o new/” writes it with them.",
  reading: "Reading …",
};
